import LoadBalancing
import PostRoad

/// The heads that backends get. Clients send the same requests again and again, and what exercise 5.18 makes of one depends on
/// nothing but its head and who has sent it.
struct ForwardedHeads {
  /// Heads that are remembered. There are more only where clients or targets change all the time; then they are made anew.
  private static let most = 1_024

  private struct Key: Hashable {
    let number: Int
    let client: [UInt8]
  }

  private let name: String
  private var known: [Key: OutgoingHead] = [:]

  /// - Parameter name: what the balancer calls itself in Via.
  init(by name: String) { self.name = name }

  /// The head for a request. The body is here as a whole, so nobody has to be asked whether to send it.
  ///
  /// - Throws: what `forwardedHead` throws.
  mutating func head(for received: ReceivedRequest) throws -> OutgoingHead {
    let key = Key(number: received.number, client: received.peer.address)
    if let head = known[key] { return head }
    var head = received.head
    head.fields.removeAll { $0.name == "expect" }
    let made = OutgoingHead(
      try forwardedHead(of: head, body: received.bodyLength, from: received.peer.host, by: name))
    if known.count == Self.most { known.removeAll() }
    known[key] = made
    return made
  }
}
