import PostRoad

/// Steps over points that are too early, in steps that halve from the greatest power of two that fits.
public func lookUp<Points: RandomAccessCollection, Position>(
  _ key: Position, in ring: Points
) throws -> Ring.Point<Position> where Points.Element == Ring.Point<Position>, Points.Index == Int {
  let count = ring.count
  guard count > 0 else { throw Ring.LookupError.emptyRing }
  var early = 0
  var step = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
  while step > 0 {
    if early + step <= count, ring[ring.startIndex + early + step - 1].position < key { early += step }
    step /= 2
  }
  // When all are too early, the ring begins again.
  return ring[ring.startIndex + early % count]
}
