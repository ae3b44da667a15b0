import DNSAuthority
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
    let message: DNS.Message
    do { message = try parseMessage(bytes) } catch let error as NotStarted { throw error } catch { return [] }
    if message.header.isResponse, let source = packet.source {
      return try heard(message, from: Resolver.Server(source), now: now)
    }
    return try asked(message, packet, now: now)
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

  private mutating func asked(
    _ query: DNS.Message, _ packet: WorldPacket, now: Int64
  ) throws -> [WorldEffect] {
    let edns: DNS.EDNS?
    do { edns = try readEDNS(query) } catch let error as NotStarted { throw error } catch { return [] }
    let client = Client(packet: packet, query: query, edns: edns)
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
    walks.append(Walk(number: lastWalk, question: question, visit: packet.visit, clients: [client]))
    return try advance(walks.count - 1, now: now)
  }

  /// Sends a reply, with EDNS to whoever has it, and cut to what a datagram may have (exercise 2.9).
  func answer(_ client: Client, _ reply: DNS.Message?) throws -> [WorldEffect] {
    guard var reply else { return [] }
    if let edns = client.edns {
      reply.additionals.append(
        try makeOPT(DNS.EDNS(payloadSize: Authority.payloadSize, dnssecOK: edns.dnssecOK)))
    }
    if case .message = client.packet.content {
      return [.send(client.packet.reply(.message(try encodeMessage(reply)), by: name))]
    }
    let limit = try payloadLimit(offered: client.edns?.payloadSize, maximum: Authority.payloadSize)
    let fitted = try fit(reply, limit: limit) { try encodeMessage($0).count }
    return [.send(client.packet.reply(.datagram(try encodeMessage(fitted)), by: name))]
  }
}
