import DNSMessages
import LabKit
import PostRoad
import Testing

/// The judge of resolvers is judged: ours keeps its rules, and each rule finds the resolver that breaks it.
@Suite struct ResolverRulesTests {
  private func report(_ change: (inout MemoryResolver) -> Void = { _ in }) throws -> CheckReport {
    var peer = try MemoryResolver()
    change(&peer)
    return try CheckReport(
      resolverRules(zone: parseName("postroad.example"), run: "t"), of: peer as any AuthorityPeer)
  }

  @Test func `our resolver keeps all rules`() throws {
    let report = try report()
    #expect(report.broken == [], "\(report.text)")
    #expect(report.lines.allSatisfy { $0.verdict == .kept }, "\(report.text)")
    #expect(report.lines.count == 22)
  }

  /// A resolver that does one thing wrong, and the rule that has to find it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let change: @Sendable (_ query: DNS.Message?, _ answer: inout DNS.Message) throws -> Void

    init(
      _ what: String, _ rule: String,
      _ change: @escaping @Sendable (_ query: DNS.Message?, _ answer: inout DNS.Message) throws -> Void
    ) {
      testDescription = what
      self.rule = rule
      self.change = change
    }
  }

  private static let wrong = [
    Wrong("finds nothing", "what exists is found") { _, answer in answer.answers = [] },
    Wrong("never sets RA", "it says that it finds answers") { _, answer in
      answer.header.recursionAvailable = false
    },
    Wrong("sets AA", "it is no authority") { _, answer in answer.header.isAuthoritative = true },
    Wrong("clears RD", "the response has the query's ID") { _, answer in
      answer.header.recursionDesired = false
    },
    Wrong("writes names in lower case", "letter case") { _, answer in
      for index in answer.questions.indices {
        answer.questions[index].name = DNS.Name(
          labels: answer.questions[index].name.labels.map {
            $0.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
          })
      }
    },
    Wrong("asks for everybody", "without RD nobody else is asked") { query, answer in
      if query?.header.recursionDesired == false, answer.header.responseCode == .refused {
        answer.header.responseCode = .nonExistentDomain
      }
    },
    Wrong("leaves the SOA out", "a name that does not exist") { _, answer in answer.authorities = [] },
    Wrong("has NXDOMAIN for a missing type", "a type that does not exist") { query, answer in
      if query?.questions.first?.type.rawValue == 65_399 { answer.header.responseCode = .nonExistentDomain }
    },
    Wrong("never speaks EDNS", "a query with EDNS") { _, answer in answer.additionals = [] },
    Wrong("knows every opcode", "an opcode that nobody knows") { _, answer in
      if answer.header.responseCode == .notImplemented { answer.header.responseCode = .noError }
    },
  ]

  @Test(arguments: wrong) func `a resolver is found out that`(_ wrong: Wrong) throws {
    let report = try report { peer in
      peer.change = { octets, answer in
        guard var changed = answer else { return nil }
        try wrong.change(try? parseMessage(octets), &changed)
        return changed
      }
    }
    #expect(report.broken.contains { $0.hasPrefix(wrong.rule) }, "\(report.text)")
  }

  @Test func `a resolver is found out whose TTLs grow`() throws {
    let counter = Counter()
    let report = try report { peer in
      peer.change = { _, answer in
        guard var changed = answer else { return nil }
        counter.count += 1
        for index in changed.answers.indices { changed.answers[index].ttl += UInt32(counter.count) }
        return changed
      }
    }
    #expect(report.broken == ["the TTL of what it remembers does not grow"])
  }

  private final class Counter { var count = 0 }
}
