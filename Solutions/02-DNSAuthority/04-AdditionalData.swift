import PostRoad

/// The addresses that whoever gets `records` will ask for next: those of the hosts that NS, MX and SRV records name.
///
/// - Parameters:
///   - records: the records of an answer, in their order; of any other type than NS, MX and SRV nothing is looked up.
///   - zone: where the addresses are looked up, below a cut as well. Aliases are not followed and wildcards not
///     expanded.
/// - Returns: of each host its A records, then its AAAA records, as they are in the zone; the hosts in the order in which
///   they are named first, each once. Without the records that are among `records` already.
///
/// Source: [RFC 1034 §4.3.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.3.2), step 6;
/// [RFC 1035 §3.3.9, §3.3.11](https://www.rfc-editor.org/rfc/rfc1035#section-3.3.9) (MX, NS),
/// [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782) (SRV).
public func additionalData(for records: [DNS.ResourceRecord], in zone: ZoneTree) throws -> [DNS
  .ResourceRecord]
{
  // <write>
  var named: Set<DNS.Name> = []
  var additionals: [DNS.ResourceRecord] = []
  // 1. Which types name a host?
  // 2. Several records may name the same one.
  for record in records {
    let host: DNS.Name
    switch record.data {
    case .ns(let target), .mx(_, let target), .srv(_, _, _, let target): host = target
    default: continue
    }
    guard named.insert(host).inserted else { continue }
    additionals += try zone.records(at: host, of: .a) + zone.records(at: host, of: .aaaa)
  }
  // 3. What is there already need not be sent twice.
  return additionals.filter { !records.contains($0) }
  // </write>
}
