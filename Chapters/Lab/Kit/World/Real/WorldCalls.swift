import PostRoad

/// What a process asks others: its connections in the world, and its queries by datagram.
struct WorldCalls {
  /// What becomes of a connection on the side of the process.
  struct Line {
    let peer: WorldPlace
    let phase: VisitPhase
    var visit: String?
    /// What was sent before the connection was made.
    var waiting: WorldPacket.Content?
    /// Whether an answer is to come.
    var isWaiting = true
    /// Brings an answer to the process, or breaks the connection off.
    let deliver: (WorldPacket.Content) -> Void
  }

  /// A query by datagram: who was asked, and its ID.
  private struct Query: Hashable {
    let server: Resolver.Address
    let id: [UInt8]
  }

  private var lines: [Int: Line] = [:]
  private var lastLine = 0
  private var queries: [Query: ([UInt8]) -> Void] = [:]

  func isOpen(_ number: Int) -> Bool { lines[number] != nil }

  /// Opens a connection. What is to be sent over it waits until it is made: the system has told the process so already, the road has
  /// not carried it yet.
  mutating func open(_ line: Line, as name: String) -> (number: Int, effect: WorldEffect) {
    lastLine += 1
    lines[lastLine] = line
    return (lastLine, send(.syn, lastLine, name))
  }

  /// Sends more over an open connection.
  mutating func send(
    _ content: WorldPacket.Content, over number: Int, visit: String?, as name: String
  ) -> WorldEffect {
    lines[number]?.visit = visit
    lines[number]?.isWaiting = true
    return send(content, number, name)
  }

  /// The process waits no more for what this connection brings.
  mutating func close(_ number: Int) -> [WorldEffect] {
    lines.removeValue(forKey: number) == nil ? [] : [.abandon(connection: number)]
  }

  mutating func ask(_ message: [UInt8], of server: Resolver.Address, answer: @escaping ([UInt8]) -> Void) {
    queries[Query(server: server, id: Array(message.prefix(2)))] = answer
  }

  /// A packet has come on a connection of the process.
  mutating func hear(_ packet: WorldPacket) -> [WorldEffect] {
    let number = packet.connection
    guard let line = lines[number] else { return packet.content == .reset ? [] : [.unused] }
    switch packet.content {
    case .synAck:
      guard let content = line.waiting else { return [] }
      lines[number]?.waiting = nil
      return [send(content, number, packet.opener)]
    case .reset:
      lines[number] = nil
      line.deliver(.reset)
      return [.abandon(connection: number)]
    default:
      lines[number]?.isWaiting = false
      line.deliver(packet.content)
      return []
    }
  }

  /// A response by datagram has come. It is for the query that has its ID, or for nobody.
  mutating func hear(_ message: [UInt8], from server: Resolver.Address?) -> [WorldEffect] {
    guard let server,
      let answer = queries.removeValue(forKey: Query(server: server, id: Array(message.prefix(2))))
    else { return [.unused] }
    answer(message)
    return []
  }

  /// The process has ended: what its machine sends to those that it waited for.
  mutating func end(of name: String) -> [WorldEffect] {
    defer { (lines, queries) = ([:], [:]) }
    return lines.sorted { $0.key < $1.key }.filter(\.value.isWaiting).flatMap { number, _ in
      [send(.reset, number, name), .abandon(connection: number)]
    }
  }

  private func send(_ content: WorldPacket.Content, _ number: Int, _ name: String) -> WorldEffect {
    let line = lines[number]
    var packet = WorldPacket(
      from: name, to: line?.peer ?? .node(name), content, visit: line?.visit, phase: line?.phase)
    packet.opener = name
    packet.connection = number
    return .send(packet)
  }
}
