extension HTTP {
  /// What a cache does with a request.
  public enum ReuseVerdict: Hashable, Sendable {
    /// Answer from the store, without a word to the origin.
    case serve
    /// Ask the origin whether the stored response is still right.
    case validate
    /// Send the request on: nothing in the store can answer it.
    case forward
    /// Answer 504 (Gateway Timeout): the client wants an answer from the store or none.
    case gatewayTimeout
  }
}
