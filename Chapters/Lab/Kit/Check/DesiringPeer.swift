/// A name server that is asked with RD set, whatever the rule asks: a resolver does nothing for whoever does not desire it.
struct DesiringPeer: AuthorityPeer {
  /// The third octet of a message: `QR | OPCODE | AA | TC | RD` (RFC 1035 §4.1.1).
  private static let place = 2
  private static let desired: UInt8 = 1

  let peer: any AuthorityPeer

  func datagrams(_ messages: [[UInt8]]) throws -> [UInt8] {
    try peer.datagrams(messages.map { Self.desiring($0, from: 0) })
  }

  /// The pieces stay as long as they are, wherever they are cut.
  func stream(_ pieces: [[UInt8]], count: Int) throws -> [[UInt8]] {
    var all = Array(pieces.joined())
    var start = 0
    // Each message has its length before it (RFC 1035 §4.2.2).
    while start + 2 < all.count {
      all = Self.desiring(all, from: start + 2)
      start += 2 + Int(all[start]) << 8 + Int(all[start + 1])
    }
    var rest = all[...]
    return try peer.stream(
      pieces.map { piece in
        defer { rest = rest.dropFirst(piece.count) }
        return Array(rest.prefix(piece.count))
      }, count: count)
  }

  private static func desiring(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    guard bytes.count > start + place else { return bytes }
    var changed = bytes
    changed[start + place] |= desired
    return changed
  }
}
