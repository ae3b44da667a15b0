import FirstSecond
import PostRoad

/// A reader's machine: asks for the address with the stub resolver of exercise 7.3, connects, asks for the page, and remembers what a
/// browser would: addresses for their TTL, and open connections.
struct ClientNode: WorldNode {
  /// A visit that has not ended.
  struct Going {
    var visit: WorldVisit
    let url: HTTP.Target
    var phase = VisitPhase.dns
    /// When this phase began.
    var since: Int64
    /// Whether it waits for an address.
    var waits = false

    /// A phase is over, and the next one begins.
    mutating func finish(_ note: String, now: Int64, next: VisitPhase) {
      visit.spans.append(
        VisitSpan(phase, start: Double(since - visit.began), duration: Double(now - since), note: note))
      (phase, since) = (next, now)
    }
  }

  struct Lookup {
    let number: Int
    let host: String
    var stub: StubResolver
    /// Who asked first: its messages are counted for that visit.
    let visit: String
  }

  let name: String
  let plan: WorldScript.Client
  var random: SeededRandom
  var dialer: WorldDialer
  /// Visits by their numbers.
  var going: [Int: Going] = [:]
  var lookups: [Lookup] = []
  var addresses: [String: (address: Resolver.Address, until: Int64)] = [:]
  /// Who is asked over TCP, by the number of the call, which is below 0.
  var tcpServers: [Int: Resolver.Address] = [:]
  private var lastVisit = 0
  var lastLookup = 0

  init(_ name: String, _ plan: WorldScript.Client, seed: UInt64) {
    self.name = name
    self.plan = plan
    random = SeededRandom(seed: seed)
    // A server keeps a connection as long (ServerLimits), and ends it a moment before the browser would.
    dialer = WorldDialer(name, idle: plan.keepsConnections ? ServerLimits().idle : 0)
  }

  /// Begins a visit.
  mutating func visit(_ url: HTTP.Target, text: String, now: Int64) throws -> [WorldEffect] {
    lastVisit += 1
    let visit = WorldVisit("\(name)/\(lastVisit)", text, began: now)
    going[lastVisit] = Going(visit: visit, url: url, since: now)
    let begun = WorldEffect.began(visit: visit.id, url)
    if dialer.keeps(Self.origin(url), now: now) { return [begun] + ask(lastVisit, nil, now: now) }
    if let known = addresses[url.host], now < known.until {
      return [begun] + ask(lastVisit, known.address, now: now)
    }
    going[lastVisit]?.waits = true
    // Whoever wants the same address waits for the same answer.
    if lookups.contains(where: { $0.host == url.host }) { return [begun] }
    return try [begun] + lookUp(url.host, for: visit.id, now: now)
  }

  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if case .datagram(let bytes) = packet.content {
      guard let source = packet.source else { return [] }
      return try heard(bytes, from: Resolver.Server(source), now: now)
    }
    let (effects, event) = dialer.receive(packet, now: now)
    return try effects + ended(event, now: now)
  }

  mutating func wake(_ token: Int, now: Int64) throws -> [WorldEffect] {
    guard token > 0 else {
      let (effects, event) = dialer.wake(token)
      return try effects + ended(event, now: now)
    }
    guard let index = lookups.firstIndex(where: { $0.number == token }) else { return [] }
    let actions = try lookups[index].stub.tick(now: now)
    return try perform(actions, token, now: now)
  }

  mutating func end() -> [WorldEffect] { [] }

  /// The address is known, or a connection is open: asks for the page.
  mutating func ask(_ number: Int, _ address: Resolver.Address?, now: Int64) -> [WorldEffect] {
    guard let visit = going[number] else { return [] }
    going[number]?.waits = false
    let path = (visit.url.path.isEmpty ? "/" : visit.url.path) + (visit.url.query.map { "?\($0)" } ?? "")
    let head = LB.RequestHead(
      method: "GET", target: path,
      fields: [LB.Field("host", visit.url.host), LB.Field("user-agent", "postroad-world")])
    going[number]?.since = now
    let isOpen = dialer.keeps(Self.origin(visit.url), now: now)
    going[number]?.phase = isOpen ? .wait : .tcp
    return dialer.begin(
      WorldDialer.Call(
        id: number, content: .request(head), peer: address.map { .address($0) } ?? .node(name),
        name: Self.origin(visit.url), isSecure: HTTP.lowercaseASCII(visit.url.scheme) == "https",
        patience: plan.patience, visit: visit.visit.id, repeats: true), now: now)
  }

  /// A visit has come to its end.
  mutating func end(_ number: Int, now: Int64, _ failure: String? = nil) -> [WorldEffect] {
    guard var going = going.removeValue(forKey: number) else { return [] }
    going.visit.ended = now
    if let failure {
      going.visit.failure = WorldVisit.Failure(phase: going.phase, reason: failure)
      going.finish(failure, now: now, next: going.phase)
    }
    return [.ended(going.visit)]
  }

  static func origin(_ url: HTTP.Target) -> String { "\(HTTP.lowercaseASCII(url.scheme))://\(url.host)" }

  private mutating func ended(_ event: WorldDialer.Event?, now: Int64) throws -> [WorldEffect] {
    switch event {
    case .connected(let id) where id > 0:
      guard let visit = going[id] else { return [] }
      let isSecure = HTTP.lowercaseASCII(visit.url.scheme) == "https"
      going[id]?.finish("connected", now: now, next: isSecure ? .tls : .wait)
    case .secured(let id) where id > 0: going[id]?.finish("secure", now: now, next: .wait)
    case .repeated(let id) where id > 0:
      guard let visit = going[id] else { return [] }
      going[id]?.finish("the kept connection has broken off", now: now, next: .tcp)
      going[id]?.visit.retries += 1
      return [.retried(visit: visit.visit.id)]
    case .answered(let id, .response(let response), let transfer) where id > 0:
      going[id]?.visit.response = response
      let site = going[id]?.visit.site.map { ", \($0)" } ?? ""
      going[id]?.finish("\(response.status)\(site)", now: now - transfer, next: .body)
      going[id]?.finish("\(response.body.count) octets", now: now, next: .body)
      return end(id, now: now)
    case .failed(let id, let failure) where id > 0: return end(id, now: now, "\(failure)")
    case .answered(let id, .message(let bytes), _):
      guard let address = tcpServers[id] else { return [] }
      return try heard(bytes, from: Resolver.Server(address, over: .tcp), now: now)
    default: break
    }
    return []
  }
}
