import PostRoad

/// Builds a ring on which a node has as many points as its weight demands.
///
/// A node of weight `w` has `w × pointsPerWeight` points. They are numbered from 0 and labelled as `buildRing` labels
/// them, so a node that gains weight keeps the points it has and gets more behind them.
///
/// - Parameters:
///   - nodes: the nodes, in any order: the ring does not depend on it. A node of weight 0 gets no point.
///   - pointsPerWeight: the points for each unit of weight; not so many that the points would not fit into memory, unless
///     an error comes first.
///   - hash: gives a label its position. It may give two labels the same one.
/// - Returns: all points, sorted by position and, where positions are equal, by name.
/// - Throws: in this order: `Ring.BuildError.noPoints(perNode:)` with `pointsPerWeight` when that is less than 1; for
///   each node from the first to the last, `.duplicateNode` when its name stood there before, then
///   `.weightOutOfRange(_:node:)` when its weight is outside `Ring.WeightedNode.weights`; `.noNodes` when no node
///   weighs more than 0; then whatever `hash` throws.
///
/// Source: nginx, `ngx_http_upstream_hash_module.c`: 160 points for each unit of a server's weight.
public func buildWeightedRing<Position>(
  nodes: [Ring.WeightedNode], pointsPerWeight: Int, hash: ([UInt8]) throws -> Position
) throws -> [Ring.Point<Position>] {
  // TODO: 1. Refuse what makes no ring, in the order of the specification.
  // TODO: 2. Give each node its points, and bring all of them into the order of a ring.
  throw NotStarted()
}

/// How much of the ring leads to a node, counted exactly: the number of positions for which one of its points answers.
///
/// A point answers for its own position and for all positions after the point before it. Of points at the same position
/// the first answers for all of them.
///
/// - Parameters:
///   - node: the name of the node.
///   - ring: the points, sorted by position. Positions have at most 32 bits, so that their number fits into an `Int`.
/// - Returns: the number of positions; 0 for a node that has no point. Over all nodes of the ring it is 2^32 where
///   positions have 32 bits.
/// - Throws: `Ring.LookupError.emptyRing` when there are no points.
public func positions<Position>(of node: String, in ring: [Ring.Point<Position>]) throws -> Int {
  // TODO: 3. Mind the arc over the end of the numbers, and a ring with one position.
  // TODO: 4. Mind which of two points an arc belongs to.
  throw NotStarted()
}
