import DNSMessages

/// The way of DNS messages over TCP into a process: a connection for each.
final class MessageDoor {
  private final class Line: ByteStream.Owner {
    let packet: WorldPacket
    let stream: ByteStream
    private var framer = TCPFramer()
    private unowned let door: MessageDoor

    init(_ packet: WorldPacket, _ stream: ByteStream, _ door: MessageDoor) {
      (self.packet, self.stream, self.door) = (packet, stream, door)
      stream.owner = self
    }

    func streamChanged(_ stream: ByteStream) {
      let input = stream.input
      stream.input = []
      if let message = (try? framer.receive(input))?.first { return door.ended(self, message) }
      if stream.isAtEnd || stream.isClosed { door.ended(self, nil) }
    }

    func streamTick(_ stream: ByteStream, now: Int64) {}
  }

  private let endpoint: Endpoint
  private let loop: EventLoop
  /// Is given the answer, or nil where the connection has ended without one.
  private let answered: (WorldPacket, [UInt8]?) -> Void
  private var lines: [Line] = []

  init(
    to endpoint: Endpoint, on loop: EventLoop, answered: @escaping (WorldPacket, [UInt8]?) -> Void
  ) {
    self.endpoint = endpoint
    self.loop = loop
    self.answered = answered
  }

  /// The oldest question that is not answered.
  var first: WorldPacket? { lines.first?.packet }

  func ask(_ message: [UInt8], _ packet: WorldPacket) {
    guard let socket = try? Socket.connecting(to: endpoint), let framed = try? frameForTCP(message) else {
      return answered(packet, nil)
    }
    let stream = ByteStream(socket, on: loop, isConnecting: true, inputLimit: 65_537)
    lines.append(Line(packet, stream, self))
    stream.send(framed)
  }

  private func ended(_ line: Line, _ message: [UInt8]?) {
    guard lines.contains(where: { $0 === line }) else { return }
    lines.removeAll { $0 === line }
    line.stream.close()
    answered(line.packet, message)
  }
}
