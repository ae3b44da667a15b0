extension Resolver {
  /// The most queries for one question to one address over one transport: one, and two more (RFC 9520 §3.1).
  public static let maximumQueries = 3
}
