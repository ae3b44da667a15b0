import DNSMessages
import LabKit
import PostRoad
import Testing

/// Octets in, octets out.
@Suite struct AuthorityTests {
  static let zone = """
    $ORIGIN postroad.example.
    $TTL 600
    @     SOA ns1 warden 1 7200 900 1209600 300
    @     NS  ns1
    ns1   A   192.0.2.53
    www   A   192.0.2.80
    road  CNAME www
    north NS  ns.north
    ns.north A 192.0.2.54
    long  TXT "\(String(repeating: "a", count: 250))" "\(String(repeating: "b", count: 250))"
    long  TXT "\(String(repeating: "c", count: 250))" "\(String(repeating: "d", count: 250))"
    long  TXT "\(String(repeating: "e", count: 250))" "\(String(repeating: "f", count: 250))"
    """

  private static func authority() throws -> Authority {
    Authority(zones: [try ZoneFile.read(Array(zone.utf8))])
  }

  private static func query(
    _ name: String, _ type: DNS.RecordType = .a, edns: DNS.EDNS? = nil, isResponse: Bool = false
  ) throws -> [UInt8] {
    try encodeMessage(
      DNS.Message(
        header: DNS.Header(id: 7, isResponse: isResponse, recursionDesired: true),
        questions: [DNS.Question(name: parseName(name), type: type)],
        additionals: edns.map { [try makeOPT($0)] } ?? []))
  }

  private func ask(_ octets: [UInt8], over transport: Socket.Transport = .udp) throws -> DNS.Message {
    let answer = try Self.authority().answer(to: octets, over: transport)
    return try parseMessage(#require(answer))
  }

  @Test func `an alias is followed, and the query's question comes back`() throws {
    let answer = try ask(Self.query("road.postroad.example."))
    #expect(answer.header.id == 7)
    #expect(answer.header.isResponse)
    #expect(answer.header.isAuthoritative)
    #expect(answer.header.recursionDesired)
    #expect(answer.questions == [DNS.Question(name: try parseName("road.postroad.example."), type: .a)])
    #expect(answer.answers.map(\.type) == [.cname, .a])
  }

  @Test func `a delegated name is a referral with its glue`() throws {
    let answer = try ask(Self.query("gate.north.postroad.example."))
    #expect(!answer.header.isAuthoritative)
    #expect(answer.authorities.map(\.type) == [.ns])
    #expect(answer.additionals.map(\.type) == [.a])
  }

  @Test func `nobody else's names are answered`() throws {
    #expect(try ask(Self.query("www.elsewhere.example.")).header.responseCode == .refused)
  }

  // RFC 1035 §4.2.1, RFC 6891 §6.2.3
  @Test func `what is too long for a datagram is cut, and whole over TCP`() throws {
    let plain = try Self.query("long.postroad.example.", .txt)
    let cut = try ask(plain)
    #expect(cut.header.isTruncated)
    #expect(cut.answers.isEmpty)
    let generous = try Self.query("long.postroad.example.", .txt, edns: DNS.EDNS(payloadSize: 4_096))
    #expect(try ask(generous).header.isTruncated, "our own limit is 1232")
    let whole = try ask(plain, over: .tcp)
    #expect(!whole.header.isTruncated)
    #expect(whole.answers.count == 3)
  }

  @Test func `EDNS is answered with EDNS, and a version that nobody knows with BADVERS`() throws {
    let answer = try ask(Self.query("www.postroad.example.", edns: DNS.EDNS(dnssecOK: true)))
    #expect(try readEDNS(answer) == DNS.EDNS(payloadSize: 1_232, dnssecOK: true))
    let newer = try ask(Self.query("www.postroad.example.", edns: DNS.EDNS(version: 1)))
    #expect(try wholeResponseCode(of: newer) == .badVersion)
  }

  @Test func `a response is never answered, nor what has no header`() throws {
    let response = try Self.query("www.postroad.example.", isResponse: true)
    #expect(try Self.authority().answer(to: response, over: .udp) == nil)
    #expect(try Self.authority().answer(to: [0, 7, 0], over: .udp) == nil)
    // A response that cannot be read is one, too.
    #expect(try Self.authority().answer(to: Array(response.dropLast()), over: .udp) == nil)
  }

  @Test func `what cannot be read is FORMERR under its own ID`() throws {
    let answer = try ask(Array(Self.query("www.postroad.example.").dropLast()))
    #expect(answer.header.id == 7)
    #expect(answer.header.responseCode == .formatError)
    #expect(answer.questions.isEmpty)
    var twice = try Self.query("www.postroad.example.", edns: DNS.EDNS())
    let opt: [UInt8] = [0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0]
    twice += opt
    twice[11] = 2
    #expect(try ask(twice).header.responseCode == .formatError)
  }

  @Test func `no datagram ends it, and every answer can be read`() throws {
    var random = SeededRandom(seed: 53)
    let authority = try Self.authority()
    let seeds = [
      try Self.query("road.postroad.example.", edns: DNS.EDNS()),
      try Self.query("long.postroad.example.", .txt),
      try Self.query("gate.north.postroad.example.", .aaaa),
    ]
    for _ in 0..<3_000 {
      var octets = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0..<6, using: &random) {
        octets[Int.random(in: 0..<octets.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      octets = Array(octets.prefix(Int.random(in: 0...(octets.count + 20), using: &random)))
      guard let answer = try authority.answer(to: octets, over: .udp) else { continue }
      #expect(answer.count <= 1_232)
      #expect(try parseMessage(answer).header.isResponse)
    }
  }
}
