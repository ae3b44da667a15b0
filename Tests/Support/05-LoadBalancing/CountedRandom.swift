import PostRoad

/// Seeded randomness that counts how often it is asked.
public struct CountedRandom: RandomNumberGenerator {
  private var source: SeededRandom
  public private(set) var draws = 0

  public init(seed: UInt64) { source = SeededRandom(seed: seed) }

  public mutating func next() -> UInt64 {
    draws += 1
    return source.next()
  }
}
