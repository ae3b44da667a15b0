extension LB {
  /// Why a pool of backends cannot be used, or why nobody in it can be picked.
  public enum PoolError: Error, Hashable, Sendable {
    /// The pool has no backend at all: a mistake in the configuration, which waiting will not mend.
    case empty
    /// The pool has `of` backends, and none of them may be picked at the moment.
    case noneAvailable(of: Int)
    /// There is no backend at index `at`: the pool has `count` of them, counted from 0.
    case noBackend(at: Int, count: Int)
    /// The backend at index `at` has a weight outside `LB.Backend.weights`.
    case weightOutOfRange(Int, at: Int)
    /// A connection of the backend at index `at` is said to have ended, but it has none.
    case noConnection(at: Int)
  }
}
