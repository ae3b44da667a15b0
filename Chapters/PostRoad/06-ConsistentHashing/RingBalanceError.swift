extension Ring {
  /// Why loads cannot be bounded.
  public enum BalanceError: Error, Hashable, Sendable {
    /// A node was to have at most so many per cent of the average load: less than 100 leaves requests without a node.
    case percentTooSmall(Int)
    /// A request was to end at this node, where none is running.
    case nothingToEnd(at: String)
  }
}
