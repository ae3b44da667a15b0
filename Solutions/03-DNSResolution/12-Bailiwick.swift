import PostRoad

/// Takes from a response what its sender may say about the question, and nothing else.
///
/// Records whose owner is not within the server's zone are left out of the answer and authority sections, and so are those of another
/// class than the question's. What is left is understood as `classify` does it; but a negative answer about a name outside of the
/// zone is no more than an `.alias` of that name. Of what is left these records are kept:
///
/// | kind | kept |
/// |---|---|
/// | `.answer`, `.alias` | the chain from the question, in its order; then, for `.answer`, the records that were asked for |
/// | `.nameError`, `.noData` | the chain, and the first SOA record of a zone that the last name is within |
/// | `.referral` | the NS records of its zone; of the additional section the A and AAAA records of the servers that these name, where the owner is within the server's zone and the class is the question's |
/// | any other | nothing |
///
/// A chain is as in 3.2: each CNAME record at most once, of several with one owner the first, and none when type CNAME or ANY was asked for.
///
/// - Parameters:
///   - response: the response.
///   - question: what was asked.
///   - zone: the zone whose server was asked. The question's name is within it.
///
/// Source: [RFC 2181 §5.4.1](https://www.rfc-editor.org/rfc/rfc2181#section-5.4.1),
/// [RFC 5452 §6](https://www.rfc-editor.org/rfc/rfc5452#section-6).
public func accept(
  _ response: DNS.Message, to question: DNS.Question, from zone: DNS.Name
) throws -> Resolver.Accepted {
  // <write>
  // 1. Leave out what the sender has no say in.
  func mayBeSaid(_ record: DNS.ResourceRecord) throws -> Bool {
    try record.recordClass == question.recordClass && record.name.isWithin(zone)
  }
  var rest = response
  rest.answers = try response.answers.filter(mayBeSaid)
  rest.authorities = try response.authorities.filter(mayBeSaid)
  // 2. What does it mean now?
  var accepted = Resolver.Accepted(kind: try classify(rest, to: question, from: zone))
  // 3. Keep what belongs to that, and only that.
  switch accepted.kind {
  case .answer:
    let (chain, last) = chain(from: question, in: rest.answers)
    accepted.answers =
      chain + rest.answers.filter { $0.name == last && ($0.type == question.type || question.type == .any) }
  case .alias: accepted.answers = chain(from: question, in: rest.answers).links
  case .nameError(let last), .noData(let last):
    accepted.answers = chain(from: question, in: rest.answers).links
    if try !last.isWithin(zone) {
      accepted.kind = .alias(last)
    } else {
      accepted.soa = try rest.authorities.first { try $0.type == .soa && last.isWithin($0.name) }
    }
  case .referral(let cut):
    accepted.nameServers = rest.authorities.filter { $0.type == .ns && $0.name == cut }
    accepted.glue = try response.additionals.filter { record in
      guard record.type == .a || record.type == .aaaa else { return false }
      return try mayBeSaid(record) && accepted.nameServers.contains { $0.data == .ns(record.name) }
    }
  case .upwardReferral, .lame, .failure: break
  }
  return accepted
  // </write>
}

// <declare>
// 4. The links from the question's name to the last name.
private func chain(
  from question: DNS.Question, in answers: [DNS.ResourceRecord]
) -> (links: [DNS.ResourceRecord], last: DNS.Name) {
  var last = question.name
  var links: [DNS.ResourceRecord] = []
  guard question.type != .cname && question.type != .any else { return ([], last) }
  var left = answers.filter { $0.type == .cname }
  while let next = left.firstIndex(where: { $0.name == last }), case .cname(let target) = left[next].data {
    links.append(left.remove(at: next))
    last = target
  }
  return (links, last)
}
// </declare>
