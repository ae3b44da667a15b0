import PostRoad

/// Finds the point of a ring that answers for a key: the first one at or after it; after the last point the ring
/// begins again.
///
/// It looks at few points: where each look halves what is left, thirteen or so find a key among 4,096 points. At most
/// 52 are allowed there.
///
/// - Parameters:
///   - key: the position of the key: its hash, as wide as the positions of the ring.
///   - ring: the points, sorted by position. It is an array or a slice of one, so its indices are integers, and the
///     first of them need not be 0.
/// - Returns: the point with the smallest position that is not less than `key`; when there is none, the first point of
///   the ring. Of points that share a position it is the first in `ring`.
/// - Throws: `Ring.LookupError.emptyRing` when there are no points.
///
/// Source: Karger and others: "Consistent Hashing and Random Trees", STOC 1997.
public func lookUp<Points: RandomAccessCollection, Position>(
  _ key: Position, in ring: Points
) throws -> Ring.Point<Position> where Points.Element == Ring.Point<Position>, Points.Index == Int {
  // TODO: 1. A ring without points answers for no key.
  // TODO: 2. Search with few looks; several points may share the position that you search.
  // TODO: 3. The ring has no end.
  throw NotStarted()
}
