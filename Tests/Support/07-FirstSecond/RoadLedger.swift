import PostRoad

/// A second implementation of one road: its numbers are a plain list that is computed anew from the beginning for each packet, with
/// SplitMix64 and FNV-1a in 128 bits, where nothing overflows.
public struct RoadLedger: Sendable {
  public var road: Simulation.Road
  public var isCut = false
  private let seed: UInt128
  private var packets = 0

  public init(seed: UInt64, _ road: Simulation.Road) {
    self.road = road
    let name = Array(road.from.utf8) + Array(">".utf8) + Array(road.to.utf8)
    let hash = name.reduce(14_695_981_039_346_656_037 as UInt128) { hash, octet in
      ((hash ^ UInt128(octet)) * 1_099_511_628_211) % Self.words
    }
    self.seed = UInt128(seed) ^ hash
  }

  private static let words: UInt128 = 1 << 64

  /// The number at a place of the stream, from 0.
  private func number(_ place: Int) -> UInt128 {
    var z = (seed + UInt128(place + 1) * 0x9E37_79B9_7F4A_7C15) % Self.words
    z = ((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9) % Self.words
    z = ((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB) % Self.words
    return z ^ (z >> 31)
  }

  public mutating func send(_ octets: UInt32, now: Int64) -> [Int64] {
    let first = 4 * packets
    packets += 1
    guard !isCut, number(first) % 1_000_000 >= UInt128(road.loss) else { return [] }
    let copies = number(first + 1) % 1_000_000 < UInt128(road.duplication) ? 2 : 1
    return (0..<copies).map { copy in
      let late = number(first + 2 + copy) % (UInt128(road.jitter) + 1)
      let rate = road.bitsPerSecond.map { UInt128($0) }
      // Rounded up: what is missing to the next whole millisecond is added before.
      let entering = rate.map { (UInt128(octets) * 8_000 + $0 - 1) / $0 } ?? 0
      return now + Int64(road.delay) + Int64(entering + late)
    }
  }
}
