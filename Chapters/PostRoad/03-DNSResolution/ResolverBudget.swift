extension Resolver {
  /// How much work one question may cause, everything that it leads to counted: aliases, the addresses of servers, retries, TCP.
  ///
  /// No RFC sets these numbers; resolvers in use have limits of this size.
  public struct Budget: Hashable, Sendable {
    /// The most queries that are sent.
    public var queries: Int
    /// The most names of servers that are looked up.
    public var lookups: Int

    /// Fifty queries and ten names, unless you say otherwise.
    public init(queries: Int = 50, lookups: Int = 10) {
      self.queries = queries
      self.lookups = lookups
    }
  }

  /// What ends all work on a question: its budget is spent.
  ///
  /// It is no `ResolutionError`. Those are about one server or one name, after which others are tried; after this one nobody is.
  public struct BudgetSpent: Error, Hashable, Sendable {
    /// The queries that the budget had.
    public let queries: Int

    /// A budget of so many queries is spent.
    public init(queries: Int) { self.queries = queries }
  }
}
