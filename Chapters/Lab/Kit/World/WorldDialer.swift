import PostRoad

/// The side of connections that asks: opens them, keeps them for the next request, and gives up in time.
struct WorldDialer {
  private struct Line {
    let connection: Int
    var call: Call
    let isKept: Bool
    let token: Int
    var isConnected: Bool
  }

  private struct Kept {
    let name: String
    let connection: Int
    let peer: WorldPlace
    let since: Int64
  }

  private let node: String
  /// Milliseconds for which a connection is kept without a request.
  private let idle: Int64
  private var lines: [Line] = []
  private var kept: [Kept] = []
  private var lastConnection = 0
  /// Tokens of the dialer are below 0: those above are its node's.
  private var lastToken = 0

  init(_ node: String, idle: Int64) {
    self.node = node
    self.idle = idle
  }

  /// Whether a call of this name would find a connection open.
  func keeps(_ name: String, now: Int64) -> Bool {
    kept.contains { $0.name == name && now - $0.since < idle }
  }

  /// Asks, over a kept connection or a new one. One that was kept leads where it led before.
  mutating func begin(_ call: Call, now: Int64) -> [WorldEffect] {
    kept.removeAll { now - $0.since >= idle }
    lastToken -= 1
    let place = call.mayUseKept ? kept.lastIndex { $0.name == call.name } : nil
    let wake = WorldEffect.wake(at: now + call.patience, token: lastToken)
    var call = call
    guard let place else {
      lastConnection += 1
      let line = Line(
        connection: lastConnection, call: call, isKept: false, token: lastToken, isConnected: false)
      lines.append(line)
      return [send(.syn, line, .tcp), wake]
    }
    let free = kept.remove(at: place)
    call.peer = free.peer
    let line = Line(
      connection: free.connection, call: call, isKept: true, token: lastToken, isConnected: true)
    lines.append(line)
    return [send(call.content, line, .wait), wake]
  }

  /// Nobody wants the answer any more.
  mutating func stop(_ id: Int) -> [WorldEffect] {
    guard let index = lines.firstIndex(where: { $0.call.id == id }) else { return [] }
    return [.abandon(connection: lines.remove(at: index).connection)]
  }

  /// Takes a packet for one of its connections.
  mutating func receive(_ packet: WorldPacket, now: Int64) -> (effects: [WorldEffect], event: Event?) {
    if packet.content == .reset { kept.removeAll { $0.connection == packet.connection } }
    guard let index = lines.firstIndex(where: { $0.connection == packet.connection }) else {
      // A connection that nobody waits for. Of a reset there is nothing to say.
      return (packet.content == .reset ? [] : [.unused], nil)
    }
    let line = lines[index]
    let id = line.call.id
    switch packet.content {
    case .synAck where line.call.isSecure:
      guard !line.isConnected else { return ([], nil) }
      lines[index].isConnected = true
      return ([send(.hello, line, .tls)], .connected(id))
    case .synAck:
      guard !line.isConnected else { return ([], nil) }
      lines[index].isConnected = true
      return ([send(line.call.content, line, .wait)], .connected(id))
    case .helloAck: return ([send(line.call.content, line, .wait)], .secured(id))
    case .reset:
      lines.remove(at: index)
      if line.isKept, line.call.repeats {
        var call = line.call
        call.mayUseKept = false
        return ([.abandon(connection: line.connection)] + begin(call, now: now), .repeated(id))
      }
      let failure: OriginFailure =
        line.isKept
        ? .keptConnectionEnded : line.isConnected ? .cutShort : .unreachable("the connection is refused")
      return ([.abandon(connection: line.connection)], .failed(id, failure))
    default:
      lines.remove(at: index)
      if idle > 0 {
        kept.append(
          Kept(name: line.call.name, connection: line.connection, peer: line.call.peer, since: now))
      }
      return ([], .answered(id, packet.content, transfer: packet.transfer))
    }
  }

  /// The patience of a call may be over.
  mutating func wake(_ token: Int) -> (effects: [WorldEffect], event: Event?) {
    guard let index = lines.firstIndex(where: { $0.token == token }) else { return ([], nil) }
    let line = lines.remove(at: index)
    return (
      [.abandon(connection: line.connection)],
      .failed(line.call.id, .timedOut(milliseconds: line.call.patience))
    )
  }

  /// The program ends: its connections are broken off.
  mutating func end() -> [WorldEffect] {
    defer { (lines, kept) = ([], []) }
    let resets = lines.map { send(.reset, $0, .wait) }
    return resets + lines.map { .abandon(connection: $0.connection) }
  }

  private func send(_ content: WorldPacket.Content, _ line: Line, _ phase: VisitPhase) -> WorldEffect {
    var packet = WorldPacket(
      from: node, to: line.call.peer, content, visit: line.call.visit, phase: line.call.phase ?? phase)
    packet.opener = node
    packet.connection = line.connection
    return .send(packet)
  }
}
