import PostRoad

/// Measures how far it is from the key to the first point of each node, and sorts the nodes by that.
public func replicas<Position>(
  _ count: Int, of key: Position, in ring: [Ring.Point<Position>]
) throws -> [String] {
  if ring.isEmpty { throw Ring.LookupError.emptyRing }
  // Points at one position are met in the order of the ring.
  var nearest: [String: (distance: Position, place: Int)] = [:]
  for (place, point) in ring.enumerated() {
    let way = (distance: point.position &- key, place: place)
    if let known = nearest[point.node], known < way { continue }
    nearest[point.node] = way
  }
  guard (1...nearest.count).contains(count) else {
    throw Ring.LookupError.tooFewNodes(wanted: count, have: nearest.count)
  }
  return nearest.sorted { $0.value < $1.value }.prefix(count).map(\.key)
}
