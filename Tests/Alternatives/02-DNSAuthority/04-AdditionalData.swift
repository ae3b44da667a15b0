import PostRoad

extension DNS.RecordData {
  /// The host whose address is asked for next.
  fileprivate var host: DNS.Name? {
    if case .ns(let host) = self { return host }
    if case .mx(_, let host) = self { return host }
    if case .srv(_, _, _, let host) = self { return host }
    return nil
  }
}

/// Goes by recursion: the hosts of all records but the last, and then the last one's if it is new.
public func additionalData(
  for records: [DNS.ResourceRecord], in zone: ZoneTree
) throws -> [DNS.ResourceRecord] {
  func addresses(_ count: Int) throws -> [DNS.ResourceRecord] {
    guard count > 0 else { return [] }
    let before = try addresses(count - 1)
    guard let host = records[count - 1].data.host, !before.contains(where: { $0.name == host }) else {
      return before
    }
    let all = try zone.records(at: host)
    return before + all.filter { $0.type == .a } + all.filter { $0.type == .aaaa }
  }
  let known = Set(records)
  return try addresses(records.count).filter { !known.contains($0) }
}
