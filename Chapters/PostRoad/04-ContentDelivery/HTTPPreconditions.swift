extension HTTP {
  /// What a client's own condition makes of an answer from the store.
  public enum PreconditionVerdict: Hashable, Sendable {
    /// Send the stored response.
    case full
    /// The client has it already: send 304 (Not Modified) with these fields and no body.
    case notModified(Fields)
    /// The condition is for the origin: send the request on.
    case forward
  }
}
