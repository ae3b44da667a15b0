import PostRoad

/// A ledger that keeps every query that was sent, and counts in that list when it is asked.
public struct WorkLedger: Sendable {
  private let limits: Resolver.Budget
  private var names: [DNS.Name] = []
  private var log: [(question: DNS.Question, server: Resolver.Server, isLookup: Bool)] = []

  public init(budget: Resolver.Budget = Resolver.Budget()) throws { limits = budget }

  public mutating func begin(_ name: DNS.Name) throws { names.append(name) }

  public mutating func admit(_ question: DNS.Question, to server: Resolver.Server) throws {
    if log.count >= max(0, limits.queries) { throw Resolver.BudgetSpent(queries: limits.queries) }
    var isLookup = true
    for name in names where name == question.name { isLookup = false }
    if isLookup {
      var others: [DNS.Name] = []
      for entry in log where entry.isLookup && !others.contains(entry.question.name) {
        others.append(entry.question.name)
      }
      if !others.contains(question.name), others.count >= max(0, limits.lookups) { throw Resolver.NoReply() }
    }
    let same = log.filter { $0.question == question && $0.server == server }
    if same.count == Resolver.maximumQueries { throw Resolver.NoReply() }
    log.append((question, server, isLookup))
  }

  public func queriesSent() throws -> Int { log.count }
}

public func resolveWithinBudget(
  _ question: DNS.Question, from start: Resolver.Delegation, budget: Resolver.Budget,
  exchange: Resolver.Exchange
) throws -> Resolver.Answer {
  var ledger = try WorkLedger(budget: budget)
  func counted(_ query: DNS.Message, _ server: Resolver.Server) throws -> DNS.Message {
    if let question = query.questions.first { try ledger.admit(question, to: server) }
    return try exchange(query, server)
  }
  return try followAliases(question) { asked in
    try ledger.begin(asked.name)
    return try resolveWithoutGlue(asked, from: start, exchange: counted)
  }
}
