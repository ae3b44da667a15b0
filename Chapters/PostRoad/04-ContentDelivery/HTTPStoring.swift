extension HTTP {
  /// Whether a shared cache stores a response, or the first reason why it does not.
  public enum StoringVerdict: Hashable, Sendable {
    case store
    /// The cache does not know what the method of the request means for it.
    case methodNotUnderstood
    /// A status of 1xx: another response will come.
    case notFinal
    /// A status that has to be understood, and is not.
    case statusNotUnderstood
    /// The client or the origin has said `no-store`.
    case noStore
    /// The response is for a single user.
    case isPrivate
    /// The request had an Authorization, and the response does not allow for that.
    case authorization
    /// Nothing says that the response may be stored.
    case notAllowed
  }
}
