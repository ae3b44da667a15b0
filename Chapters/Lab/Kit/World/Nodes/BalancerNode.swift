import PostRoad

/// A balancer of a world: `Balancer` between two roads.
struct BalancerNode: WorldNode {
  let name: String
  private let backends: [String]
  private let patience: Int64
  /// What the backends are asked for to see whether they are up, and how often; nil where nobody asks.
  private let probe: WorldScript.Probe?
  private var balancer: Balancer
  private var listener: WorldListener
  private var dialer: WorldDialer
  /// Requests that are not answered yet, by their numbers.
  private var requests: [Int: WorldPacket] = [:]
  private var lastRequest = 0
  /// The token of the next look at which checks are due.
  private let look = 1

  init(_ name: String, _ plan: WorldScript.Balancer, seed: UInt64, now: Int64) throws {
    self.name = name
    backends = plan.backends.map(\.name)
    patience = plan.patience
    probe = plan.probe
    var settings = BalancerSettings(plan.backends.map { LB.Backend($0.name, weight: $0.weight) })
    settings.rule = plan.rule
    settings.seed = seed
    if let probe = plan.probe {
      var health = BalancerSettings.Health()
      let seconds = Double(probe.every) / 1_000
      health.intervals = LB.CheckIntervals(up: seconds, changing: seconds, down: seconds)
      settings.health = health
    }
    balancer = try Balancer(settings, now: now)
    listener = WorldListener(name)
    dialer = WorldDialer(name, idle: OriginLimits(wallClock: { 0 }).idle)
  }

  /// What it does when it begins.
  func begin(now: Int64) -> [WorldEffect] { probe == nil ? [] : [.wake(at: now, token: look)] }

  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if packet.opener == name {
      let (effects, event) = dialer.receive(packet, now: now)
      return try effects + ended(event, now: now)
    }
    if let reply = listener.accept(packet) { return [.send(reply)] }
    if packet.content == .reset { return left(packet) }
    guard case .request(let head) = packet.content else { return [] }
    lastRequest += 1
    requests[lastRequest] = packet
    let request = BalancerRequest(head.method, head.target, from: Array(packet.from.utf8))
    return perform(try balancer.request(request, as: lastRequest, now: now), lastRequest, 503, now: now)
  }

  mutating func wake(_ token: Int, now: Int64) throws -> [WorldEffect] {
    guard token == look, let probe else {
      let (effects, event) = dialer.wake(token)
      return try effects + ended(event, now: now)
    }
    var effects: [WorldEffect] = []
    for index in try balancer.beginChecks(now: now) {
      let head = LB.RequestHead(
        method: "GET", target: probe.path, fields: [LB.Field("host", backends[index])])
      // Checks have numbers below 0, and a connection of their own each.
      effects += dialer.begin(
        WorldDialer.Call(
          id: -1 - index, content: .request(head), peer: .node(backends[index]),
          name: "check \(backends[index])",
          patience: min(probe.every, HealthProbes.milliseconds), mayUseKept: false), now: now)
    }
    return effects + [.wake(at: now + probe.every, token: look)]
  }

  mutating func end() -> [WorldEffect] {
    requests = [:]
    return listener.end() + dialer.end()
  }

  private mutating func perform(
    _ step: BalancerStep, _ id: Int, _ status: Int, now: Int64
  ) -> [WorldEffect] {
    guard let packet = requests[id], case .request(let head) = packet.content else { return [] }
    switch step {
    case .send(let index, let attempt):
      let call = WorldDialer.Call(
        id: id, content: .request(head), peer: .node(backends[index]), name: backends[index],
        patience: patience, visit: packet.visit, phase: packet.phase, mayUseKept: attempt == 1)
      return dialer.begin(call, now: now)
    case .nobody, .giveUp:
      requests[id] = nil
      return [.send(packet.reply(.response(HTTP.Response(status)), by: name))]
    }
  }

  private mutating func ended(_ event: WorldDialer.Event?, now: Int64) throws -> [WorldEffect] {
    switch event {
    case .answered(let id, .response(let response), _):
      guard id > 0 else { return try checked(-1 - id, passed: response.status < 400, now: now) }
      try balancer.answered(id, now: now)
      return requests.removeValue(forKey: id).map { [.send($0.reply(.response(response), by: name))] } ?? []
    case .failed(let id, let failure):
      guard id > 0 else { return try checked(-1 - id, passed: false, now: now) }
      return perform(try balancer.failed(id, failure, now: now), id, failure.status, now: now)
    default: return []
    }
  }

  private mutating func checked(_ index: Int, passed: Bool, now: Int64) throws -> [WorldEffect] {
    guard let change = try balancer.checked(index, passed: passed, now: now) else { return [] }
    return [.note("\(backends[index]) is \(change == .wentUp ? "up" : "down")")]
  }

  /// Those whose connection was broken off.
  private mutating func left(_ packet: WorldPacket) -> [WorldEffect] {
    let gone = requests.filter {
      $0.value.opener == packet.opener && $0.value.connection == packet.connection
    }
    return gone.keys.sorted().flatMap { id in
      requests[id] = nil
      balancer.left(id)
      return dialer.stop(id)
    }
  }
}
