import LoadBalancing
import PostRoad

/// Reads heads of which many have the same fields after different request lines, as a client's do that asks for one thing after another.
///
/// What is read is what `parseRequestHead` (exercise 5.15) reads: the fields once, with the first request line they come after, and each
/// further line alone. In HTTP/1.0 a line needs no Host after it.
package struct KnownFields {
  /// How many octets of fields are kept.
  private static let limit = 1 << 20
  private static let version = Array("HTTP/1.1\r\n".utf8)
  private static let oldVersion = Array("HTTP/1.0\r\n\r\n".utf8)

  private var known: [ArraySlice<UInt8>: LB.RequestHead] = [:]
  private var octets = 0

  package init() {}

  /// The head at the front of the octets.
  ///
  /// - Throws: what `parseRequestHead` throws.
  package mutating func parse(_ octets: [UInt8]) throws -> LB.RequestHead {
    guard let lineEnd = octets.firstIndex(of: 0x0A), lineEnd >= Self.version.count,
      octets[(lineEnd - Self.version.count + 1)...lineEnd].elementsEqual(Self.version),
      let end = KnownHeads<LB.RequestHead>.end(octets), end <= LB.RequestHead.maximumLength
    else { return try parseRequestHead(octets) }
    let fields = octets[(lineEnd + 1)..<end]
    if var head = known[fields], let line = Self.line(octets[...(lineEnd - Self.version.count)]) {
      (head.method, head.target, head.length) = (line.method, line.target, end)
      return head
    }
    let head = try parseRequestHead(octets)
    self.octets += fields.count
    if self.octets > Self.limit {
      known.removeAll()
      self.octets = fields.count
    }
    known[Array(fields)[...]] = head
    return head
  }

  /// What a request line says, without its version; nil where it is none.
  private static func line(_ octets: ArraySlice<UInt8>) -> LB.RequestHead? {
    // An empty line before it would be skipped, and this one taken for the end.
    octets.first == 0x0D ? nil : try? parseRequestHead(Array(octets) + oldVersion)
  }
}
