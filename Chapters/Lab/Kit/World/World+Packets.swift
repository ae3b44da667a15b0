import FirstSecond
import PostRoad

extension World {
  /// Does what a node wants.
  ///
  /// - Parameter arrow: that of the packet which the node was told of.
  mutating func perform(_ effects: [WorldEffect], of node: Int, arrow: Int?) throws -> WorldFailure? {
    var failure: WorldFailure?
    for effect in effects {
      switch effect {
      case .send(var packet):
        packet.source = packet.source ?? script.nodes[node].address
        try send(packet, repeats: 0)
      case .wake(let time, let token):
        try queue.schedule(.wake(node: node, token: token, life: lives[node]), at: time)
      case .abandon(let connection):
        abandoned.insert(Key(opener: script.nodes[node].name, connection: connection))
      case .unused: if let arrow { trace.arrows[arrow].end = .unused }
      case .produced(let target, let response):
        made += 1
        oracle.produced(response, to: target, now: clock.milliseconds)
      case .began(let visit, let url): began(visit, url)
      case .retried(let visit):
        if let number = open[visit]?.number {
          events.append(Failover.Event(at: clock.milliseconds, number, .retried))
        }
      case .ended(let visit): failure = try failure ?? ended(visit)
      case .note(let text): note(text, of: script.nodes[node].name)
      }
    }
    return failure
  }

  /// A packet sets out. What TCP loses it sends again, later and later (RFC 6298 §5.5).
  mutating func send(_ packet: WorldPacket, repeats: Int) throws {
    guard let sender = indices[packet.from] else { return }
    let now = clock.milliseconds
    let target: Int?
    switch packet.to {
    case .node(let name): target = indices[name]
    case .address(let address): target = try addresses.node(at: address, from: sender)
    }
    guard let target else {
      note("no road leads to the address of \(WorldTold.text(packet))", of: packet.from)
      return try sendAgain(packet, repeats)
    }
    let to = script.nodes[target].name
    var arrivals: [Int64]
    do { arrivals = try roads.send(packet.octets, from: packet.from, to: to, now: now) } catch {
      guard error is Simulation.RoadError else { throw error }
      throw WorldScript.Failure(
        line: script.nodes[sender].line,
        reason: "\(packet.from) sends to \(to), and there is no road: add road \(packet.from) \(to) 10ms")
    }
    var packet = packet
    if let rate = rates[sender][target] {
      packet.transfer = Int64((UInt64(packet.octets) * 8_000 + rate - 1) / rate)
    }
    if packet.isStream {
      // A copy is thrown away by TCP, and nothing overtakes on a connection (RFC 9293 §3.4).
      let way = "\(packet.from)>\(to) \(packet.opener) \(packet.connection)"
      arrivals = arrivals.min().map { [max($0, lastArrivals[way] ?? $0)] } ?? []
      lastArrivals[way] = arrivals.first ?? lastArrivals[way]
    }
    let text = WorldTold.text(packet) + (repeats > 0 ? ", again" : "")
    for time in arrivals.isEmpty ? [nil] : arrivals.map(Optional.some) {
      sent[sender][target] += 1
      trace.arrows.append(
        WorldTrace.Arrow(
          time: now, arrives: time, from: packet.from, to: to, id: sent[sender][target], phase: packet.phase,
          visit: packet.visit, text: text, octets: Int(packet.octets), bytes: WorldTrace.hex(packet),
          end: time == nil ? .lost : .underWay))
      guard let time else { continue }
      packetsUnderWay += 1
      try queue.schedule(.arrival(packet, at: target, arrow: trace.arrows.count - 1), at: time)
    }
    if let visit = packet.visit {
      counts[visit, default: (0, 0)].messages += 1
      counts[visit, default: (0, 0)].octets += Int(packet.octets)
    }
    if arrivals.isEmpty { try sendAgain(packet, repeats) }
  }

  private mutating func sendAgain(_ packet: WorldPacket, _ repeats: Int) throws {
    // Nobody acknowledges the packet that breaks a connection off, so nobody sends it again (RFC 9293 §3.10).
    guard packet.isStream, packet.content != .reset, repeats < RoadWay.retries else { return }
    let first = packet.content == .syn ? RoadWay.firstRetransmission : RoadWay.retransmission
    let wait = min(first << repeats, RoadWay.longestRetransmission)
    packetsUnderWay += 1
    try queue.schedule(.again(packet, repeats: repeats + 1), at: clock.milliseconds + wait)
  }

  /// A packet is there.
  mutating func arrive(_ packet: WorldPacket, at node: Int, _ arrow: Int) throws -> WorldFailure? {
    packetsUnderWay -= 1
    guard isAlive[node] else {
      trace.arrows[arrow].end = .refused
      guard packet.isStream, packet.content != .reset, packet.opener != script.nodes[node].name else {
        return nil
      }
      // The machine is there, and no program listens (RFC 9293 §3.5.2).
      try send(packet.reply(.reset, by: script.nodes[node].name), repeats: 0)
      return nil
    }
    trace.arrows[arrow].end = .arrived
    if isQuestion(packet) { asked[node] += 1 }
    let effects = try nodes[node].receive(packet, now: clock.milliseconds)
    return try perform(effects, of: node, arrow: arrow)
  }

  /// Whether somebody wants something with it: a request, or a DNS query.
  private func isQuestion(_ packet: WorldPacket) -> Bool {
    switch packet.content {
    case .request: true
    // QR is the first bit of the third octet (RFC 1035 §4.1.1).
    case .datagram(let bytes), .message(let bytes): bytes.count > 2 && bytes[2] & 0x80 == 0
    default: false
    }
  }
}

extension WorldTrace {
  /// The octets of a DNS message, two digits each. HTTP is told by its first line.
  static func hex(_ packet: WorldPacket) -> String {
    switch packet.content {
    case .datagram(let bytes), .message(let bytes):
      let digits = Array("0123456789abcdef")
      return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    default: return ""
    }
  }
}
