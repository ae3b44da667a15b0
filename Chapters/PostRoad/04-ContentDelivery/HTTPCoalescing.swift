extension HTTP {
  /// What a caller of a coalescing cache has to do.
  public enum CoalescingStep: Hashable, Sendable {
    /// Ask the origin, and report what came of it: others may wait for it.
    case fetch
    /// Wait: somebody asks already.
    case wait
    /// Ask the origin for this caller alone, and report nothing: what comes is for nobody else.
    case pass
  }

  /// What becomes of the callers of a fetch that has ended well.
  public struct CoalescingResult: Hashable, Sendable {
    /// Those who get the answer, in the order in which they came.
    public var answered: [Int]
    /// Those who have to ask the origin for themselves now, all at once, in the order in which they came.
    public var passing: [Int]

    public init(answered: [Int], passing: [Int] = []) {
      self.answered = answered
      self.passing = passing
    }
  }

  /// What is wrong with a report.
  public enum CoalescingError: Error, Hashable, Sendable {
    /// Nobody fetches this key.
    case noFetch(String)
    /// This caller is waiting for this key already, or fetches it.
    case isThere(Int)
    /// This caller neither waits for this key nor fetches it.
    case isNotThere(Int)
  }
}
