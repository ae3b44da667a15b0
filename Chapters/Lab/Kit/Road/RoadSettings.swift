/// What a road does to what travels on it.
package struct RoadSettings: Hashable, Sendable {
  /// Milliseconds for one way.
  package var delay: Int64 = 0
  /// Which share of the packets is lost, 0 to 1.
  package var loss = 0.0
  /// When the road is cut, in milliseconds from its beginning. What is under way then arrives all the same.
  package var cuts: [Range<Int64>] = []
  /// Equal seeds give equal losses.
  package var seed: UInt64 = 1

  package init() {}

  func isCut(_ time: Int64) -> Bool { cuts.contains { $0.contains(time) } }
}
