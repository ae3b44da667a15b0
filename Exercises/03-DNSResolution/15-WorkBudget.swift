import PostRoad

/// Writes down the work that one question causes, and says when it is too much.
///
/// It stands between a resolver and the network: no query is sent that `admit` has not let through.
public struct WorkLedger: Sendable {
  // TODO: 1. What is spent, and what has to be told apart?

  /// A ledger with nothing in it. A limit of zero or less is spent from the start.
  public init(budget: Resolver.Budget = Resolver.Budget()) throws {
    // TODO: 2. One budget for everything.
    throw NotStarted()
  }

  /// Notes a name that is searched for: that of the question, or of an alias. Nothing that was spent comes back.
  ///
  /// Queries for such a name, whatever their type, are the search itself. Those for any other name look up a server.
  public mutating func begin(_ name: DNS.Name) throws {
    // TODO: 3. What changes, and what does not?
    throw NotStarted()
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
    // TODO: 4. Three rules, in their order; a query that is refused leaves no trace.
    // TODO: 5. Note what is let through.
    throw NotStarted()
  }

  /// How many queries were let through.
  public func queriesSent() throws -> Int {
    // TODO: 6. What was counted.
    throw NotStarted()
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
  // TODO: 7. Every query of every search passes one ledger.
  throw NotStarted()
}
