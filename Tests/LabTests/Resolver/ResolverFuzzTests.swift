import DNSMessages
import DNSResolution
import Foundation
import LabKit
import PostRoad
import Testing

/// Conversations with a lying network. `POSTROAD_FUZZ=100000` is the number of them in the benchmark.
@Suite struct ResolverFuzzTests {
  private static let count = Int(ProcessInfo.processInfo.environment["POSTROAD_FUZZ"] ?? "") ?? 120
  private static let names = [
    "www.bank.example.", "pay.bank.example.", "news.bank.example.", "www.shop.test.", "back.shop.test.",
    "www.evil.example.", "a.b.evil.example.", "a.b.c.d.deep.bank.example.", "nowhere.bank.example.",
    "ns1.bank.example.", "evilbank.example.", ".",
  ]
  private static let types: [DNS.RecordType] = [.a, .a, .a, .aaaa, .ns, .cname, .txt, .any, .ds]

  private static func question(_ random: inout SeededRandom) throws -> DNS.Question {
    DNS.Question(
      name: try parseName(names.randomElement(using: &random) ?? "."),
      type: types.randomElement(using: &random) ?? .a)
  }

  // RFC 2181 §5.4.1, RFC 5452 §6; exercises 3.12 and 3.15.
  @Test(arguments: LyingInternet.Honesty.allCases)
  func `every question ends within its budget, and nothing is believed that may not be`(
    honesty: LyingInternet.Honesty
  ) throws {
    var ends: [String: Int] = [:]
    var faults: [String] = []
    for number in 0..<(Self.count / 2) {
      var conversation = try Conversation(seed: UInt64(number), honesty: honesty)
      for _ in 0..<3 { ends[try conversation.ask(Self.question), default: 0] += 1 }
      try conversation.end()
      faults += conversation.faults.map { "seed \(number): \($0)" }
    }
    #expect(faults.prefix(3) == [])
    for end in ["answer", "nothing", "error"] { #expect(ends[end, default: 0] > Self.count / 20, "\(ends)") }
  }

  // Exercise 3.15, alone.
  @Test func `a question never costs more than its budget`() throws {
    for number in 0..<Self.count {
      var random = SeededRandom(seed: UInt64(number) + 1 << 32)
      let internet = LyingInternet(seed: random.next(), honesty: .anybody)
      let root = Resolver.Delegation(
        zone: .root, addresses: try LyingInternet.roots.map(LyingInternet.address))
      let budget = Resolver.Budget(queries: Int.random(in: 1...50, using: &random))
      do {
        _ = try resolveWithinBudget(
          Self.question(&random), from: root, budget: budget, exchange: internet.exchange)
      } catch is Resolver.ResolutionError {
      } catch is Resolver.BudgetSpent {}
      #expect(internet.queries <= budget.queries, "seed \(number)")
    }
  }
}

/// Some questions to one resolver, and what it believes in the end.
private struct Conversation {
  private(set) var faults: [String] = []
  private let honesty: LyingInternet.Honesty
  private let internet: LyingInternet
  private let resolver: RecursiveResolver
  private let ledger: Ledger
  private var random: SeededRandom
  private var now = 0

  /// Shared with the network's closure.
  private final class Ledger {
    var value: BailiwickLedger
    init(_ value: BailiwickLedger) { self.value = value }
  }

  init(seed: UInt64, honesty: LyingInternet.Honesty) throws {
    random = SeededRandom(seed: seed)
    self.honesty = honesty
    let roots = try LyingInternet.roots.map(LyingInternet.address)
    internet = LyingInternet(seed: random.next(), honesty: honesty)
    resolver = RecursiveResolver(roots: roots, minimises: Bool.random(using: &random))
    ledger = Ledger(BailiwickLedger(roots: roots))
    internet.delivered = { [ledger] in ledger.value.note($0, $1, $2) }
  }

  /// How it ended: with an `answer`, `nothing` or an `error`.
  mutating func ask(_ draw: (inout SeededRandom) throws -> DNS.Question) throws -> String {
    let question = try draw(&random)
    now += [0, 1, 30, 120, 4_000].randomElement(using: &random) ?? 0
    let before = internet.queries
    let start = now
    let waited = internet.waited
    defer {
      now = start + (internet.waited - waited) / 1_000
      if internet.queries - before > RecursiveResolver.maximumQueries {
        faults.append("\(internet.queries - before) queries for \(question)")
      }
    }
    do {
      let answer = try resolver.resolve(
        question, now: { [internet] in start + (internet.waited - waited) / 1_000 },
        exchange: internet.exchange)
      check(answer, to: question)
      return answer.records.contains { $0.type == question.type } ? "answer" : "nothing"
    } catch is Resolver.ResolutionError {
      return "error"
    } catch is RecursiveResolver.TooMuchWork {
      return "error"
    }
  }

  /// What is remembered has to be as good as what was answered.
  mutating func end() throws {
    let mentioned = ledger.value.mentioned.sorted { "\($0)" < "\($1)" }.prefix(100)
    for question in mentioned {
      if let answer = try resolver.cached(question, now: now) { check(answer, to: question) }
    }
    faults += ledger.value.strangers.map { "\($0) was asked, whom nobody may have named" }
  }

  private mutating func check(_ answer: Resolver.Answer, to question: DNS.Question) {
    faults += ledger.value.faults(of: answer, to: question)
    guard honesty == .others else { return }
    // Honest zones are as they are, whatever others say of them.
    for record in answer.records {
      var record = record
      record.ttl = 0
      if isHonest(record.name), !LyingInternet.truth.contains(record) {
        faults.append("a lie is believed: \(record)")
      }
    }
    let last = answer.records.last.flatMap { if case .cname(let target) = $0.data { target } else { nil } }
    let missing = last ?? question.name
    if answer.code == .nonExistentDomain, LyingInternet.names.contains(missing) {
      faults.append("\(missing) does exist")
    }
  }

  private func isHonest(_ name: DNS.Name) -> Bool {
    let labels = name.labels.suffix(2).map { String(decoding: $0, as: UTF8.self).lowercased() }
    return ["bank.example", "shop.test"].contains(labels.joined(separator: "."))
  }
}
