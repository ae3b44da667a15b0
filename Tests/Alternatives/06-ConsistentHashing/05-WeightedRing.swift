import PostRoad

/// Makes the points in the order of the names and sorts numbers of points, of which the smaller one goes first where
/// positions are equal.
public func buildWeightedRing<Position>(
  nodes: [Ring.WeightedNode], pointsPerWeight: Int, hash: ([UInt8]) throws -> Position
) throws -> [Ring.Point<Position>] {
  if pointsPerWeight < 1 { throw Ring.BuildError.noPoints(perNode: pointsPerWeight) }
  var weights: [String: Int] = [:]
  for node in nodes {
    if weights.updateValue(node.weight, forKey: node.name) != nil {
      throw Ring.BuildError.duplicateNode(node.name)
    }
    if !Ring.WeightedNode.weights.contains(node.weight) {
      throw Ring.BuildError.weightOutOfRange(node.weight, node: node.name)
    }
  }
  if weights.values.allSatisfy({ $0 == 0 }) { throw Ring.BuildError.noNodes }
  let points = try weights.sorted { $0.key < $1.key }.flatMap { name, weight in
    try (0..<(weight * pointsPerWeight)).map { number in
      Ring.Point(at: try hash(Array("\(name)_\(number)".utf8)), node: name)
    }
  }
  return points.indices.sorted { (points[$0].position, $0) < (points[$1].position, $1) }.map { points[$0] }
}

/// Shares out the whole circle among all nodes, and looks one of them up; a difference that wraps is right over the end
/// of the numbers, too.
public func positions<Position>(of node: String, in ring: [Ring.Point<Position>]) throws -> Int {
  guard let last = ring.last else { throw Ring.LookupError.emptyRing }
  var shares: [String: Int] = [:]
  var previous = last.position
  for point in ring {
    shares[point.node, default: 0] += Int(point.position &- previous)
    previous = point.position
  }
  // All points at one position: there is no difference, and the first of them answers for everything.
  if ring[0].position == last.position { shares[ring[0].node] = 1 << Position.bitWidth }
  return shares[node] ?? 0
}
