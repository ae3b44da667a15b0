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
  // <write>
  // 1. Walk down from the origin: the first cut on the way decides, and the origin's own NS records are none.
  let depth = question.name.labels.count - zone.origin.labels.count
  guard depth > 0, try isAtOrBelow(question.name, zone.origin) else { return nil }
  // 2. At a cut one type is asked of the parent.
  for remaining in (0..<depth).reversed() {
    let cut = DNS.Name(labels: Array(question.name.labels.dropFirst(remaining)))
    let servers = try zone.records(at: cut, of: .ns)
    guard !servers.isEmpty else { continue }
    guard question.type != .ds || remaining > 0 else { return nil }
    return DNS.AuthorityReply(authorities: servers, additionals: try glue(for: servers, cut: cut, in: zone))
  }
  return nil
  // </write>
}

// <declare>
// 3. Addresses: whose, of which types, in which order.
private func glue(
  for servers: [DNS.ResourceRecord], cut: DNS.Name, in zone: ZoneTree
) throws -> [DNS.ResourceRecord] {
  var (inDomain, others): ([DNS.ResourceRecord], [DNS.ResourceRecord]) = ([], [])
  for server in servers {
    guard case .ns(let target) = server.data else { continue }
    let addresses = try zone.records(at: target, of: .a) + zone.records(at: target, of: .aaaa)
    if try isAtOrBelow(target, cut) { inDomain += addresses } else { others += addresses }
  }
  return inDomain + others
}
// </declare>
