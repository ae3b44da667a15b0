#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way of a world's datagrams into a process: a socket for each sender, so that answers find back.
final class DatagramDoor {
  /// Questions without an answer that are remembered: more than a resolver has open in any script.
  private static let most = 1_024

  /// A sender's socket.
  private final class Sender: EventLoop.Handler {
    let socket: Socket
    private unowned let door: DatagramDoor
    private let name: String

    init(_ name: String, _ socket: Socket, _ door: DatagramDoor) {
      (self.name, self.socket, self.door) = (name, socket, door)
    }

    func ready(_ events: Int32) {
      // Where nobody listens, the system says so here. In a world the sender would not learn it either.
      while let message = try? socket.read() { door.answered(message, to: name) }
    }

    func tick(now: Int64) {}
  }

  private let endpoint: Endpoint
  private let loop: EventLoop
  private let answered: (WorldPacket, [UInt8]) -> Void
  private var senders: [String: Sender] = [:]
  private var open: [WorldPacket] = []

  init(
    to endpoint: Endpoint, on loop: EventLoop, answered: @escaping (WorldPacket, [UInt8]) -> Void
  ) {
    self.endpoint = endpoint
    self.loop = loop
    self.answered = answered
  }

  deinit { for sender in senders.values { loop.forget(sender.socket.descriptor) } }

  /// The oldest question that is not answered.
  var first: WorldPacket? { open.first }

  func ask(_ message: [UInt8], _ packet: WorldPacket) {
    let sender: Sender
    if let known = senders[packet.from] {
      sender = known
    } else {
      guard let socket = try? Socket.connecting(.udp, to: endpoint) else { return }
      sender = Sender(packet.from, socket, self)
      senders[packet.from] = sender
      loop.watch(socket.descriptor, for: POLLIN, sender)
    }
    if open.count == Self.most { open.removeFirst() }
    open.append(packet)
    try? sender.socket.write(message)
  }

  private func answered(_ message: [UInt8], to name: String) {
    let place = open.firstIndex { packet in
      guard packet.from == name, case .datagram(let query) = packet.content else { return false }
      return query.prefix(2) == message.prefix(2)
    }
    if let place { answered(open.remove(at: place), message) }
  }
}
