import DNSMessages
import DNSMessagesSupport
import PostRoad
import Testing

extension Live {
  /// Interop: what the solutions write is read by NSD, Knot and BIND, and what those write by the solutions.
  @Suite(
    .enabled(
      if: NameServers.areThere && Program("dig") != nil,
      "needs nsd, knotd, named and dig: sh Tests/Interop/Live/unpack-servers.sh .build/servers, and name that folder in POSTROAD_SERVERS"
    ))
  struct NameServerTests {
    static let zone = "postroad.example"
    static let questions: [(name: String, type: DNS.RecordType)] = [
      ("www.\(zone)", .a), ("www.\(zone)", .aaaa), (zone, .ns), (zone, .mx), (zone, .soa), (zone, .txt),
      (zone, DNS.RecordType(rawValue: 65280)), ("scroll.\(zone)", .txt), ("_mana._tcp.\(zone)", .srv),
      ("road.\(zone)", .a), ("80.rev.\(zone)", .ptr), ("nowhere.\(zone)", .a), ("ns1.\(zone)", .mx),
      ("a.wild.\(zone)", .mx), ("max.\(zone)", .a), ("zero.\(zone)", .a), ("many.\(zone)", .mx),
      ("old.road.\(zone)", .cname), ("mail.\(zone)", .a), ("mixed.\(zone)", .txt),
    ]

    // dig is the second reader; the servers' own replies are the first
    @Test func `real servers answer the solutions' queries, over UDP and TCP`() throws {
      let servers = try NameServers()
      let dig = try #require(Program("dig"))
      var random = SeededRandom(seed: 1)
      for kind in NameServers.Kind.allCases {
        let port = try servers.port(of: kind)
        for (name, type) in Self.questions {
          let place = "\(kind.rawValue), \(name) \(type.told)"
          let printed = try dig.output(
            ["@127.0.0.1", "-p", "\(port)", "+tries=1", "+time=5", "+tcp", "+noedns", name, type.told])
          let expected = DigOutput(printed).entries.filter { $0.hasPrefix("answer") }.map(
            DigOutput.withoutTTL)
          for withEDNS in [false, true] {
            for transport in Loopback.Transport.allCases {
              let query = try Self.query(name, type, withEDNS: withEDNS, random: &random)
              let bytes = try NameServers.ask(encodeMessage(query), at: port, over: transport)
              let reply = try parseMessage(bytes)
              #expect(try judgeReply(reply, to: query) == .matches, "\(place) over \(transport.rawValue)")
              #expect(try (readEDNS(reply) != nil) == withEDNS, "\(place): EDNS")
              #expect(try parseMessage(encodeMessage(reply)) == reply, "\(place): written again")
              if transport == .udp, !withEDNS { #expect(bytes.count <= 512, "\(place)") }
              if reply.header.isTruncated {
                #expect(transport == .udp, "\(place): truncated")
              } else {
                let answers = reply.answers.map { DigOutput.comparable("answer \($0.told)") }
                  .map(DigOutput.withoutTTL)
                #expect(answers.sorted() == expected.sorted(), "\(place) over \(transport.rawValue)")
              }
            }
          }
        }
      }
    }

    private static func query(
      _ name: String, _ type: DNS.RecordType, withEDNS: Bool, random: inout SeededRandom
    ) throws -> DNS.Message {
      let mixed = try mixCase(plainName(name), using: &random)
      return DNS.Message(
        header: DNS.Header(id: UInt16.random(in: 0...UInt16.max, using: &random), recursionDesired: true),
        questions: [DNS.Question(name: mixed, type: type)],
        additionals: withEDNS ? [try makeOPT(DNS.EDNS(payloadSize: 1232))] : [])
    }
  }
}
