import PostRoad

/// The seed of a random stream of its own: `seed` xor the 64-bit FNV-1a hash of the name.
///
/// The hash begins as 0xCBF29CE484222325. Each octet of the name's UTF-8, from the first to the last, is xored into it, and then it is
/// multiplied by 0x100000001B3 modulo 2^64.
///
/// Source: [RFC 9923 §2](https://www.rfc-editor.org/rfc/rfc9923#section-2).
public func streamSeed(_ seed: UInt64, for name: String) throws -> UInt64 {
  // TODO: 1. Stir the octets in. A product that does not fit must not trap.
  throw NotStarted()
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
  // TODO: 2. What has to be known of each road, from one packet to the next?

  /// No roads.
  public init(seed: UInt64) throws {
    // TODO: 3. Keep the seed.
    throw NotStarted()
  }

  /// Adds a road; where one leads from this node to that one already, it gets these properties. Its stream goes on where it was, and it
  /// stays cut if it is cut.
  ///
  /// - Throws: `Simulation.RoadError`, the first of these: `.notAShare(_:)` for a `loss` outside of 0 … 1,000,000, then for a
  ///   `duplication`; `.noRate` for 0 bits a second. Then nothing has changed.
  public mutating func add(_ road: Simulation.Road) throws {
    // TODO: 4. Refuse what no road can be.
    // TODO: 5. A new road, or new properties?
    throw NotStarted()
  }

  /// Cuts a road: what is sent over it does not arrive, until it is mended. A road that is cut can be cut again; nothing changes.
  ///
  /// - Throws: `Simulation.RoadError.noRoad(from:to:)` where there is none.
  public mutating func cut(from: String, to: String) throws {
    // TODO: 6. One direction alone.
    throw NotStarted()
  }

  /// Mends a road. One that is not cut stays as it is.
  ///
  /// - Throws: `Simulation.RoadError.noRoad(from:to:)` where there is none.
  public mutating func mend(from: String, to: String) throws {
    // TODO: 7. Back to what it was.
    throw NotStarted()
  }

  // TODO: 8. A helper of your own is welcome here.

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
    // TODO: 9. Draw first, whatever comes of it.
    // TODO: 10. Does it arrive, and how often?
    // TODO: 11. When does it?
    throw NotStarted()
  }
}
