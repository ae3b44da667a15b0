import PostRoad

/// Climbs from the name to the origin and remembers the last cut that it met, then sorts the servers instead of keeping two lists.
public func referral(for question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply? {
  var servers: [DNS.ResourceRecord] = []
  var name = question.name
  while name != zone.origin {
    guard !name.labels.isEmpty else { return nil }
    let found = try zone.records(at: name, of: .ns)
    if !found.isEmpty { servers = found }
    name = DNS.Name(labels: Array(name.labels.dropFirst()))
  }
  guard let cut = servers.first?.name else { return nil }
  if question.type == .ds, cut == question.name { return nil }
  var reply = DNS.AuthorityReply(authorities: servers)
  for wantsInDomain in [true, false] {
    for case .ns(let target) in servers.map(\.data) where try isAtOrBelow(target, cut) == wantsInDomain {
      let records = try zone.records(at: target)
      for type in [DNS.RecordType.a, .aaaa] { reply.additionals += records.filter { $0.type == type } }
    }
  }
  return reply
}
