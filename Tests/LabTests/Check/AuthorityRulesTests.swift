import DNSMessages
import LabKit
import PostRoad
import Testing

/// The judge of name servers is judged: ours keeps its rules, and each rule finds the server that breaks it.
@Suite struct AuthorityRulesTests {
  private func report(_ change: (inout MemoryAuthority) -> Void = { _ in }) throws -> CheckReport {
    var peer = try MemoryAuthority()
    change(&peer)
    return try CheckReport(
      authorityRules(zone: parseName("postroad.example")), of: peer as any AuthorityPeer)
  }

  @Test func `our authority keeps all rules`() throws {
    let report = try report()
    #expect(report.broken == [])
    #expect(report.status == 0)
    #expect(report.lines.count == 20)
    #expect(report.lines.allSatisfy { $0.verdict == .kept })
  }

  /// A server that does one thing wrong, and the rule that has to find it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let change: @Sendable (_ query: [UInt8], _ answer: DNS.Message?) throws -> DNS.Message?

    init(
      _ what: String, _ rule: String,
      _ change: @escaping @Sendable (inout DNS.Message, _ query: DNS.Message?) throws -> Void
    ) {
      testDescription = what
      self.rule = rule
      self.change = { octets, answer in
        guard var changed = answer else { return nil }
        try change(&changed, try? parseMessage(octets))
        return changed
      }
    }
  }

  private static let wrong = [
    Wrong("never sets AA", "the zone's SOA") { answer, _ in answer.header.isAuthoritative = false },
    Wrong("takes an ID of its own", "the response has the query's ID") { answer, _ in answer.header.id = 7 },
    Wrong("clears RD", "the response has the query's ID") { answer, _ in
      answer.header.recursionDesired = false
    },
    Wrong("writes names in lower case", "letter case") { answer, _ in
      answer.questions = answer.questions.map {
        DNS.Question(
          name: DNS.Name(
            labels: $0.name.labels.map { $0.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } }),
          type: $0.type)
      }
    },
    Wrong("has NOERROR for every name", "a name that does not exist") { answer, _ in
      if answer.header.responseCode == .nonExistentDomain { answer.header.responseCode = .noError }
    },
    Wrong("leaves the SOA out", "a type that does not exist") { answer, _ in answer.authorities = [] },
    Wrong("keeps the SOA's own TTL", "the SOA of a negative answer") { answer, _ in
      for index in answer.authorities.indices { answer.authorities[index].ttl = 600 }
    },
    Wrong("says NXDOMAIN for others' names", "of a zone that it does not have") { answer, _ in
      if answer.header.responseCode == .refused { answer.header.responseCode = .nonExistentDomain }
    },
    Wrong("always speaks EDNS", "a query without EDNS") { answer, _ in
      if answer.additionals.isEmpty { answer.additionals = [try makeOPT(DNS.EDNS())] }
    },
    Wrong("never speaks EDNS", "a query with EDNS") { answer, _ in answer.additionals = [] },
    Wrong("takes every version for 0", "an EDNS version") { answer, query in
      guard let query, try readEDNS(query)?.version == 1 else { return }
      answer.additionals = [try makeOPT(DNS.EDNS())]
    },
    Wrong("refuses unknown options", "an option that nobody knows") { answer, query in
      guard let query, try !(readEDNS(query)?.options.isEmpty ?? true) else { return }
      answer.header.responseCode = .formatError
      answer.answers = []
    },
    Wrong("counts no OPT records", "two OPT records") { answer, query in
      if query?.additionals.count == 2 { answer.header.responseCode = .noError }
    },
    Wrong("knows every opcode", "an opcode that nobody knows") { answer, _ in
      if answer.header.responseCode == .notImplemented { answer.header.responseCode = .noError }
    },
    Wrong("reads what is cut short", "a question that is cut short") { answer, query in
      if query == nil { answer.header.responseCode = .serverFailure }
    },
    Wrong("copies Z", "the reserved bit Z") { answer, query in
      answer.header.reservedBit = query?.header.reservedBit ?? false
    },
  ]

  @Test(arguments: wrong) func `a server is found out that`(_ wrong: Wrong) throws {
    let report = try report { $0.change = wrong.change }
    #expect(report.status == 1)
    #expect(report.broken.contains { $0.hasPrefix(wrong.rule) }, "\(report.text)")
  }

  @Test func `a server is found out that answers responses`() throws {
    let report = try report {
      $0.change = { query, answer in
        guard answer == nil, var echo = try? parseMessage(query) else { return answer }
        echo.header.responseCode = .refused
        return echo
      }
    }
    #expect(report.broken == ["a response is not answered: two servers would talk for ever"])
  }

  @Test func `a server is found out that reads one query of a connection`() throws {
    let report = try report { $0.isHasty = true }
    #expect(
      report.broken == [
        "queries on one connection are all answered", "a query over TCP may come in pieces",
      ])
  }

  @Test func `a server is found out that sends long datagrams`() throws {
    let report = try report { $0.ignoresSize = true }
    #expect(report.broken == ["without EDNS no response over UDP is longer than 512 octets"])
  }

  @Test func `a silent server keeps nothing`() throws {
    let report = try report { $0.change = { _, _ in nil } }
    #expect(report.status == 1)
    #expect(!report.lines.contains { $0.verdict == .kept })
  }
}
