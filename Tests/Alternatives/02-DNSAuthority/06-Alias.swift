import PostRoad

/// First the whole way, name by name, then one reply for its last name, with the aliases in front.
public func reply(to question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  let chain = try aliases(from: question, in: zone, before: [])
  var last = question
  if case .cname(let target)? = chain.last?.data { last.name = target }
  guard try chain.isEmpty || isOurs(last.name, chain, zone) else {
    return DNS.AuthorityReply(isAuthoritative: true, answers: chain)
  }
  if let referral = try referral(for: last, in: zone) {
    return DNS.AuthorityReply(
      isAuthoritative: !chain.isEmpty, answers: chain, authorities: referral.authorities,
      additionals: referral.additionals)
  }
  var reply = try wildcardAnswer(to: last, in: zone)
  reply.answers.insert(contentsOf: chain, at: 0)
  reply.additionals = try additionalData(for: reply.answers, in: zone)
  return reply
}

/// Whether a target is still to be looked up: in the zone, and no owner of an alias of the chain.
private func isOurs(_ target: DNS.Name, _ chain: [DNS.ResourceRecord], _ zone: ZoneTree) throws -> Bool {
  try isAtOrBelow(target, zone.origin) && !chain.contains { $0.name == target }
}

/// The aliases from a question on, each once.
private func aliases(
  from question: DNS.Question, in zone: ZoneTree, before chain: [DNS.ResourceRecord]
) throws -> [DNS.ResourceRecord] {
  guard try isOurs(question.name, chain, zone), try referral(for: question, in: zone) == nil else {
    return chain
  }
  let records = try matchingRecords(for: question.name, in: zone) ?? []
  guard !records.contains(where: { $0.type == question.type }),
    let alias = records.first(where: { $0.type == .cname }), case .cname(let target) = alias.data
  else { return chain }
  var next = question
  next.name = target
  return try aliases(from: next, in: zone, before: chain + [alias])
}
