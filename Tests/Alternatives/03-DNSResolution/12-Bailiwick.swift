import PostRoad

/// Decides for each record whether it is needed, by sets of names that are computed first: the chain's names, the cut's servers.
public func accept(
  _ response: DNS.Message, to question: DNS.Question, from zone: DNS.Name
) throws -> Resolver.Accepted {
  let inZone = DNS.Message(
    header: response.header, answers: try said(response.answers, question, zone),
    authorities: try said(response.authorities, question, zone))
  let additionals = try said(response.additionals, question, zone)
  let kind = try classify(inZone, to: question, from: zone)
  if case .referral(let cut) = kind {
    let servers = inZone.authorities.filter { $0.name == cut && $0.type == .ns }
    let names = Set(servers.map(\.data))
    return Resolver.Accepted(
      kind: kind, nameServers: servers,
      glue: additionals.filter { [.a, .aaaa].contains($0.type) && names.contains(.ns($0.name)) })
  }
  var path: [DNS.ResourceRecord] = []
  if question.type != .cname, question.type != .any {
    follow(question.name, inZone.answers.filter { $0.type == .cname }, &path)
  }
  switch kind {
  case .answer:
    var last = question.name
    for link in path { if case .cname(let target) = link.data { last = target } }
    let wanted = inZone.answers.filter { $0.name == last }.filter { [$0.type, .any].contains(question.type) }
    return Resolver.Accepted(kind: kind, answers: path + wanted)
  case .nameError(let name), .noData(let name):
    guard try name.isWithin(zone) else { return Resolver.Accepted(kind: .alias(name), answers: path) }
    let soas = try inZone.authorities.filter { try $0.type == .soa && name.isWithin($0.name) }
    return Resolver.Accepted(kind: kind, answers: path, soa: soas.first)
  case .alias: return Resolver.Accepted(kind: kind, answers: path)
  default: return Resolver.Accepted(kind: kind)
  }
}

private func said(
  _ records: [DNS.ResourceRecord], _ question: DNS.Question, _ zone: DNS.Name
) throws -> [DNS.ResourceRecord] {
  try records.filter { try $0.name.isWithin(zone) }.filter { $0.recordClass == question.recordClass }
}

private func follow(_ name: DNS.Name, _ links: [DNS.ResourceRecord], _ path: inout [DNS.ResourceRecord]) {
  guard let index = links.firstIndex(where: { $0.name == name }) else { return }
  var rest = links
  let link = rest.remove(at: index)
  path.append(link)
  if case .cname(let target) = link.data { follow(target, rest, &path) }
}
