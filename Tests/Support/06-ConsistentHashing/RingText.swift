import PostRoad

/// The points of a ring as a failure shows them: `a@10 b@30` are a point of a at 10 and one of b at 30.
public func points<Position>(_ text: String, of _: Position.Type = UInt32.self) -> [Ring.Point<Position>] {
  text.split(separator: " ").map { point in
    let parts = point.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Position(parts[1]) else { fatalError("not a point: \(point)") }
    return Ring.Point(at: position, node: String(parts[0]))
  }
}

/// A function that a test passes in has failed, and says so: the error has to come out as it is.
public struct Unavailable: Error, Hashable {
  /// What it was asked for.
  public let asked: String

  /// It was asked for this, and failed.
  public init(_ asked: String) { self.asked = asked }
}
