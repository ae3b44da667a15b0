#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The server side of DNS over UDP and TCP at one port: hands on messages, and sends what they are answered with.
package final class DNSServer {
  /// Who answers.
  package protocol Owner: AnyObject {
    /// - Parameter answer: sends the response. It may be called later, or never.
    func received(_ query: ReceivedQuery, answer: @escaping ([UInt8]) -> Void)
  }

  package weak var owner: (any Owner)?
  /// Where it listens, for both.
  package let endpoint: Endpoint

  private let datagrams: DatagramServer
  private let streams: DNSStreamServer

  package init(at endpoint: Endpoint, on loop: EventLoop) throws {
    let (stream, datagram) = try Socket.listeningForBoth(at: endpoint)
    self.endpoint = stream.endpoint
    datagrams = DatagramServer(datagram, on: loop)
    streams = DNSStreamServer(stream, on: loop)
    datagrams.server = self
    streams.server = self
  }
}

/// A message as it came.
package struct ReceivedQuery: Sendable {
  private enum Sender: Sendable {
    case datagram(DatagramPeer)
    case stream(Endpoint)
  }

  package let message: [UInt8]
  private let sender: Sender

  init(_ message: [UInt8], from peer: DatagramPeer) {
    self.message = message
    sender = .datagram(peer)
  }

  init(_ message: [UInt8], from peer: Endpoint) {
    self.message = message
    sender = .stream(peer)
  }

  package var transport: Socket.Transport {
    if case .stream = sender { .tcp } else { .udp }
  }

  package var peer: Endpoint {
    switch sender {
    case .datagram(let peer): peer.endpoint
    case .stream(let peer): peer
    }
  }
}

/// The UDP half.
private final class DatagramServer: EventLoop.Handler {
  /// Datagrams that are read before others get their turn.
  private static let batch = 64

  weak var server: DNSServer?
  private let socket: Socket
  /// The largest datagram there is.
  private var buffer = [UInt8](repeating: 0, count: 65_535)

  init(_ socket: Socket, on loop: EventLoop) {
    self.socket = socket
    loop.watch(socket.descriptor, for: POLLIN, self)
  }

  func ready(_ events: Int32) {
    for _ in 0..<Self.batch {
      guard let (count, peer) = DatagramPeer.receive(over: socket, into: &buffer) else { return }
      let query = ReceivedQuery(Array(buffer[..<count]), from: peer)
      server?.owner?.received(query) { [socket] in peer.send($0, over: socket) }
    }
  }

  func tick(now: Int64) {}
}
