import PostRoad

/// The ring after a node has joined: its points are added, and all others stay where they stand.
///
/// - Parameters:
///   - node: the name of the new node.
///   - ring: the points so far, sorted as `buildRing` sorts them; there may be none.
///   - pointsPerNode: how many points the new node has; their labels are those of `buildRing`.
///   - hash: gives a label its position, as it did for the points of `ring`.
/// - Returns: the points of `ring` and of `node`, sorted by position and, where positions are equal, by name: the ring
///   that `buildRing` would build of all these nodes.
/// - Throws: in this order: `Ring.BuildError.duplicateNode` when the node has a point on the ring already,
///   `.noPoints(perNode:)` when `pointsPerNode` is less than 1; then whatever `hash` throws.
public func joining<Position>(
  _ node: String, to ring: [Ring.Point<Position>], pointsPerNode: Int, hash: ([UInt8]) throws -> Position
) throws -> [Ring.Point<Position>] {
  // TODO: 1. A node that stands on the ring cannot join it once more.
  // TODO: 2. Make the points of the new node, and refuse wrong numbers of them.
  // TODO: 3. Bring old and new into the order in which `buildRing` would have them.
  throw NotStarted()
}

/// The ring after a node has left: its points are gone, and all others stay where they stand.
///
/// - Parameters:
///   - node: the name of the node.
///   - ring: the points so far, sorted.
/// - Returns: the points of all other nodes in their order; none when the last node leaves.
/// - Throws: `Ring.BuildError.unknownNode` when the node has no point on the ring; so on an empty ring for any node.
public func leaving<Position>(
  _ node: String, from ring: [Ring.Point<Position>]
) throws -> [Ring.Point<Position>] {
  // TODO: 4. Mind that the node may have no point, and that it may be the last one.
  throw NotStarted()
}

/// The keys that have another node than before, whatever rule gives them their nodes.
///
/// - Parameters:
///   - keys: the keys to ask for.
///   - before: the rule so far: the name of a key's node.
///   - after: the new rule.
/// - Returns: a move for each key whose node has changed, in the order of `keys`; a key that is given twice is told
///   twice.
/// - Throws: whatever `before` and `after` throw.
///
/// Source: Karger and others: "Consistent Hashing and Random Trees", STOC 1997: a rule is *monotone* when a node that
/// joins takes keys from the others, but no key moves between two nodes that were there before.
public func moves(
  of keys: [String], from before: (String) throws -> String, to after: (String) throws -> String
) throws -> [Ring.Move] {
  // TODO: 5. Both rules may fail; a key may be given twice.
  throw NotStarted()
}
