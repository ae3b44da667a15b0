import DNSResolution
import DNSResolutionSupport
import Foundation
import PostRoad
import TestSupport
import Testing

/// Scripted networks of Unbound's and Deckard's own tests: `dns/resolver-scenarios.json` in the folder that `WORKBOOK_CORPUS` names.
@Suite(.enabled(if: Corpus.folder != nil, "set WORKBOOK_CORPUS to the corpus folder to run it"))
struct CorpusResolverTests {
  // Unbound's testdata, CZ-NIC's Deckard
  @Test func `a resolver made of the exercises answers as the scenarios have it`() throws {
    let folder = try #require(Corpus.folder)
    let data = try Data(contentsOf: folder.appending(path: "dns/resolver-scenarios.json"))
    let scenarios = try JSONDecoder().decode([ResolverScenario].self, from: data)
    for scenario in scenarios { try play(scenario) }
    #expect(!scenarios.isEmpty, "the corpus has no scenario")
  }

  private func play(_ scenario: ResolverScenario) throws {
    let root = Resolver.Delegation(zone: .root, addresses: scenario.hints.map { address($0) })
    var cache = TTLCache()
    var steps = CheckSteps()
    var now = 0.0
    var asked: ResolverScenario.Step?
    for step in scenario.steps {
      switch step.type {
      case "TIME_PASSES": now += step.args.last.flatMap(Double.init) ?? 0
      case "QUERY": asked = step
      default:
        guard let asked, let query = asked.entry?.question.first, let wanted = step.entry else {
          continue
        }
        let hasTTL = wanted.match.contains("ttl")
        try steps.check(
          "\(scenario.file), step \(asked.n), at \(now) s: \(query.name) \(query.type)",
          returns: told(wanted.code, wanted.answer.map(\.record), hasTTL), scenario.title
        ) {
          let question = DNS.Question(name: name(query.name), type: recordType(query.type))
          let reply = try answer(question, from: root, cache: &cache, now: Int(now)) {
            try scenario.exchange($0, $1, step: asked.n)
          }
          return told(reply.header.responseCode, reply.answers, hasTTL)
        }
      }
    }
  }

  /// The exercises put together: a service with a cache, and a search with a budget. Every client desires recursion.
  private func answer(
    _ question: DNS.Question, from root: Resolver.Delegation, cache: inout TTLCache, now: Int,
    exchange: Resolver.Exchange
  ) throws -> DNS.Message {
    let query = DNS.Message(
      header: DNS.Header(recursionDesired: true, questionCount: 1), questions: [question])
    let known = try cache.records(for: question, now: now)
    let reply = try serve(
      query, isAllowed: true, cached: { _ in known.map { Resolver.Answer(records: $0) } },
      resolve: {
        try resolveWithinBudget($0, from: root, budget: Resolver.Budget(), exchange: exchange)
      })
    guard let reply else { return query }
    if known == nil, reply.answers.allSatisfy({ $0.type == question.type }) {
      try cache.store(reply.answers, now: now)
    }
    return reply
  }

  /// A code and records in a line; TTLs only where the scenario looks at them, and the order of records never.
  private func told(_ code: DNS.ResponseCode, _ records: [DNS.ResourceRecord], _ hasTTL: Bool)
    -> String
  {
    let rows = records.map { record in
      var record = record
      if !hasTTL { record.ttl = 0 }
      return text(record).lowercased()
    }
    return (["\(code.rawValue)"] + rows.sorted()).joined(separator: "; ")
  }
}
