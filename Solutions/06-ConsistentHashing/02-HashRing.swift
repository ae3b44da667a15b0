import PostRoad

/// Builds a hash ring: every node stands on it at many points.
///
/// Point number `n` of a node stands at the hash of its *label*: the node's name, an underscore, and `n` in decimal
/// digits, all as UTF-8. So the points of `tower1` are at the hashes of `tower1_0`, `tower1_1`, and so on.
///
/// - Parameters:
///   - nodes: the names of the nodes, in any order: the ring does not depend on it.
///   - pointsPerNode: how many points each node has; they are numbered from 0.
///   - hash: gives a label its position. It may give two labels the same one.
/// - Returns: all points, `nodes.count × pointsPerNode` of them, sorted by position. Points that share a position are
///   all kept, and sorted by the names of their nodes as Swift's `<` compares strings.
/// - Throws: in this order: `Ring.BuildError.noNodes` when there is no node, `.noPoints(perNode:)` when
///   `pointsPerNode` is less than 1, `.duplicateNode` with the name that is the first to be given for the second time (`b` of
///   a, b, b, a); then whatever `hash` throws.
///
/// Source: Karger and others: "Consistent Hashing and Random Trees", STOC 1997; the labels are those of Envoy's ring.
public func buildRing<Position>(
  nodes: [String], pointsPerNode: Int, hash: ([UInt8]) throws -> Position
) throws -> [Ring.Point<Position>] {
  // <write>
  // 1. Refuse what makes no ring, in the order of the specification, before the hash is asked.
  guard !nodes.isEmpty else { throw Ring.BuildError.noNodes }
  guard pointsPerNode >= 1 else { throw Ring.BuildError.noPoints(perNode: pointsPerNode) }
  var seen: Set<String> = []
  for node in nodes where !seen.insert(node).inserted {
    throw Ring.BuildError.duplicateNode(node)
  }
  // 2. Give each node its points.
  var points: [Ring.Point<Position>] = []
  for node in nodes {
    for number in 0..<pointsPerNode {
      let label = "\(node)_\(number)"
      points.append(Ring.Point(at: try hash(Array(label.utf8)), node: node))
    }
  }
  // 3. Bring them into an order that depends on the nodes alone.
  return points.sorted { ($0.position, $0.node) < ($1.position, $1.node) }
  // </write>
}
