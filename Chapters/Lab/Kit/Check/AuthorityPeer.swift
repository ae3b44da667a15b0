import DNSMessages
import PostRoad

/// A name server that is judged, as it is seen from outside.
package protocol AuthorityPeer {
  /// Sends messages from one socket, and returns the first that comes back.
  func datagrams(_ messages: [[UInt8]]) throws -> [UInt8]
  /// Sends pieces on one connection, one after the other, and returns the first `count` messages that come back.
  func stream(_ pieces: [[UInt8]], count: Int) throws -> [[UInt8]]
}

/// One over sockets.
struct SocketAuthority: AuthorityPeer {
  /// Milliseconds for an answer: a server on this machine needs a few.
  private static let patience: Int64 = 2_000

  let endpoint: Endpoint

  func datagrams(_ messages: [[UInt8]]) throws -> [UInt8] {
    let socket = try PatientConnection(.udp, to: endpoint, patience: Self.patience)
    for message in messages { try socket.send(message) }
    return try socket.datagram()
  }

  func stream(_ pieces: [[UInt8]], count: Int) throws -> [[UInt8]] {
    let socket = try PatientConnection(to: endpoint, patience: Self.patience)
    for piece in pieces { try socket.send(piece) }
    var framer = TCPFramer()
    var messages: [[UInt8]] = []
    while messages.count < count {
      try socket.receive()
      guard !socket.isAtEnd else { throw Ended(messages: messages.count, of: count) }
      messages += try framer.receive(socket.input)
      socket.input = []
    }
    return messages
  }

  private struct Ended: Error, CustomStringConvertible {
    let messages: Int
    let of: Int
    var description: String { "the connection ended after \(messages) of \(of) answers" }
  }
}
