import DNSMessages
import DNSResolution
import PostRoad

/// A recursive resolver of a world: `RecursiveResolver` on a road.
///
/// The resolver's walk waits for each reply where it stands; a world cannot wait. So a walk is begun anew with each reply that has
/// come for it: what it has learned by then is remembered, what it was told is told again, and it comes one question further.
struct ResolverNode: WorldNode {
  /// A client that is not answered yet.
  struct Client {
    let packet: WorldPacket
    let query: DNS.Message
    let edns: DNS.EDNS?
  }

  /// One question, and what was heard on the way to its answer.
  struct Walk {
    let number: Int
    let question: DNS.Question
    let visit: String?
    var clients: [Client]
    var heard: [(question: DNS.Question, server: Resolver.Server, reply: DNS.Message?)] = []
    /// The query that is under way.
    var query: DNS.Message?
    var server = Resolver.Server(.v4(DNS.IPv4Address(rawValue: 0)))
    /// Queries so far: replies to earlier ones are too late.
    var sent = 0
  }

  /// Milliseconds that a server has to answer, over UDP and over TCP: those of `NetworkExchange`.
  static let patience: Int64 = 1_000
  static let streamPatience: Int64 = 3_000

  let name: String
  let resolver: RecursiveResolver
  var random: SeededRandom
  var walks: [Walk] = []
  var dialer: WorldDialer
  private var listener: WorldListener
  private var lastWalk = 0

  init(_ name: String, roots: [Resolver.Address], seed: UInt64) {
    self.name = name
    resolver = RecursiveResolver(roots: roots)
    random = SeededRandom(seed: seed)
    dialer = WorldDialer(name, idle: 0)
    listener = WorldListener(name)
  }

  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if packet.opener == name {
      let (effects, event) = dialer.receive(packet, now: now)
      return try effects + ended(event, now: now)
    }
    let bytes: [UInt8]
    switch packet.content {
    case .datagram(let datagram): bytes = datagram
    default:
      if let reply = listener.accept(packet) { return [.send(reply)] }
      guard case .message(let message) = packet.content else { return [] }
      bytes = message
    }
    switch try ResolverDoor.admit(bytes) {
    case .silent:
      // A response, or nothing that can be read.
      guard let message = try Self.response(bytes), let source = packet.source else { return [.unused] }
      return try heard(message, from: Resolver.Server(source), now: now)
    case .refused(let octets): return [.send(packet.reply(Self.content(octets, as: packet), by: name))]
    case .query(let query, let edns):
      return try asked(Client(packet: packet, query: query, edns: edns), now: now)
    }
  }

  private static func response(_ bytes: [UInt8]) throws -> DNS.Message? {
    do { return try parseMessage(bytes) } catch let error as NotStarted { throw error } catch { return nil }
  }

  /// A message over the transport that it was asked over.
  private static func content(_ octets: [UInt8], as packet: WorldPacket) -> WorldPacket.Content {
    if case .datagram = packet.content { .datagram(octets) } else { .message(octets) }
  }

  mutating func wake(_ token: Int, now: Int64) throws -> [WorldEffect] {
    guard token > 0 else {
      let (effects, event) = dialer.wake(token)
      return try effects + ended(event, now: now)
    }
    // Each query has a token of its own, so that a timeout is that of the query that is under way.
    let (number, sent) = token.quotientAndRemainder(dividingBy: Self.most)
    guard let index = walks.firstIndex(where: { $0.number == number && $0.sent == sent }),
      walks[index].server.transport == .udp
    else { return [] }
    return try goOn(index, with: nil, now: now)
  }

  mutating func end() -> [WorldEffect] {
    walks = []
    return listener.end() + dialer.end()
  }

  /// More than the queries of one walk, with what their servers are asked again.
  static let most = 1_000

  private mutating func asked(_ client: Client, now: Int64) throws -> [WorldEffect] {
    let query = client.query
    var isMissing = false
    let reply = try serve(
      query, isAllowed: true, cached: { try resolver.cached($0, now: Int(now / 1_000)) },
      resolve: { _ in
        isMissing = true
        throw Resolver.NoReply()
      })
    guard isMissing, let question = query.questions.first else { return try answer(client, reply) }
    // Once for all who ask the same.
    if let index = walks.firstIndex(where: { $0.question == question }) {
      walks[index].clients.append(client)
      return []
    }
    lastWalk += 1
    walks.append(Walk(number: lastWalk, question: question, visit: client.packet.visit, clients: [client]))
    return try advance(walks.count - 1, now: now)
  }

  func answer(_ client: Client, _ reply: DNS.Message?) throws -> [WorldEffect] {
    guard let reply else { return [] }
    let isStream = if case .message = client.packet.content { true } else { false }
    let octets = try ResolverDoor.octets(of: reply, edns: client.edns, over: isStream ? .tcp : .udp)
    return [.send(client.packet.reply(Self.content(octets, as: client.packet), by: name))]
  }
}
