import PostRoad

public func isAtOrBelow(_ name: DNS.Name, _ ancestor: DNS.Name) throws -> Bool {
  let missing = name.labels.count - ancestor.labels.count
  guard missing >= 0 else { return false }
  return zip(name.labels.dropFirst(missing), ancestor.labels).allSatisfy {
    DNS.Name(labels: [$0]) == DNS.Name(labels: [$1])
  }
}

/// A real tree: each node has its records, and its children by label. What has neither is cut off.
public struct ZoneTree: Sendable {
  private struct Node: Sendable {
    var records: [DNS.ResourceRecord] = []
    var children: [DNS.Name: Node] = [:]

    mutating func add(_ record: DNS.ResourceRecord, below path: ArraySlice<DNS.Name>) {
      if let label = path.first {
        children[label, default: Node()].add(record, below: path.dropFirst())
      } else if !records.contains(where: { $0.data == record.data }) {
        records.append(record)
      }
    }

    mutating func remove(at path: ArraySlice<DNS.Name>) {
      guard let label = path.first else {
        records = []
        return
      }
      children[label]?.remove(at: path.dropFirst())
      if let child = children[label], child.records.isEmpty, child.children.isEmpty { children[label] = nil }
    }
  }

  public let origin: DNS.Name
  private var root = Node()

  /// The labels from below the origin down, each as a name of its own; nil for a name outside of the zone.
  private func path(to name: DNS.Name) throws -> [DNS.Name]? {
    guard try isAtOrBelow(name, origin) else { return nil }
    return name.labels.dropLast(origin.labels.count).reversed().map { DNS.Name(labels: [$0]) }
  }

  private func node(_ name: DNS.Name) throws -> Node? {
    guard let path = try path(to: name) else { return nil }
    var node: Node? = root
    for label in path { node = node?.children[label] }
    return node
  }

  public init(origin: DNS.Name, records: [DNS.ResourceRecord]) throws {
    self.origin = origin
    for record in records {
      guard let path = try path(to: record.name) else { throw DNS.ZoneError.outOfZone(record.name) }
      root.add(record, below: path[...])
    }
  }

  public func records(at name: DNS.Name) throws -> [DNS.ResourceRecord] { try node(name)?.records ?? [] }

  public func records(at name: DNS.Name, of type: DNS.RecordType) throws -> [DNS.ResourceRecord] {
    try records(at: name).filter { $0.type == type }
  }

  public func contains(_ name: DNS.Name) throws -> Bool { try node(name) != nil }

  public func closestEncloser(of name: DNS.Name) throws -> DNS.Name {
    guard let path = try path(to: name) else { throw DNS.ZoneError.outOfZone(name) }
    var (node, depth) = (root, 0)
    while depth < path.count, let child = node.children[path[depth]] { (node, depth) = (child, depth + 1) }
    return DNS.Name(labels: Array(name.labels.dropFirst(path.count - depth)))
  }

  public mutating func remove(_ name: DNS.Name) throws {
    if let path = try path(to: name) { root.remove(at: path[...]) }
  }
}
