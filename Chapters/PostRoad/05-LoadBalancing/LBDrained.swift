extension LB {
  /// A backend that has nothing to do any more and may be switched off.
  public struct Drained: Hashable, Sendable {
    /// Its index in the pool.
    public var index: Int
    /// The connections that had to be cut at the deadline; 0 when all had ended by themselves.
    public var cut: Int

    public init(index: Int, cut: Int) {
      self.index = index
      self.cut = cut
    }
  }

  /// Why a backend gets nothing new.
  public enum DrainError: Error, Hashable, Sendable {
    /// The backend at index `at` is being drained, or has been.
    case draining(at: Int)
  }
}
