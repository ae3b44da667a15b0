extension Ring {
  /// A key that has another node than before.
  public struct Move: Hashable, Sendable, CustomStringConvertible {
    /// The key, as the client names it.
    public let key: String
    /// The node it had.
    public let from: String
    /// The node it has now.
    public let to: String

    /// `key` has left the node `from` for the node `to`.
    public init(_ key: String, from: String, to: String) {
      self.key = key
      self.from = from
      self.to = to
    }

    /// `/scroll/1: south → north`.
    public var description: String { "\(key): \(from) → \(to)" }
  }
}
