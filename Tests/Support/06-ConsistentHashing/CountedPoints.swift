import PostRoad

/// The points of a ring, which count how often one of them is looked at.
public struct CountedPoints<Position>: RandomAccessCollection
where Position: FixedWidthInteger & UnsignedInteger & Sendable {
  private final class Counter {
    var looks = 0
  }

  private let points: [Ring.Point<Position>]
  private let counter = Counter()

  /// The points, none of which was looked at yet.
  public init(_ points: [Ring.Point<Position>]) { self.points = points }

  /// How often a point was looked at; the same one twice counts twice.
  public var looks: Int { counter.looks }

  public var startIndex: Int { points.startIndex }
  public var endIndex: Int { points.endIndex }

  public subscript(index: Int) -> Ring.Point<Position> {
    counter.looks += 1
    return points[index]
  }
}
