import PostRoad

/// The head of a request to an origin, with its octets: whoever sends it often writes them once.
package final class OutgoingHead: Sendable {
  let head: LB.RequestHead
  let octets: [UInt8]
  /// Whether its body goes in chunks.
  let isChunked: Bool

  package init(_ head: LB.RequestHead) {
    self.head = head
    octets = requestHeadBytes(head)
    isChunked = !head.values(of: "transfer-encoding").isEmpty
  }
}
