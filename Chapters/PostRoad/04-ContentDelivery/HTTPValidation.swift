extension HTTP {
  /// What a cache does with the answer to a conditional request.
  public enum ValidationOutcome: Hashable, Sendable {
    /// The stored response is updated and used.
    case freshen
    /// The answer is used in its place, and may be stored.
    case replace
    /// The origin could not say.
    case serverFailed
  }

  /// Why an answer to a conditional request is none.
  public enum ValidationError: Error, Hashable, Sendable {
    /// The status is not that of a final response.
    case notFinal(Int)
  }
}
