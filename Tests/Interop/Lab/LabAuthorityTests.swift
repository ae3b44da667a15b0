import DNSAuthority
import DNSAuthoritySupport
import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import Testing

extension Live {
  /// Interop: the solutions of chapters 1 and 2 behind a socket.
  @Suite struct LabAuthorityTests {
    private static let hasDig = Program("dig") != nil
    private static let hasKdig = Program("kdig") != nil
    private static let hasDnsperf = Program("dnsperf") != nil
    private static let hasNSD = Program("nsd") != nil

    @Test(.enabled(if: hasDig, "needs dig, of Debian's package bind9-dnsutils")) func `dig is answered`()
      throws
    {
      let tower = try Tower()
      let www = try tower.dig("www.postroad.example", "A")
      #expect(www.status == "NOERROR")
      #expect(www.flags == "qr aa")
      #expect(
        www.entries == [
          "answer www.postroad.example. 60 in a 192.0.2.80",
          "answer www.postroad.example. 60 in a 192.0.2.81",
          "question www.postroad.example. in a",
        ])
      let nowhere = try tower.dig("nowhere.postroad.example", "A")
      #expect(nowhere.status == "NXDOMAIN")
      #expect(
        nowhere.entries.first
          == "authority postroad.example. 300 in soa ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300"
      )
      let north = try tower.dig("gate.north.postroad.example", "A", "+tcp")
      #expect(north.flags == "qr")
      #expect(north.entries.filter { $0.hasPrefix("authority") }.count == 2)
      #expect(try tower.dig("a.wild.postroad.example", "A").entries.contains { $0.hasSuffix("192.0.2.70") })
      #expect(try tower.dig("www.elsewhere.example", "A").status == "REFUSED")
    }

    @Test(.enabled(if: hasKdig, "needs kdig, of Debian's package knot-dnsutils"))
    func `kdig is answered, with many queries on one connection`() throws {
      let tower = try Tower()
      let kdig = try #require(Program("kdig"))
      let names = ["lane", "path", "towild", "toapex"].map { "\($0).postroad.example" }
      let printed = try kdig.output(
        ["@127.0.0.1", "-p", "\(try tower.port)", "+tcp", "+keepopen", "+retry=0"] + names)
      #expect(printed.components(separatedBy: "status: NOERROR").count == names.count + 1)
      #expect(printed.components(separatedBy: "192.0.2.80").count == 3)
    }

    @Test(.enabled(if: hasDnsperf, "needs dnsperf, of Debian's package dnsperf"))
    func `dnsperf loses nothing of 2000 queries`() throws {
      let tower = try Tower("--compiled")
      let dnsperf = try #require(Program("dnsperf"))
      let file = tower.folder.appending(path: "queries")
      try "www.postroad.example A\nlane.postroad.example A\n".write(
        to: file, atomically: true, encoding: .utf8)
      let printed = try dnsperf.output([
        "-s", "127.0.0.1", "-p", "\(try tower.port)", "-d", file.path(percentEncoded: false), "-c1", "-q20",
        "-n",
        "1000", "-l", "60",
      ])
      #expect(printed.contains("Queries completed:    2000 (100.00%)"), "\(printed)")
      #expect(printed.contains("NOERROR 2000 (100.00%)"), "\(printed)")
    }

    @Test(.enabled(if: hasNSD, "needs nsd: sh Tests/Interop/Live/unpack-servers.sh .build/servers"))
    func `it says what NSD says about every name of the zone`() throws {
      let tower = try Tower("--compiled")
      let (nsd, port) = try tower.startNSD()
      let types: [DNS.RecordType] = [.a, .aaaa, .ns, .mx, .txt, .soa, .cname, .srv, .ptr, .ds]
      var asked = 0
      try withExtendedLifetime(nsd) {
        for name in try tower.names {
          for type in types {
            let query = DNS.Message(
              header: DNS.Header(id: UInt16(asked & 0xFFFF)),
              questions: [DNS.Question(name: name, type: type)])
            let bytes = try encodeMessage(query)
            let transport = Loopback.Transport.allCases[asked % 2]
            let ours = try Told(parseMessage(NameServers.ask(bytes, at: tower.port, over: transport)))
            let theirs = try Told(parseMessage(NameServers.ask(bytes, at: port, over: transport)))
            let told = try DNSMessages.nameText(name)
            #expect(ours == theirs, "\(told) \(type.told) over \(transport.rawValue)")
            asked += 1
          }
        }
      }
      #expect(asked > 1_000)
    }

    @Test func `broken datagrams do not end it`() throws {
      let tower = try Tower()
      var random = SeededRandom(seed: 1)
      let socket = try Loopback(to: tower.port, over: .udp)
      for _ in 0..<2_000 {
        let count = Int.random(in: 0..<60, using: &random)
        // One of no octets is a datagram, too, but `Loopback` has no words for it.
        try socket.send((0...count).map { _ in UInt8.random(in: 0...255, using: &random) })
      }
      let stream = try Loopback(to: tower.port, over: .tcp)
      try stream.send([0, 200, 1, 2, 3])
      let query = try encodeMessage(
        DNS.Message(
          header: DNS.Header(id: 9),
          questions: [DNS.Question(name: plainName("www.postroad.example"), type: .a)]))
      for transport in Loopback.Transport.allCases {
        let answer = try parseMessage(NameServers.ask(query, at: tower.port, over: transport))
        #expect(answer.header.id == 9)
        #expect(answer.answers.count == 2)
      }
    }
  }
}

/// What of a response two right servers agree on: where there are answers, what is added to them is each server's own choice.
private struct Told: Equatable {
  let code: DNS.ResponseCode
  let isAuthoritative: Bool
  let isTruncated: Bool
  let answers: Set<DNS.ResourceRecord>
  let authorities: Set<DNS.ResourceRecord>

  init(_ message: DNS.Message) {
    code = message.header.responseCode
    isAuthoritative = message.header.isAuthoritative
    isTruncated = message.header.isTruncated
    answers = Set(message.answers)
    authorities = message.answers.isEmpty ? Set(message.authorities) : []
  }
}
