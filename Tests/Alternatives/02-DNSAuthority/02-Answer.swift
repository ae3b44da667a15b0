import PostRoad

public func negativeReply(_ responseCode: DNS.ResponseCode, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  var reply = DNS.AuthorityReply(responseCode: responseCode, isAuthoritative: true)
  for var record in try zone.records(at: zone.origin, of: .soa) {
    if case .soa(let soa) = record.data, soa.minimum < record.ttl { record.ttl = soa.minimum }
    reply.authorities.append(record)
  }
  return reply
}

/// Lets the closest encloser decide: an error for what is outside, the name itself where it exists, something shorter where not.
public func plainAnswer(to question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  let encloser: DNS.Name
  do {
    encloser = try zone.closestEncloser(of: question.name)
  } catch DNS.ZoneError.outOfZone {
    return DNS.AuthorityReply(responseCode: .refused)
  }
  guard encloser == question.name else { return try negativeReply(.nonExistentDomain, in: zone) }
  let groups = Dictionary(grouping: try zone.records(at: encloser), by: \.type)
  guard let answers = groups[question.type] else { return try negativeReply(.noError, in: zone) }
  return DNS.AuthorityReply(isAuthoritative: true, answers: answers)
}
