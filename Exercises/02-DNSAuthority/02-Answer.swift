import PostRoad

/// The reply that there is nothing: `responseCode` with AA, and the zone's SOA in the authority section, so that a resolver
/// knows how long it may remember that.
///
/// The SOA's TTL is the lesser of its own TTL and its MINIMUM field. A zone without an SOA record has none to send.
///
/// Source: [RFC 2308 §3](https://www.rfc-editor.org/rfc/rfc2308#section-3).
public func negativeReply(_ responseCode: DNS.ResponseCode, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  // TODO: 1. The SOA is at the origin, and has two numbers that limit a negative answer.
  throw NotStarted()
}

/// The answer to a question about a zone of plain names: delegations, wildcards and aliases are records like any other here.
///
/// - Parameters:
///   - question: the name and the type that are asked for. The class is not looked at.
///   - zone: the zone that is to answer.
/// - Returns: one of four:
///   - a name outside of the zone: REFUSED without AA, all sections empty;
///   - the name has records of the type: these as answers, as they are in the zone, with AA;
///   - the name exists without records of the type: NOERROR as a negative reply ("no data");
///   - the name does not exist: NXDOMAIN as a negative reply.
///
/// Source: [RFC 1034 §4.3.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.3.2),
/// [RFC 2308 §2](https://www.rfc-editor.org/rfc/rfc2308#section-2).
public func plainAnswer(to question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  // TODO: 2. Nobody asked us to look after that name.
  // TODO: 3. An answer, or one of two kinds of nothing: the name decides which.
  throw NotStarted()
}
