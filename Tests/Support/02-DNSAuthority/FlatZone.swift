import PostRoad

/// A zone as a plain list of records, searched from end to end for each question: the second opinion on `ZoneTree`.
public struct FlatZone {
  public let origin: DNS.Name
  public private(set) var records: [DNS.ResourceRecord]

  public init(origin: DNS.Name, records: [DNS.ResourceRecord]) {
    self.origin = origin
    self.records = records
  }

  /// Whether the labels of `name`, counted from the root, begin with those of `ancestor`.
  public static func covers(_ ancestor: DNS.Name, _ name: DNS.Name) -> Bool {
    let (upper, lower) = (folded(ancestor), folded(name))
    return lower.starts(with: upper)
  }

  private static func folded(_ name: DNS.Name) -> [[UInt8]] {
    name.labels.reversed().map { $0.map { (65...90).contains($0) ? $0 + 32 : $0 } }
  }

  public func exists(_ name: DNS.Name) -> Bool {
    name == origin || Self.covers(origin, name) && records.contains { Self.covers(name, $0.name) }
  }

  public func closestEncloser(of name: DNS.Name) -> DNS.Name {
    var found = name
    while !exists(found), !found.labels.isEmpty { found = DNS.Name(labels: Array(found.labels.dropFirst())) }
    return found
  }

  public mutating func remove(_ name: DNS.Name) {
    records.removeAll { Self.covers(name, $0.name) && Self.covers($0.name, name) }
  }
}
