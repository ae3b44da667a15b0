import PostRoad

/// An edge of a world: `EdgeCache` between two roads.
struct EdgeNode: WorldNode {
  let name: String
  private let parent: String
  private let patience: Int64
  private var cache: EdgeCache
  private var listener: WorldListener
  private var dialer: WorldDialer
  /// Requests that are not answered yet, by their numbers.
  private var callers: [Int: WorldPacket] = [:]
  private var lastCaller = 0

  init(_ name: String, parent: String, patience: Int64) throws {
    self.name = name
    self.parent = parent
    self.patience = patience
    var settings = EdgeSettings()
    settings.name = name
    cache = try EdgeCache(settings)
    listener = WorldListener(name)
    dialer = WorldDialer(name, idle: OriginLimits(wallClock: { 0 }).idle)
  }

  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if packet.opener == name {
      let (effects, event) = dialer.receive(packet, now: now)
      return try effects + ended(event, now: now)
    }
    if let reply = listener.accept(packet) { return [.send(reply)] }
    if packet.content == .reset { return try left(packet, now: now) }
    guard case .request(let head) = packet.content else { return [] }
    lastCaller += 1
    callers[lastCaller] = packet
    let request = try worldRequest(head)
    return try perform(
      cache.request(request, from: lastCaller, now: WorldTime.seconds(now)), now: now)
  }

  mutating func wake(_ token: Int, now: Int64) throws -> [WorldEffect] {
    let (effects, event) = dialer.wake(token)
    return try effects + ended(event, now: now)
  }

  mutating func end() -> [WorldEffect] {
    callers = [:]
    return listener.end() + dialer.end()
  }

  private mutating func perform(_ actions: [EdgeAction], now: Int64) throws -> [WorldEffect] {
    var effects: [WorldEffect] = []
    for action in actions {
      switch action {
      case .answer(let caller, let response):
        guard let packet = callers.removeValue(forKey: caller) else { continue }
        effects.append(.send(packet.reply(.response(response), by: name)))
      case .wait: continue
      case .fetch(let fetch): effects += try send(fetch, now: now)
      case .stop(let fetch): effects += dialer.stop(fetch)
      }
    }
    return effects
  }

  private mutating func send(_ fetch: EdgeFetch, now: Int64) throws -> [WorldEffect] {
    let target = try HTTP.Target(fetch.request.uri)
    let path = (target.path.isEmpty ? "/" : target.path) + (target.query.map { "?\($0)" } ?? "")
    var fields = fetch.request.fields.lines.map { LB.Field(HTTP.lowercaseASCII($0.name), $0.value) }
    if !fields.contains(where: { $0.name == "host" }) { fields.insert(LB.Field("host", target.host), at: 0) }
    let cause = callers[fetch.caller]
    // Nobody waits for a refresh, so it belongs to no visit.
    return dialer.begin(
      WorldDialer.Call(
        id: fetch.id,
        content: .request(LB.RequestHead(method: fetch.request.method, target: path, fields: fields)),
        peer: .node(parent), name: parent, patience: patience, visit: fetch.isRefresh ? nil : cause?.visit,
        phase: .wait, repeats: ["GET", "HEAD"].contains(fetch.request.method)), now: now)
  }

  private mutating func ended(_ event: WorldDialer.Event?, now: Int64) throws -> [WorldEffect] {
    switch event {
    case .answered(let id, .response(let response), _):
      return try perform(cache.answered(id, response, now: WorldTime.seconds(now)), now: now)
    case .failed(let id, let failure):
      return try perform(cache.failed(id, failure, now: WorldTime.seconds(now)), now: now)
    default: return []
    }
  }

  private mutating func left(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    let gone = callers.filter {
      $0.value.opener == packet.opener && $0.value.connection == packet.connection
    }
    var effects: [WorldEffect] = []
    for id in gone.keys.sorted() {
      callers[id] = nil
      effects += try perform(cache.left(id), now: now)
    }
    return effects
  }
}
