import DNSMessages
import PostRoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The network that exercise 3.7 asks for: sends a query, and waits for the reply that matches it. It blocks, so it runs on a thread
/// of its own.
package struct NetworkExchange: Sendable {
  /// Milliseconds until a server counts as silent, and is asked again or the next one is.
  package var patience: Int64 = 1_000
  /// Milliseconds until a whole exchange over TCP has to be over.
  package var streamPatience: Int64 = 3_000
  private let map: AddressMap

  package init(_ map: AddressMap) { self.map = map }

  /// One exchange, with an ID and letter cases that nobody can guess (RFC 5452 §4, exercise 1.12), from a port that the system draws.
  ///
  /// - Throws: `Resolver.NoReply`.
  package func exchange(_ query: DNS.Message, _ server: Resolver.Server) throws -> DNS.Message {
    var random = SystemRandomNumberGenerator()
    var sent = query
    sent.header.id = UInt16.random(in: 0...UInt16.max, using: &random)
    for index in sent.questions.indices {
      sent.questions[index].name = try mixCase(sent.questions[index].name, using: &random)
    }
    sent.additionals = [try makeOPT(DNS.EDNS())]
    let endpoint = map.endpoint(of: server.address)
    do {
      return try server.transport == .udp
        ? datagram(sent, to: endpoint, limit: EventLoop.now + patience)
        : stream(sent, to: endpoint, limit: EventLoop.now + streamPatience)
    } catch is SystemError {
      throw Resolver.NoReply()
    }
  }

  /// Reads datagrams until one is the reply: others may be forged, or late.
  private func datagram(_ query: DNS.Message, to endpoint: Endpoint, limit: Int64) throws -> DNS.Message {
    let socket = try Socket.connecting(.udp, to: endpoint)
    try socket.write(encodeMessage(query))
    while true {
      try Self.wait(for: socket, POLLIN, until: limit)
      guard let bytes = try socket.read() else { continue }
      if let reply = try Self.matching(bytes, query) { return reply }
    }
  }

  private func stream(_ query: DNS.Message, to endpoint: Endpoint, limit: Int64) throws -> DNS.Message {
    let socket = try Socket.connecting(.tcp, to: endpoint)
    try Self.wait(for: socket, POLLOUT, until: limit)
    // A query is smaller than any socket's buffer.
    try socket.write(frameForTCP(encodeMessage(query)))
    var framer = TCPFramer()
    while true {
      try Self.wait(for: socket, POLLIN, until: limit)
      guard let bytes = try socket.read() else { continue }
      guard !bytes.isEmpty else { throw Resolver.NoReply() }
      for message in try framer.receive(bytes) {
        if let reply = try Self.matching(message, query) { return reply }
      }
    }
  }

  /// The message as a reply to the query, or nil where it is none.
  private static func matching(_ bytes: [UInt8], _ query: DNS.Message) throws -> DNS.Message? {
    let reply: DNS.Message
    do {
      reply = try parseMessage(bytes)
    } catch let error as NotStarted {
      throw error
    } catch {
      return nil
    }
    return try judgeReply(reply, to: query) == .matches ? reply : nil
  }

  private static func wait(for socket: Socket, _ events: Int32, until limit: Int64) throws {
    var polled = pollfd(fd: socket.descriptor, events: Int16(events), revents: 0)
    while true {
      let left = limit - EventLoop.now
      guard left > 0 else { throw Resolver.NoReply() }
      let count = poll(&polled, 1, Int32(left))
      if count > 0 { return }
      guard count == 0 || errno == EINTR else { throw Resolver.NoReply() }
    }
  }
}
