import DNSMessages
import DNSResolution
import LabKit
import PostRoad

/// A small internet some of whose servers lie, and whose roads lose, delay, repeat and change datagrams. The same one for the same seed.
final class LyingInternet {
  /// Who lies.
  enum Honesty: CaseIterable {
    /// The servers of evil.example, and everybody at an address that no true zone has.
    case others
    /// Everybody, now and then.
    case anybody
  }

  static let roots = ["192.0.2.1", "192.0.2.2"]
  /// Addresses of servers that no true zone has.
  private static let strangers = (1...6).map { "203.0.113.\($0)" }
  private static let zones: [(addresses: [String], text: String)] = [
    (
      roots,
      """
      $TTL 3600
      . SOA a.root. warden.root. 1 7200 900 1209600 300
      . NS a.root.
      a.root. A 192.0.2.1
      example. NS ns.example.
      ns.example. A 192.0.2.11
      test. NS ns.test.
      ns.test. A 192.0.2.12
      """
    ),
    (
      ["192.0.2.11"],
      """
      $ORIGIN example.
      $TTL 600
      @ SOA ns warden 1 7200 900 1209600 300
      @ NS ns
      ns A 192.0.2.11
      bank NS ns1.bank
      bank NS ns2.bank
      ns1.bank A 192.0.2.21
      ns2.bank A 192.0.2.22
      evil NS ns.evil
      ns.evil A 192.0.2.31
      """
    ),
    (
      ["192.0.2.12"],
      """
      $ORIGIN test.
      $TTL 600
      @ SOA ns warden 1 7200 900 1209600 300
      @ NS ns
      ns A 192.0.2.12
      shop NS ns1.bank.example.
      shop NS ns.shop
      ns.shop A 192.0.2.41
      """
    ),
    (
      ["192.0.2.21", "192.0.2.22"],
      """
      $ORIGIN bank.example.
      $TTL 60
      @ SOA ns1 warden 1 7200 900 1209600 30
      @ NS ns1
      @ NS ns2
      ns1 A 192.0.2.21
      ns2 A 192.0.2.22
      www A 192.0.2.80
      www AAAA 2001:db8::80
      pay CNAME www.shop.test.
      news CNAME www.evil.example.
      deep NS ns.deep
      ns.deep A 192.0.2.51
      """
    ),
    (
      ["192.0.2.21", "192.0.2.41"],
      """
      $ORIGIN shop.test.
      $TTL 60
      @ SOA ns warden 1 7200 900 1209600 30
      @ NS ns
      @ NS ns1.bank.example.
      ns A 192.0.2.41
      www A 192.0.2.81
      back CNAME www.bank.example.
      """
    ),
    (
      ["192.0.2.51"],
      """
      $ORIGIN deep.bank.example.
      $TTL 60
      @ SOA ns warden 1 7200 900 1209600 30
      @ NS ns
      ns A 192.0.2.51
      a.b.c.d A 192.0.2.82
      """
    ),
  ]

  /// Every record of the true zones, TTLs left out.
  static let truth: Set<DNS.ResourceRecord> = {
    let records = zones.flatMap { (try? ZoneFile(Array($0.text.utf8)).records) ?? [] }
    return Set(
      records.map { record in
        var record = record
        record.ttl = 0
        return record
      })
  }()
  /// Every name that exists in a zone of somebody honest.
  static let names: Set<DNS.Name> = Set(
    truth.flatMap { record in
      (0...record.name.labels.count).map { DNS.Name(labels: record.name.labels.suffix($0)) }
    }
  ).filter { !"\($0)".hasSuffix("evil.example.") }
  private static let authorities: [Resolver.Address: Authority] = makeAuthorities()

  private static func makeAuthorities() -> [Resolver.Address: Authority] {
    let parsed = zones.map { ($0.addresses, try? ZoneFile.read(Array($0.text.utf8))) }
    let addresses = Set(zones.flatMap(\.addresses))
    return Dictionary(
      uniqueKeysWithValues: addresses.compactMap { text in
        guard let address = try? address(text) else { return nil }
        return (address, Authority(zones: parsed.filter { $0.0.contains(text) }.compactMap(\.1)))
      })
  }

  /// What came for a query, and matched it: what a resolver has to judge.
  var delivered: (_ query: DNS.Message, _ server: Resolver.Server, _ reply: DNS.Message) -> Void = {
    _, _, _ in
  }
  /// How often a server was asked.
  private(set) var queries = 0
  /// Milliseconds that were spent with waiting.
  private(set) var waited = 0

  private let honesty: Honesty
  private var random: SeededRandom
  private var liar: Liar
  /// Datagrams that were sent before, each of which may come again.
  private var earlier: [[UInt8]] = []

  init(seed: UInt64, honesty: Honesty) {
    self.honesty = honesty
    random = SeededRandom(seed: seed)
    liar = Liar(
      seed: random.next(), addresses: Self.zones.flatMap(\.addresses) + Self.strangers)
  }

  static func address(_ text: String) throws -> Resolver.Address { .v4(try parseIPv4(text)) }

  /// What the network that exercise 3.7 asks for does with sockets: gives the query an ID and a case, and reads datagrams until one matches.
  func exchange(_ query: DNS.Message, _ server: Resolver.Server) throws -> DNS.Message {
    queries += 1
    // Far beyond any budget: somebody never ends.
    guard queries < 5_000 else { throw Endless() }
    var sent = query
    sent.header.id = random.next()
    for index in sent.questions.indices {
      sent.questions[index].name = try mixCase(sent.questions[index].name, using: &random)
    }
    for datagram in try datagrams(for: sent, server) {
      guard let reply = try? parseMessage(datagram), try judgeReply(reply, to: sent) == .matches else {
        continue
      }
      delivered(query, server, reply)
      return reply
    }
    waited += 1_000
    throw Resolver.NoReply()
  }

  struct Endless: Error {}

  private func isLiar(_ server: Resolver.Server) -> Bool {
    guard let address = try? Self.address("192.0.2.31") else { return true }
    return honesty == .anybody || server.address == address || Self.authorities[server.address] == nil
  }

  private func datagrams(for query: DNS.Message, _ server: Resolver.Server) throws -> [[UInt8]] {
    let octets = try encodeMessage(query)
    let transport: Socket.Transport = server.transport == .udp ? .udp : .tcp
    var datagrams: [[UInt8]] = []
    // What comes late or twice comes before what is right.
    for _ in 0..<(Int.random(in: 0..<4, using: &random) == 0 ? 2 : 0) {
      if let old = earlier.randomElement(using: &random) { datagrams.append(old) }
    }
    let honest = try Self.authorities[server.address]?.answer(to: octets, over: transport)
    let isLie = isLiar(server) && Int.random(in: 0..<4, using: &random) > 0
    let reply = isLie ? try liar.reply(to: query, on: honest) : honest
    let fate = Int.random(in: 0..<16, using: &random)
    if let reply {
      earlier.append(reply)
      // Lost, or late.
      if fate > 0 { datagrams.append(reply) }
      if fate == 1 { datagrams.append(reply) }
    }
    if isLie, fate == 2 { datagrams = datagrams.map { liar.change($0) } }
    return datagrams
  }
}
