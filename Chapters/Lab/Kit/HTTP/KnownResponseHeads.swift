import PostRoad

/// A response's head that was read, and what a gateway makes of it.
final class KnownResponseHead: Sendable {
  let head: ResponseHead
  /// Its fields without those that were for the connection (RFC 9110 §7.6.1).
  let fields: HTTP.Fields
  /// The same with the length of the body, where the head says it.
  let sized: HTTP.Fields
  let hasDate: Bool
  /// Whether the connection stays open after it.
  let keepsConnection: Bool

  init(_ head: ResponseHead) {
    self.head = head
    fields = head.fields.withoutConnectionFields()
    hasDate = fields.contains("Date")
    keepsConnection = head.keepsConnection
    var sized = fields
    if case .bytes(let count) = head.length { sized.set("Content-Length", "\(count)") }
    self.sized = sized
  }
}

/// The heads that an origin has sent, for all connections to it.
final class KnownResponseHeads {
  private var known = KnownHeads<KnownResponseHead>()
  /// The one that came last: mostly the next one is the same.
  private var last: (octets: [UInt8], head: KnownResponseHead)?

  /// - Throws: what `ResponseHead` throws.
  func read(_ octets: [UInt8]) throws -> KnownResponseHead {
    if let last, begin(octets, with: last.octets) { return last.head }
    let head = try known.read(octets) { octets in
      let head = try ResponseHead(octets)
      return (KnownResponseHead(head), head.octets)
    }
    last = (Array(octets[..<head.head.octets]), head)
    return head
  }
}
