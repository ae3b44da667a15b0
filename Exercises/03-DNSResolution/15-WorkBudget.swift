import PostRoad

/// Writes down the work that one question causes, and says when it is too much.
///
/// It stands between a resolver and the network: no query is sent that `admit` has not let through.
public struct WorkLedger: Sendable {
  private let budget: Resolver.Budget
  private var spent = 0
  private var searched: Set<DNS.Name> = []
  private var lookedUp: Set<DNS.Name> = []
  private var sent: [Sent: Int] = [:]

  private struct Sent: Hashable {
    let question: DNS.Question
    let server: Resolver.Server
  }

  /// A ledger with nothing in it. A limit of zero or less is spent from the start.
  public init(budget: Resolver.Budget = Resolver.Budget()) throws {
    self.budget = budget
  }

  /// Notes a name that is searched for: that of the question, or of an alias. Nothing that was spent comes back.
  ///
  /// Queries for such a name, whatever their type, are the search itself. Those for any other name look up a server.
  public mutating func begin(_ name: DNS.Name) throws {
    searched.insert(name)
  }

  /// Lets a query through and counts it, or throws and counts nothing. The rules, in this order:
  ///
  /// 1. When the budget's queries are spent, it throws `Resolver.BudgetSpent` with their number.
  /// 2. A query that looks up a server's name, when the budget's lookups are spent on other names, throws `Resolver.NoReply`. A name is
  ///    counted once, however many queries are about it.
  /// 3. A query for the same question to the same address over the same transport, when `Resolver.maximumQueries` of them were let through,
  ///    throws `Resolver.NoReply`.
  ///
  /// - Parameters:
  ///   - question: what is to be asked.
  ///   - server: who is to be asked, and how.
  public mutating func admit(_ question: DNS.Question, to server: Resolver.Server) throws {
    guard spent < budget.queries else { throw Resolver.BudgetSpent(queries: budget.queries) }
    let isLookup = !searched.contains(question.name)
    if isLookup && !lookedUp.contains(question.name) && lookedUp.count >= budget.lookups {
      throw Resolver.NoReply()
    }
    let query = Sent(question: question, server: server)
    guard !isLookup || sent[query, default: 0] < Resolver.maximumQueries else { throw Resolver.NoReply() }
    spent += 1
    sent[query, default: 0] += 1
    if isLookup { lookedUp.insert(question.name) }
  }

  /// How many queries were let through.
  public func queriesSent() throws -> Int {
    spent
  }
}

/// Answers a question with no more work than a budget allows.
///
/// Aliases are followed as `followAliases` does, and each name of the chain is searched for as `resolveWithoutGlue` does, from `start`. One ledger
/// with this budget is kept for all of it.
///
/// - Parameters:
///   - question: what to look for.
///   - start: the zone to begin with, and the addresses of its servers.
///   - budget: how much work may be done.
///   - exchange: the network. It is called only with queries that the ledger has let through.
/// - Returns: the answer.
/// - Throws: what `followAliases` and `resolveWithoutGlue` throw, and `Resolver.BudgetSpent`.
///
/// Source: "NXNSAttack: Recursive DNS Inefficiencies and Vulnerabilities", USENIX Security 2020 (CVE-2020-8616), and
/// [RFC 9520 §3.1](https://www.rfc-editor.org/rfc/rfc9520#section-3.1).
public func resolveWithinBudget(
  _ question: DNS.Question, from start: Resolver.Delegation, budget: Resolver.Budget,
  exchange: Resolver.Exchange
) throws -> Resolver.Answer {
  var ledger = try WorkLedger(budget: budget)
  return try followAliases(question) { link in
    try ledger.begin(link.name)
    return try resolveWithoutGlue(link, from: start) { query, server in
      for asked in query.questions { try ledger.admit(asked, to: server) }
      return try exchange(query, server)
    }
  }
}
