import ConsistentHashing
import LoadBalancing
import PostRoad
import ScaleKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Rings, bounded loads and two choices, which share requests out.
enum SharingRows {
  private static let nodes = 20
  private static let points = 100
  private static let keys = 5_000
  private static let percent = 125

  static func rows(_ settings: ScaleSettings) throws -> [ScaleRow] {
    try ring(settings) + twoChoices(settings)
  }

  private static func ring(_ settings: ScaleSettings) throws -> [ScaleRow] {
    let names = (0..<nodes).map { "shield\($0)" }
    let hash: ([UInt8]) throws -> UInt32 = { try fmix32(fnv1a($0)) }
    let ring = try buildRing(nodes: names, pointsPerNode: points, hash: hash)
    let keys = try (0..<keys).map { try hash(Array("/\(settings.seed)/\($0)".utf8)) }
    let before = try keys.map { try lookUp($0, in: ring).node }
    var moved = 0
    for name in names {
      let rest = try leaving(name, from: ring)
      for (key, node) in zip(keys, before) where try lookUp(key, in: rest).node != node { moved += 1 }
    }
    var bounded = try BoundedLoads(ring, percent: percent)
    for key in keys { _ = try bounded.begin(key) }
    let most = try names.map { try bounded.load(of: $0) }.max() ?? 0
    let limit = (percent * keys.count + 100 * nodes - 1) / (100 * nodes)
    var plain: [String: Int] = [:]
    for node in before { plain[node, default: 0] += 1 }
    return [
      ScaleRow(
        "6.3  one of 20 leaves: 5,000 keys move", .count,
        paper: Double(keys.count) / Double(nodes), simulated: Double(moved) / Double(nodes)),
      ScaleRow(
        "6.7  at most 125 %: most keys of one", .count, paper: Double(limit), simulated: Double(most)),
      ScaleRow("     without a bound", .count, simulated: Double(plain.values.max() ?? 0)),
    ]
  }

  private static let backends = 500
  private static let rounds = 20

  /// As many requests as backends, several times.
  private static func twoChoices(_ settings: ScaleSettings) throws -> [ScaleRow] {
    var random = SeededRandom(seed: settings.seed)
    var (loaded, most, mostOfOne) = (0, 0, 0)
    for _ in 0..<rounds {
      var pool = (0..<backends).map { LB.Backend("b\($0)") }
      var one = [Int](repeating: 0, count: backends)
      for _ in 0..<backends {
        let pick = try pickTwoChoices(pool, using: &random)
        pool[pick].activeConnections += 1
        one[Int.random(in: 0..<backends, using: &random)] += 1
      }
      loaded += pool.count { $0.activeConnections >= 2 }
      most += pool.map(\.activeConnections).max() ?? 0
      mostOfOne += one.max() ?? 0
    }
    let share = Double(loaded) / Double(rounds * backends)
    return [
      ScaleRow(
        "5.6  two choices: have two or more", .share,
        paper: ManyBackends.share(withAtLeast: 2, choices: 2), simulated: share),
      ScaleRow(
        "     most of one; ln ln n/ln 2 + O(1)", .number,
        paper: log(log(Double(backends))) / log(2),
        simulated: Double(most) / Double(rounds)),
      ScaleRow("     most with one choice", .number, simulated: Double(mostOfOne) / Double(rounds)),
    ]
  }
}
