import DNSMessages
import DNSResolution
import LabKit
import PostRoad
import Testing

/// A recursive resolver over a network that is a script.
@Suite struct RecursiveResolverTests {
  private static let root = """
    $TTL 3600
    . SOA a.root. warden.root. 1 7200 900 1209600 300
    . NS a.root.
    example. 300 NS ns.example.
    ns.example. 300 A 192.0.2.2
    """
  private static let example = """
    $ORIGIN example.
    $TTL 3600
    @ SOA ns warden 1 7200 900 1209600 300
    postroad NS ns1.postroad
    postroad NS ns2.postroad
    ns1.postroad A 192.0.2.53
    ns2.postroad A 192.0.2.54
    glueless NS www.postroad
    """
  private static let postroad = """
    $ORIGIN postroad.example.
    $TTL 60
    @ SOA ns1 warden 1 7200 900 1209600 30
    www A 192.0.2.80
    now 0 A 192.0.2.81
    road CNAME host.glueless.example.
    loop CNAME loop2
    a.b.c TXT "below two names without records"
    loop2 CNAME loop
    """
  private static let glueless = """
    $ORIGIN glueless.example.
    $TTL 60
    @ SOA ns warden 1 7200 900 1209600 30
    host A 192.0.2.91
    """

  private let network: ScriptedNetwork
  private let resolver: RecursiveResolver

  init() throws {
    network = try ScriptedNetwork([
      ("192.0.2.1", [Self.root]), ("192.0.2.2", [Self.example]), ("192.0.2.53", [Self.postroad]),
      ("192.0.2.54", [Self.postroad]), ("192.0.2.80", [Self.glueless]),
    ])
    resolver = RecursiveResolver(roots: [.v4(try parseIPv4("192.0.2.1"))])
  }

  private func question(_ name: String, _ type: DNS.RecordType = .a) throws -> DNS.Question {
    DNS.Question(name: try parseName("\(name).example."), type: type)
  }

  private func resolve(_ name: String, _ type: DNS.RecordType = .a, now: Int = 0) throws -> Resolver.Answer {
    try resolver.resolve(question(name, type), now: { now }, exchange: network.exchange)
  }

  @Test func `the walk goes from the root to the answer, and the next one begins where it has to`() throws {
    #expect(try resolve("www.postroad").records.map(\.type) == [.a])
    #expect(network.asked == ["192.0.2.1", "192.0.2.2", "192.0.2.53"])
    #expect(try resolve("nowhere.postroad").code == .nonExistentDomain)
    #expect(network.asked.dropFirst(3) == ["192.0.2.53"])
  }

  @Test func `what is known is known for its TTL, and counted down`() throws {
    _ = try resolve("www.postroad")
    let known = try #require(try resolver.cached(question("www.postroad"), now: 20))
    #expect(known.records.map(\.ttl) == [40])
    #expect(try resolver.cached(question("www.postroad"), now: 60) == nil)
    _ = try resolve("nowhere.postroad")
    #expect(try resolver.cached(question("nowhere.postroad"), now: 29)?.code == .nonExistentDomain)
    #expect(try resolver.cached(question("nowhere.postroad"), now: 30) == nil)
  }

  @Test func `a TTL of zero is for one question alone`() throws {
    #expect(try resolve("now.postroad").records.count == 1)
    #expect(try resolver.cached(question("now.postroad"), now: 0) == nil)
  }

  @Test func `an alias leads into another zone, whose server's address is looked up`() throws {
    let answer = try resolve("road.postroad")
    #expect(answer.records.map(\.type) == [.cname, .a])
    #expect(network.asked.last == "192.0.2.80")
    #expect(try resolver.cached(question("road.postroad"), now: 1)?.records.count == 2)
  }

  @Test func `a silent server leads to the next one`() throws {
    network.silent = ["192.0.2.53"]
    #expect(try resolve("www.postroad").records.count == 1)
    #expect(network.asked.suffix(2) == ["192.0.2.53", "192.0.2.54"])
  }

  @Test func `a failure is remembered for a moment, so that nobody's retries are passed on`() throws {
    network.silent = ["192.0.2.53", "192.0.2.54"]
    #expect(throws: Resolver.ResolutionError.self) { try resolve("www.postroad") }
    let count = network.asked.count
    #expect(throws: Resolver.ResolutionError.self) { try resolve("www.postroad", now: 4) }
    #expect(network.asked.count == count)
    network.silent = []
    #expect(try resolve("www.postroad", now: 5).records.count == 1)
  }

  @Test func `a loop of aliases is an error`() throws {
    #expect(throws: Resolver.ResolutionError.aliasLoop(try parseName("loop.postroad.example."))) {
      try resolve("loop.postroad")
    }
  }

  // Exercise 3.12; RFC 5452 §6.
  @Test func `what a server says about others is not believed`() throws {
    let poison = DNS.ResourceRecord(
      name: try parseName("www.bank.example."), ttl: 600, data: .a(try parseIPv4("203.0.113.66")))
    network.forge = { message in
      var forged = message
      forged.answers.append(poison)
      forged.additionals.append(poison)
      return forged
    }
    _ = try resolve("www.postroad")
    #expect(try resolver.cached(question("www.bank"), now: 0) == nil)
  }

  // Exercise 3.13: the parent's word counts, however often the child is asked.
  @Test func `a delegation ends with its TTL`() throws {
    _ = try resolve("www.postroad")
    _ = try resolve("www.postroad", now: 299)
    #expect(network.asked.suffix(1) == ["192.0.2.53"])
    _ = try resolve("www.postroad", now: 400)
    #expect(network.asked.suffix(3) == ["192.0.2.1", "192.0.2.2", "192.0.2.53"])
  }

  // NXNSAttack: a referral to many names that lead nowhere.
  @Test func `the work for one question has a ceiling`() throws {
    let attacker = (0..<200).map { "attack NS n\($0).postroad" }.joined(separator: "\n")
    let network = try ScriptedNetwork([
      ("192.0.2.1", [Self.root]), ("192.0.2.2", [Self.example + "\n" + attacker]),
      ("192.0.2.53", [Self.postroad]),
      ("192.0.2.54", [Self.postroad]),
    ])
    #expect(throws: (any Error).self) {
      try resolver.resolve(question("www.attack"), now: { 0 }, exchange: network.exchange)
    }
    #expect(network.asked.count <= 60)
    #expect(network.asked.count > 10)
  }

  // RFC 9156 §2.3; exercise 3.14.
  @Test func `who minimises shows each server one label more than its zone has`() throws {
    let shy = RecursiveResolver(roots: resolver.roots, minimises: true)
    let answer = try shy.resolve(question("a.b.c.postroad", .txt), now: { 0 }, exchange: network.exchange)
    #expect(answer.records.count == 1)
    #expect(
      network.heard == [
        "192.0.2.1 example. 1", "192.0.2.2 postroad.example. 1", "192.0.2.53 c.postroad.example. 1",
        "192.0.2.53 b.c.postroad.example. 1", "192.0.2.53 a.b.c.postroad.example. 1",
        "192.0.2.53 a.b.c.postroad.example. 16",
      ])
  }

  // RFC 8020 §2.
  @Test func `who minimises learns early that nothing is there`() throws {
    let shy = RecursiveResolver(roots: resolver.roots, minimises: true)
    let asked = try question("x.y.nowhere.postroad")
    let answer = try shy.resolve(asked, now: { 0 }, exchange: network.exchange)
    #expect(answer.code == .nonExistentDomain)
    #expect(network.heard.count == 3)
    #expect(network.heard.last == "192.0.2.53 nowhere.postroad.example. 1")
    #expect(try shy.cached(asked, now: 1)?.code == .nonExistentDomain)
  }

  // Exercise 3.13.
  @Test func `an answer's lease is the shortest of its zones'`() throws {
    let answer = try resolve("road.postroad")
    #expect(try resolver.lease(of: answer, to: question("road.postroad"), now: 100) == 200)
  }

  @Test func `whoever asks for ever new names does not fill the machine`() throws {
    let forgetful = RecursiveResolver(roots: resolver.roots, most: 10)
    func resolve(_ name: String) throws {
      _ = try forgetful.resolve(question(name), now: { 0 }, exchange: network.exchange)
    }
    try resolve("www.postroad")
    for number in 0..<5 { try resolve("n\(number).postroad") }
    #expect(network.asked.filter { $0 == "192.0.2.1" }.count == 2)
    #expect(try forgetful.cached(question("www.postroad"), now: 0) == nil)
  }
}
