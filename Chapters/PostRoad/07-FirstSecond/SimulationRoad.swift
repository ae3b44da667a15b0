extension Simulation {
  /// The whole of a share: a loss of 10,000 is one packet in a hundred.
  public static let million = 1_000_000

  /// One direction of the way between two nodes. The way back is a road of its own.
  public struct Road: Hashable, Sendable {
    /// The node that sends.
    public var from: String
    /// The node that receives.
    public var to: String
    /// Milliseconds that the first bit needs to the other end: the propagation delay.
    public var delay: UInt32
    /// Bits that enter the road in a second; nil where the size of a packet makes no difference.
    public var bitsPerSecond: UInt64?
    /// Milliseconds that a packet may be late, at most.
    public var jitter: UInt32
    /// Packets that are lost, of a million.
    public var loss: Int
    /// Packets that arrive twice, of a million of those that are not lost.
    public var duplication: Int

    /// A road on which nothing happens but `delay`, unless you say otherwise.
    public init(
      from: String, to: String, delay: UInt32 = 0, bitsPerSecond: UInt64? = nil, jitter: UInt32 = 0,
      loss: Int = 0, duplication: Int = 0
    ) {
      self.from = from
      self.to = to
      self.delay = delay
      self.bitsPerSecond = bitsPerSecond
      self.jitter = jitter
      self.loss = loss
      self.duplication = duplication
    }
  }

  /// What is wrong with a road.
  public enum RoadError: Error, Hashable, Sendable {
    /// No road leads from this node to that one.
    case noRoad(from: String, to: String)
    /// A loss or a duplication is below 0, or above a million.
    case notAShare(Int)
    /// No bit ever enters a road of 0 bits a second.
    case noRate
  }
}
