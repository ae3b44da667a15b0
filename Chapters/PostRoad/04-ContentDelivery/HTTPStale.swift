extension HTTP {
  /// What a cache does with a stored response that may have become stale.
  public enum StaleVerdict: Hashable, Sendable {
    /// Answer from the store.
    case serve
    /// Answer from the store, and ask the origin in the background whether it is still right.
    case serveAndRefresh
    /// Ask the origin first.
    case ask
  }

  /// What came of asking the origin.
  public enum OriginOutcome: Hashable, Sendable {
    /// No answer: no address, no connection, none in time.
    case unreachable
    /// An answer with this status.
    case status(Int)
  }

  /// What is wrong with a report.
  public enum RefreshError: Error, Hashable, Sendable {
    /// No refresh of this key is under way.
    case noRefresh(String)
  }
}
