import ConsistentHashing
import PostRoad

/// One direction of a road: what is lost on it, and when the rest arrives. It has no clock.
///
/// Each way draws from a random stream of its own, so that another connection changes nobody's losses.
package struct RoadWay {
  /// Milliseconds until TCP sends again what nobody has acknowledged. RFC 6298 §2.4 wants a second at least; Linux has this.
  static let retransmission: Int64 = 200
  /// The same for the packet that begins a connection, when nobody knows yet how long the road is (RFC 6298 §2.1).
  static let firstRetransmission: Int64 = 1_000
  /// How often TCP sends again before it gives the connection up: Linux's `tcp_retries2`.
  static let retries = 15
  /// The longest wait between two of them: Linux's `TCP_RTO_MAX`. RFC 6298 §2.5 allows a limit of a minute or more.
  static let longestRetransmission: Int64 = 120_000
  /// The octets of a packet of TCP: 1,500 of Ethernet, less 40 of headers and 12 of time stamps.
  static let segment = 1_448

  private let settings: RoadSettings
  private var random: SeededRandom
  /// No octet of a connection arrives before the one that was sent before it.
  private var lastArrival: Int64 = .min

  /// - Parameter name: of the way, another for each.
  package init(_ settings: RoadSettings, name: String) throws {
    self.settings = settings
    random = SeededRandom(seed: settings.seed ^ UInt64(try fnv1a(Array(name.utf8))) << 32)
  }

  /// A datagram sets out.
  ///
  /// - Returns: when it arrives, or nil where it is lost.
  package mutating func datagram(at time: Int64) -> Int64? {
    // Drawn in a cut as well: a cut changes nothing of what comes after it.
    let isLost = draw(1)
    return isLost || settings.isCut(time) ? nil : time + settings.delay
  }

  /// Octets of a TCP connection set out. What is lost is sent again, later and later (RFC 6298 §5.5), and all that comes after it
  /// waits.
  ///
  /// - Parameter isFirst: whether they begin the connection.
  /// - Returns: when they arrive, and how often they were sent again; nil where the sender gives up.
  package mutating func octets(_ count: Int, at time: Int64, isFirst: Bool = false) -> (
    arrival: Int64, repeats: Int
  )? {
    var departure = time
    var wait = isFirst ? Self.firstRetransmission : Self.retransmission
    // Any of the packets may be lost; what is sent again is mostly one.
    var packets = max(1, (count + Self.segment - 1) / Self.segment)
    for repeats in 0...Self.retries {
      let isLost = draw(packets)
      if !isLost, !settings.isCut(departure) {
        lastArrival = max(lastArrival, departure + settings.delay)
        return (lastArrival, repeats)
      }
      packets = 1
      departure += wait
      wait = min(2 * wait, Self.longestRetransmission)
    }
    return nil
  }

  /// Whether at least one of so many packets is lost.
  private mutating func draw(_ packets: Int) -> Bool {
    var isLost = false
    for _ in 0..<packets where Double.random(in: 0..<1, using: &random) < settings.loss { isLost = true }
    return isLost
  }
}
