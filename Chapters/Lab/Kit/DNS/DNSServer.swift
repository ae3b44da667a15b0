import DNSMessages

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
  private let streams: StreamServer

  package init(at endpoint: Endpoint, on loop: EventLoop) throws {
    // Port 0 takes one that is free for TCP, and mostly for UDP as well.
    var attempts = endpoint.port == 0 ? 16 : 1
    while true {
      attempts -= 1
      let stream = try Socket.listening(.tcp, at: endpoint)
      do {
        let datagram = try Socket.listening(.udp, at: stream.endpoint)
        self.endpoint = stream.endpoint
        datagrams = DatagramServer(datagram, on: loop)
        streams = StreamServer(stream, on: loop)
        break
      } catch {
        guard attempts > 0 else { throw error }
      }
    }
    datagrams.server = self
    streams.server = self
  }
}

/// A message as it came.
package struct ReceivedQuery: Sendable {
  package var message: [UInt8]
  package var transport: Socket.Transport
  package var peer: Endpoint
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
      guard let (count, peer) = socket.receive(into: &buffer) else { return }
      let query = ReceivedQuery(message: Array(buffer[..<count]), transport: .udp, peer: peer)
      let socket = socket
      server?.owner?.received(query) { socket.send($0, to: peer) }
    }
  }

  func tick(now: Int64) {}
}

/// The TCP half.
private final class StreamServer: EventLoop.Handler {
  /// Each needs a descriptor.
  private static let connections = 500

  weak var server: DNSServer?
  private let socket: Socket
  private let loop: EventLoop
  private var connections: [Int: StreamClient] = [:]
  private var lastID = 0

  init(_ socket: Socket, on loop: EventLoop) {
    self.socket = socket
    self.loop = loop
    watch()
  }

  func ready(_ events: Int32) {
    while connections.count < Self.connections, let (accepted, peer) = socket.accept() {
      lastID += 1
      let stream = ByteStream(accepted, on: loop, inputLimit: 65_537)
      connections[lastID] = StreamClient(lastID, stream, peer: peer, server: self)
    }
    watch()
  }

  func tick(now: Int64) {}

  func closed(_ id: Int) {
    connections[id] = nil
    watch()
  }

  private func watch() {
    loop.watch(socket.descriptor, for: connections.count < Self.connections ? POLLIN : 0, self)
  }
}

/// One TCP client: messages with their length before them (exercise 1.15), answered as soon as they can be (RFC 7766 §6.2.1.1).
private final class StreamClient: ByteStream.Owner {
  /// Milliseconds without a message: "on the order of a few seconds" (RFC 7766 §6.2.3).
  private static let idle: Int64 = 10_000
  /// Octets of answers that a client may leave unread before no more of its queries are answered.
  private static let unread = 1 << 20

  private let id: Int
  private let stream: ByteStream
  private let peer: Endpoint
  private unowned let server: StreamServer
  private var framer = TCPFramer()
  private var open = 0

  init(_ id: Int, _ stream: ByteStream, peer: Endpoint, server: StreamServer) {
    self.id = id
    self.stream = stream
    self.peer = peer
    self.server = server
    stream.owner = self
  }

  func streamChanged(_ stream: ByteStream) {
    if !stream.isClosed, !stream.input.isEmpty, stream.outputCount < Self.unread {
      let input = stream.input
      stream.input = []
      for message in (try? framer.receive(input)) ?? [] { handOn(message) }
    }
    endIfDone()
  }

  func streamTick(_ stream: ByteStream, now: Int64) {
    guard now - stream.lastProgress > Self.idle else { return }
    stream.close()
    server.closed(id)
  }

  private func handOn(_ message: [UInt8]) {
    open += 1
    let query = ReceivedQuery(message: message, transport: .tcp, peer: peer)
    server.server?.owner?.received(query) { [weak self] answer in
      guard let self else { return }
      open -= 1
      if let framed = try? frameForTCP(answer) { stream.send(framed) }
      endIfDone()
    }
  }

  /// A client that has sent its last query still gets the answers.
  private func endIfDone() {
    if stream.isAtEnd, open == 0, !stream.isClosed { stream.end() }
    if stream.isClosed { server.closed(id) }
  }
}
