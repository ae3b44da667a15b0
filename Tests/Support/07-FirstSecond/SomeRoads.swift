import PostRoad

extension Simulation.Road {
  /// The road from `stub` to `resolver`, with what a test needs of its properties.
  public static func stub(
    delay: UInt32 = 0, rate: UInt64? = nil, jitter: UInt32 = 0, loss: Int = 0, duplication: Int = 0
  ) -> Simulation.Road {
    .init(
      from: "stub", to: "resolver", delay: delay, bitsPerSecond: rate, jitter: jitter, loss: loss,
      duplication: duplication)
  }

  /// A road with some of everything: half of these take no time for the bits, and the others carry 50,000 bit/s at most.
  public static func random(
    from: String, to: String, using random: inout SeededRandom
  ) -> Simulation.Road {
    .init(
      from: from, to: to, delay: .random(in: 0...90, using: &random),
      bitsPerSecond: Bool.random(using: &random) ? nil : .random(in: 1...50_000, using: &random),
      jitter: .random(in: 0...9, using: &random), loss: .random(in: 0...1_000_000, using: &random),
      duplication: .random(in: 0...1_000_000, using: &random))
  }
}
