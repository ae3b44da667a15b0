import PostRoad

/// A finding in a line: `from postroad.example.: NOERROR aa; answer www.postroad.example. 300 A 192.0.2.80`.
public func text(_ finding: Resolver.Finding) -> String {
  "from \(finding.zone): ".lowercased() + text(finding.response)
}

/// A message in a line, without its questions.
public func text(_ message: DNS.Message) -> String {
  ReplyText(message).checkDescription.split(separator: "\n").filter { !$0.hasPrefix("question") }
    .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "; ")
}

/// An answer in a line: `NXDOMAIN; a.example. 300 CNAME b.test.; SOA test. 300 SOA 60`.
public func text(_ answer: Resolver.Answer) -> String {
  let code = text(DNS.Message(header: DNS.Header(isResponse: true, responseCode: answer.code)))
  return ([code] + lines(answer.records) + (answer.soa.map { ["SOA " + text($0)] } ?? [])).joined(
    separator: "; ")
}

/// What is believed of a response: `referral(example.)`, then a line for each record, `servers example. 9 NS ns.example.`
public func text(_ accepted: Resolver.Accepted) -> String {
  let rows =
    accepted.answers.map { "answer \(text($0))" } + accepted.nameServers.map { "servers \(text($0))" }
    + accepted.glue.map { "glue \(text($0))" } + (accepted.soa.map { ["soa \(text($0))"] } ?? [])
  return (["\(accepted.kind)"] + rows).joined(separator: "\n")
}
