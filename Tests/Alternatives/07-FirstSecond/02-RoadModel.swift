import PostRoad

public func streamSeed(_ seed: UInt64, for name: String) throws -> UInt64 {
  // The prime is 2^40 + 0x1B3: the product is a shift and a small one.
  seed
    ^ name.utf8.reduce(14_695_981_039_346_656_037) { hash, octet in
      let stirred = hash ^ UInt64(octet)
      return (stirred << 40) &+ (stirred &* 0x1B3)
    }
}

/// A list of roads and a list of streams, and a packet's fate as a value that is drawn before the road is looked at.
public struct RoadModel {
  private var roads: [Simulation.Road] = []
  private var streams: [SeededRandom] = []
  private var cuts: Set<Int> = []
  private let seed: UInt64

  public init(seed: UInt64) throws { self.seed = seed }

  private struct Fate {
    let loss, duplication, late, copyLate: UInt64

    init(_ random: inout SeededRandom) {
      loss = random.next() % 1_000_000
      duplication = random.next() % 1_000_000
      late = random.next()
      copyLate = random.next()
    }
  }

  private func place(_ from: String, _ to: String) throws -> Int {
    guard let place = roads.firstIndex(where: { $0.from == from && $0.to == to }) else {
      throw Simulation.RoadError.noRoad(from: from, to: to)
    }
    return place
  }

  public mutating func add(_ road: Simulation.Road) throws {
    if road.loss < 0 || road.loss > 1_000_000 { throw Simulation.RoadError.notAShare(road.loss) }
    if road.duplication < 0 || road.duplication > 1_000_000 {
      throw Simulation.RoadError.notAShare(road.duplication)
    }
    if let rate = road.bitsPerSecond, rate < 1 { throw Simulation.RoadError.noRate }
    if let known = roads.firstIndex(where: { $0.from == road.from && $0.to == road.to }) {
      roads[known] = road
    } else {
      roads.append(road)
      streams.append(SeededRandom(seed: try streamSeed(seed, for: road.from + ">" + road.to)))
    }
  }

  public mutating func cut(from: String, to: String) throws { cuts.insert(try place(from, to)) }

  public mutating func mend(from: String, to: String) throws { cuts.remove(try place(from, to)) }

  public mutating func send(_ octets: UInt32, from: String, to: String, now: Int64) throws -> [Int64] {
    let place = try place(from, to)
    let fate = Fate(&streams[place])
    let road = roads[place]
    guard !cuts.contains(place), fate.loss >= UInt64(road.loss) else { return [] }
    var entering: Int64 = 0
    if let rate = road.bitsPerSecond {
      entering = Int64((UInt128(octets) * 8_000 + UInt128(rate) - 1) / UInt128(rate))
    }
    let width = UInt64(road.jitter) + 1
    let all = [fate.late, fate.copyLate].map { now + Int64(road.delay) + entering + Int64($0 % width) }
    return fate.duplication < UInt64(road.duplication) ? all : [all[0]]
  }
}
