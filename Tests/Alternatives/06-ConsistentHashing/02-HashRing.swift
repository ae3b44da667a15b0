import PostRoad

/// Gathers the names that fall on each position in a dictionary, then sorts the positions alone, and the names of each.
public func buildRing<Position>(
  nodes: [String], pointsPerNode: Int, hash: ([UInt8]) throws -> Position
) throws -> [Ring.Point<Position>] {
  if nodes.isEmpty { throw Ring.BuildError.noNodes }
  if pointsPerNode < 1 { throw Ring.BuildError.noPoints(perNode: pointsPerNode) }
  var known: [String: Int] = [:]
  for node in nodes {
    known[node, default: 0] += 1
    if known[node] == 2 { throw Ring.BuildError.duplicateNode(node) }
  }
  var names: [Position: [String]] = [:]
  for number in 0..<pointsPerNode {
    let ending = Array("_\(number)".utf8)
    for node in nodes { names[try hash(Array(node.utf8) + ending), default: []].append(node) }
  }
  return names.keys.sorted().flatMap { position in
    (names[position] ?? []).sorted().map { Ring.Point(at: position, node: $0) }
  }
}
