/// SplitMix64 as `SeededRandom` is, in this module: a call of another module's function costs as much as the draw.
package struct ScaleRandom {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A stream of its own for each purpose and number, so that what is drawn for one POP does not depend on the others.
  package init(seed: UInt64, _ purpose: Purpose, _ number: Int) {
    // A stream of SplitMix64 is a place in one sequence: only its output, not its state, may be the next seed.
    var mixer = ScaleRandom(seed: seed)
    mixer = ScaleRandom(seed: mixer.next() ^ purpose.rawValue)
    mixer = ScaleRandom(seed: mixer.next() ^ UInt64(number))
    state = mixer.next()
  }

  package enum Purpose: UInt64 {
    case network = 1
    case clients, resolvers, requests, fall, trace, names, hot, choices, sites
  }

  @inline(__always) package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of (0, 1]: never 0, so that it has a logarithm.
  @inline(__always) package mutating func unit() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }

  /// A number of 0 ..< count, by the high half of a product; count is far below 2^32, so that no bias can be seen.
  @inline(__always) package mutating func index(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }
}
