import DNSMessages

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The TCP half of a `DNSServer`.
final class DNSStreamServer: EventLoop.Handler {
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
  private unowned let server: DNSStreamServer
  private var framer = TCPFramer()
  private var open = 0

  init(_ id: Int, _ stream: ByteStream, peer: Endpoint, server: DNSStreamServer) {
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
    let query = ReceivedQuery(message, from: peer)
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
