extension DNS {
  /// Whether a message is the reply to a query, and what speaks against it.
  public enum ReplyVerdict: Hashable, Sendable {
    /// Everything that can be compared agrees.
    case matches
    /// QR is not set: it is a query itself.
    case notAResponse
    /// The ID is not the query's.
    case otherID
    /// The opcode is not the query's.
    case otherOpcode
    /// The question section does not ask what the query asked.
    case otherQuestion
    /// The question is the query's, but the case of its letters is not.
    case otherCase
  }
}
