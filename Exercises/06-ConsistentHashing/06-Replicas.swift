import PostRoad

/// The nodes that keep a key when more than one shall: the first `count` distinct nodes that the way from the key
/// meets, clockwise.
///
/// The way begins at the point that answers for the key and goes from point to point, over the end of the ring. A node
/// that was met before is passed over, however many points it has there. The way ends after one round at the latest.
///
/// - Parameters:
///   - count: how many nodes are wanted, 1 or more.
///   - key: the position of the key.
///   - ring: the points, sorted as `buildRing` sorts them.
/// - Returns: `count` different names, the key's own node first.
/// - Throws: in this order: `Ring.LookupError.emptyRing` when there are no points, `.tooFewNodes(wanted:have:)` when
///   `count` is less than 1 or the ring has fewer nodes than that; it has as many as its points have different names.
///
/// Source: DeCandia and others: "Dynamo: Amazon's Highly Available Key-value Store", SOSP 2007, §4.3: the *preference
/// list*.
public func replicas<Position>(
  _ count: Int, of key: Position, in ring: [Ring.Point<Position>]
) throws -> [String] {
  // TODO: 1. Find where the way begins: the first point at or after the key.
  // TODO: 2. Go on, once round at most; a node that was met before does not count again.
  // TODO: 3. Too few are an error, and so is none.
  throw NotStarted()
}
