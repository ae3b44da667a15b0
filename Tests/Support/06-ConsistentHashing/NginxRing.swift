import PostRoad

/// The ring that nginx builds for `hash … consistent`, after what its `ngx_http_upstream_hash_module.c` computes; it
/// is compatible with the one of Cache::Memcached::Fast.
///
/// A server of weight 1 has 160 points. Each stands at the CRC-32 of the host, a zero byte, the port, and the
/// position of the server's point before it, four bytes with the low one first (zeros for its first point). A key
/// stands at its CRC-32.
public enum NginxRing {
  /// A pool of servers, and where nginx sent each of `NginxRingPicks.keys`.
  public struct Pool: Sendable, CustomStringConvertible {
    /// The letters of the servers in the pool.
    public let servers: String
    /// One letter a key.
    public let picks: [String]

    public var description: String { "the servers \(servers)" }
  }

  /// Five servers, and four of them.
  public static let pools = [
    Pool(servers: "abcde", picks: NginxRingPicks.five.map(String.init)),
    Pool(servers: "abde", picks: NginxRingPicks.four.map(String.init)),
  ]

  /// Where a key stands.
  public static func position(of key: String) -> UInt32 { crc32ByDivision(key.utf8) }

  /// The ring of the recorded servers with these letters.
  public static func points(of servers: String) -> [Ring.Point<UInt32>] {
    let points = servers.utf8.flatMap { letter -> [Ring.Point<UInt32>] in
      let host = "127.0.0.\(11 + letter - UInt8(ascii: "a"))"
      let label = Array(host.utf8) + [0] + Array("15180".utf8)
      var previous: UInt32 = 0
      return (0..<160).map { _ in
        previous = crc32ByDivision(label + (0..<4).map { UInt8(truncatingIfNeeded: previous >> ($0 * 8)) })
        return Ring.Point(at: previous, node: String(decoding: [letter], as: UTF8.self))
      }
    }
    return points.sorted { $0.position < $1.position }
  }
}
