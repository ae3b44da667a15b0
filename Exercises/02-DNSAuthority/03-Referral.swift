import PostRoad

/// The referral that a question gets when the zone has given its name away, or nil when it has not.
///
/// A *cut* is a name below the origin with NS records. What is at or below it is another zone's, except questions of type DS
/// at the cut itself: the DS record belongs to the parent ([RFC 4035 §3.1.4.1](https://www.rfc-editor.org/rfc/rfc4035#section-3.1.4.1)).
/// Where a cut is below another one, the one nearer to the origin decides: what is below it is not ours.
///
/// - Parameters:
///   - question: the name and the type that are asked for. The class is not looked at.
///   - zone: the zone that is to answer.
/// - Returns: nil for a name with no cut at or above it, for DS at a cut, and for a name outside of the zone. Otherwise
///   NOERROR without AA, no answers, as authorities the NS records of the cut as they are in the zone, as additionals the addresses of
///   their servers that the zone has: first for the servers at or below the cut (*in-domain*), then for the others, in both groups in the order of
///   the NS records; of each server its A records, then its AAAA records.
///
/// Source: [RFC 1034 §4.3.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.3.2), step 3b, as changed by
/// [RFC 9471 §3](https://www.rfc-editor.org/rfc/rfc9471#section-3).
public func referral(for question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply? {
  // TODO: 1. Walk down from the origin: the first cut on the way decides, and the origin's own NS records are none.
  // TODO: 2. At a cut one type is asked of the parent.
  throw NotStarted()
}

// TODO: 3. Addresses: whose, of which types, in which order.
