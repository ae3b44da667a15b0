import PostRoad

/// Makes the new points without a ring of their own, and merges the two sorted lists from their ends.
public func joining<Position>(
  _ node: String, to ring: [Ring.Point<Position>], pointsPerNode: Int, hash: ([UInt8]) throws -> Position
) throws -> [Ring.Point<Position>] {
  if Set(ring.map(\.node)).contains(node) { throw Ring.BuildError.duplicateNode(node) }
  if pointsPerNode < 1 { throw Ring.BuildError.noPoints(perNode: pointsPerNode) }
  var new = try (0..<pointsPerNode).map { try hash(Array("\(node)_\($0)".utf8)) }.sorted()
  var old = ring
  var backwards: [Ring.Point<Position>] = []
  while let position = new.last {
    if let point = old.last, (point.position, point.node) > (position, node) {
      backwards.append(old.removeLast())
    } else {
      backwards.append(Ring.Point(at: new.removeLast(), node: node))
    }
  }
  return old + backwards.reversed()
}

/// Parts the points in two lists, and looks whether the one that goes has any.
public func leaving<Position>(
  _ node: String, from ring: [Ring.Point<Position>]
) throws -> [Ring.Point<Position>] {
  let parts = Dictionary(grouping: ring) { $0.node == node }
  if parts[true] == nil { throw Ring.BuildError.unknownNode(node) }
  return parts[false] ?? []
}

/// Asks the old rule for all keys before it asks the new one for the first.
public func moves(
  of keys: [String], from before: (String) throws -> String, to after: (String) throws -> String
) throws -> [Ring.Move] {
  let old = try keys.map(before)
  let new = try keys.map(after)
  return keys.indices.compactMap { index in
    old[index] == new[index] ? nil : Ring.Move(keys[index], from: old[index], to: new[index])
  }
}
