import PostRoad

/// The seed of a random stream of its own: `seed` xor the 64-bit FNV-1a hash of the name.
///
/// The hash begins as 0xCBF29CE484222325. Each octet of the name's UTF-8, from the first to the last, is xored into it, and then it is
/// multiplied by 0x100000001B3 modulo 2^64.
///
/// Source: [RFC 9923 §2](https://www.rfc-editor.org/rfc/rfc9923#section-2).
public func streamSeed(_ seed: UInt64, for name: String) throws -> UInt64 {
  // <write>
  // 1. Stir the octets in. A product that does not fit must not trap.
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for octet in name.utf8 {
    hash ^= UInt64(octet)
    hash &*= 0x100_0000_01B3
  }
  return seed ^ hash
  // </write>
}

/// The roads of a simulated network: whether a packet arrives, and when.
///
/// Each road has a stream of random numbers of its own: a `SeededRandom` with the seed `streamSeed(seed, for: "from>to")`, where `from`
/// and `to` are the names of its nodes. Each packet that is sent takes four numbers from it, whatever becomes of the packet, and
/// whether the road is cut or not:
///
/// 1. The packet is lost if this number modulo 1,000,000 is below the road's `loss`.
/// 2. If not lost, it arrives a second time, as a copy, if this number modulo 1,000,000 is below `duplication`.
/// 3. This number modulo (`jitter` + 1) is how late the packet is, in milliseconds.
/// 4. The same for its copy.
///
/// So no road changes what happens on another one, and the nth packet of a road has the same four numbers in every run.
///
/// Source: [tc-netem(8)](https://man7.org/linux/man-pages/man8/tc-netem.8.html) for what a road can do to a packet. The streams are our
/// rule; simulators call it *common random numbers*.
public struct RoadModel {
  // <declare>
  // 2. What has to be known of each road, from one packet to the next?
  private struct Ends: Hashable {
    var from: String
    var to: String
  }

  private struct State {
    var road: Simulation.Road
    var random: SeededRandom
    var isCut = false
  }

  private var roads: [Ends: State] = [:]
  private let seed: UInt64
  // </declare>

  /// No roads.
  public init(seed: UInt64) throws {
    // <write>
    // 3. Keep the seed.
    self.seed = seed
    // </write>
  }

  /// Adds a road; where one leads from this node to that one already, it gets these properties. Its stream goes on where it was, and it
  /// stays cut if it is cut.
  ///
  /// - Throws: `Simulation.RoadError`, the first of these: `.notAShare(_:)` for a `loss` outside of 0 … 1,000,000, then for a
  ///   `duplication`; `.noRate` for 0 bits a second. Then nothing has changed.
  public mutating func add(_ road: Simulation.Road) throws {
    // <write>
    // 4. Refuse what no road can be.
    for share in [road.loss, road.duplication] where !(0...Simulation.million).contains(share) {
      throw Simulation.RoadError.notAShare(share)
    }
    if road.bitsPerSecond == 0 { throw Simulation.RoadError.noRate }
    // 5. A new road, or new properties?
    let ends = Ends(from: road.from, to: road.to)
    if roads[ends] == nil {
      let random = SeededRandom(seed: try streamSeed(seed, for: "\(road.from)>\(road.to)"))
      roads[ends] = State(road: road, random: random)
    }
    roads[ends]?.road = road
    // </write>
  }

  /// Cuts a road: what is sent over it does not arrive, until it is mended. A road that is cut can be cut again; nothing changes.
  ///
  /// - Throws: `Simulation.RoadError.noRoad(from:to:)` where there is none.
  public mutating func cut(from: String, to: String) throws {
    // <write>
    // 6. One direction alone.
    try set(isCut: true, from: from, to: to)
    // </write>
  }

  /// Mends a road. One that is not cut stays as it is.
  ///
  /// - Throws: `Simulation.RoadError.noRoad(from:to:)` where there is none.
  public mutating func mend(from: String, to: String) throws {
    // <write>
    // 7. Back to what it was.
    try set(isCut: false, from: from, to: to)
    // </write>
  }

  // <declare>
  // 8. A helper of your own is welcome here.
  private mutating func set(isCut: Bool, from: String, to: String) throws {
    let ends = Ends(from: from, to: to)
    guard roads[ends] != nil else { throw Simulation.RoadError.noRoad(from: from, to: to) }
    roads[ends]?.isCut = isCut
  }
  // </declare>

  /// Sends a packet.
  ///
  /// It arrives at `now` + the road's delay + the time that its bits need to enter the road + how late it is. The bits need
  /// `octets` · 8 / `bitsPerSecond` seconds; a millisecond that has begun counts as a whole one. Where the road has no
  /// `bitsPerSecond`, they need no time. Packets do not wait for each other, so one may overtake another.
  ///
  /// - Parameters:
  ///   - octets: the size of the packet.
  ///   - now: the time in milliseconds, up to 2^62 on either side of 0. The calls may come in any order of time.
  /// - Returns: when it arrives, and when its copy does, which may be earlier. One time where there is no copy; none where the packet is
  ///   lost, or the road is cut now. What was returned before is not touched by a cut: such a packet is under way.
  /// - Throws: `Simulation.RoadError.noRoad(from:to:)` where there is none.
  public mutating func send(_ octets: UInt32, from: String, to: String, now: Int64) throws -> [Int64] {
    // <write>
    // 9. Draw first, whatever comes of it.
    let ends = Ends(from: from, to: to)
    guard var state = roads[ends] else { throw Simulation.RoadError.noRoad(from: from, to: to) }
    let draws = (0..<4).map { _ in state.random.next() }
    roads[ends] = state
    // 10. Does it arrive, and how often?
    let road = state.road
    let million = UInt64(Simulation.million)
    if state.isCut || draws[0] % million < road.loss { return [] }
    let isDoubled = draws[1] % million < road.duplication
    // 11. When does it?
    var sent = now + Int64(road.delay)
    if let rate = road.bitsPerSecond {
      let (whole, rest) = (UInt64(octets) * 8_000).quotientAndRemainder(dividingBy: rate)
      sent += Int64(whole) + (rest > 0 ? 1 : 0)
    }
    let late = draws[2...].map { Int64($0 % (UInt64(road.jitter) + 1)) }
    return isDoubled ? [sent + late[0], sent + late[1]] : [sent + late[0]]
    // </write>
  }
}
