import PostRoad

/// The ring that nginx builds for `hash … consistent`, after what its `ngx_http_upstream_hash_module.c` computes; it
/// is compatible with the one of Cache::Memcached::Fast.
///
/// A server has 160 points for each unit of its weight. Each stands at the CRC-32 of the host, a zero byte, the port, and the
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
    let points = servers.flatMap { letter in
      positions(of: letter, count: pointsPerWeight).map { Ring.Point(at: $0, node: String(letter)) }
    }
    return points.sorted { $0.position < $1.position }
  }

  /// The points of a server for each unit of its weight.
  public static let pointsPerWeight = 160

  /// The servers of the recording with weights.
  public static let weights = zip("abcde", [1, 2, 3, 1, 4]).map { Ring.WeightedNode(String($0), weight: $1) }

  /// nginx's points under the names that the workbook gives them: `a_0` for the first point of a, and so on.
  public static let labels = LabelTable(
    Dictionary(
      uniqueKeysWithValues: weights.flatMap { server in
        positions(of: Character(server.name), count: server.weight * pointsPerWeight).enumerated()
          .map { ("\(server.name)_\($0.offset)", $0.element) }
      }))

  /// The positions of a server's points, in the order in which nginx finds them.
  private static func positions(of letter: Character, count: Int) -> [UInt32] {
    let host = "127.0.0.\(11 + (letter.asciiValue ?? 0) - UInt8(ascii: "a"))"
    let label = Array(host.utf8) + [0] + Array("15180".utf8)
    var previous: UInt32 = 0
    return (0..<count).map { _ in
      previous = crc32ByDivision(label + (0..<4).map { UInt8(truncatingIfNeeded: previous >> ($0 * 8)) })
      return previous
    }
  }
}
