import PostRoad

/// A node of a world whose program runs in a process of its own.
///
/// Packets that come for it are brought to its sockets, and what it sends to others comes in by `WebGate`s and a `NameGate` for each
/// of them. So all that it sends and gets travels on the world's roads, and is in its trace.
final class ProcessNode: WorldNode {
  let name: String
  private let answersAsOrigin: Bool
  private let loop: EventLoop
  /// Tells the world what the program has done.
  let emit: ([WorldEffect]) -> Void
  var calls = WorldCalls()
  private var listener: WorldListener
  private var program: WorldProgram?
  private var web: OriginClient?
  private var datagrams: DatagramDoor?
  private var messages: MessageDoor?
  /// Requests that the program has not answered yet.
  private var requests: [Int: WorldPacket] = [:]
  private var lastRequest = 0

  init(
    _ node: WorldScript.Node, on loop: EventLoop, emit: @escaping ([WorldEffect]) -> Void
  ) {
    name = node.name
    answersAsOrigin = node.kind.word == "backend"
    listener = WorldListener(node.name)
    self.loop = loop
    self.emit = emit
  }

  var isListening: Bool { program?.endpoint != nil }
  var hasEnded: Bool { program?.hasEnded ?? true }

  /// From now on this program is asked. The one before, if there is one, ends.
  func use(_ next: WorldProgram) throws {
    guard let endpoint = next.endpoint else { return }
    program?.kill()
    program = next
    listener = WorldListener(name)
    var limits = OriginLimits(wallClock: Listening.wallClock)
    // Patience is for those who ask; nothing may be sent twice behind their backs.
    limits.milliseconds = 600_000
    limits.connections = 512
    limits.kept = 512
    limits.attempts = 1
    web = try OriginClient(origin: endpoint, on: loop, limits: limits)
    datagrams = DatagramDoor(to: endpoint, on: loop) { [weak self] in self?.replied($0, with: .datagram($1)) }
    messages = MessageDoor(to: endpoint, on: loop) { [weak self] packet, message in
      self?.replied(packet, with: message.map { .message($0) } ?? .reset)
    }
  }

  /// The visit that a query is for which the program sends now: that of the first question it has not answered.
  var visit: String? { datagrams?.first?.visit ?? messages?.first?.visit }

  func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if packet.opener == name { return calls.hear(packet) }
    if case .datagram(let bytes) = packet.content {
      if Self.isResponse(bytes) { return calls.hear(bytes, from: packet.source) }
      datagrams?.ask(bytes, packet)
      return []
    }
    guard isListening else { return packet.content == .reset ? [] : [.send(packet.reply(.reset, by: name))] }
    if let reply = listener.accept(packet) { return [.send(reply)] }
    switch packet.content {
    case .request(let head): try ask(head, packet)
    case .message(let bytes): messages?.ask(bytes, packet)
    case .reset: left(packet)
    default: break
    }
    return []
  }

  func wake(_ token: Int, now: Int64) -> [WorldEffect] { [] }

  /// The process is killed.
  func end() -> [WorldEffect] {
    program?.kill()
    (program, web, datagrams, messages, requests) = (nil, nil, nil, nil, [:])
    return listener.end() + calls.end(of: name)
  }

  private func ask(_ head: LB.RequestHead, _ packet: WorldPacket) throws {
    lastRequest += 1
    let id = lastRequest
    requests[id] = packet
    var head = head
    if let visit = packet.visit { head.fields.append(LB.Field(WebGate.visitField, visit)) }
    try web?.fetch(id, head, body: []) { [weak self] result in
      guard let self, let packet = requests.removeValue(forKey: id) else { return }
      switch result {
      case .success(let response):
        let made = answersAsOrigin ? [WorldEffect.produced(target: head.target, response)] : []
        emit(made + [.send(packet.reply(.response(response), by: name))])
      case .failure: replied(packet, with: .reset)
      }
    }
  }

  private func replied(_ packet: WorldPacket, with content: WorldPacket.Content) {
    if content == .reset { listener.forget(packet) }
    emit([.send(packet.reply(content, by: name))])
  }

  /// Those whose connection was broken off.
  private func left(_ packet: WorldPacket) {
    for (id, request) in requests
    where request.opener == packet.opener && request.connection == packet.connection {
      requests[id] = nil
      web?.stop(id)
    }
  }

  /// QR is the first bit of the third octet (RFC 1035 §4.1.1).
  private static func isResponse(_ bytes: [UInt8]) -> Bool { bytes.count > 2 && bytes[2] & 0x80 != 0 }
}
