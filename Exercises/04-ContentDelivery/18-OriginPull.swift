import PostRoad

/// An edge: it answers from its store what it may, and pulls everything else from the origin.
///
/// It asks nobody itself. `begin` says what to do with a request; whoever has asked the origin reports to `finish`.
///
/// What is stored under one `cacheKey(for:)` is a list, and `selectResponse(for:among:)` finds the response for a request in it.
///
/// Errors that a function throws, or one of those it is given, are passed on, and nothing has changed.
///
/// Source: [RFC 9111 §2](https://www.rfc-editor.org/rfc/rfc9111#section-2), [§4](https://www.rfc-editor.org/rfc/rfc9111#section-4),
/// [§4.3.3](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.3).
public struct OriginPull {
  // TODO: 1. Remember what you were given, and what is stored.
  // TODO: 2. A stored response, as this client gets it.

  /// Nothing is stored.
  ///
  /// - Parameters:
  ///   - understood: the statuses whose rules for caching the edge knows.
  ///   - validate: makes the request that asks whether a stored response is still true; nil where that cannot be asked.
  ///   - freshen: makes of a stored response, the 304 that says it is still true, and the times at which that was asked for and received,
  ///     the stored response to keep.
  public init(
    understanding understood: Set<Int>,
    validate: @escaping (HTTP.Request, HTTP.StoredResponse) throws -> HTTP.Request?,
    freshen: @escaping (HTTP.StoredResponse, HTTP.Response, Int, Int) throws -> HTTP.StoredResponse
  ) throws {
    // TODO: 3. Keep what you are given.
    throw NotStarted()
  }

  /// What to do with a request. `decideReuse(of:for:now:)` decides about the stored response for it:
  ///
  /// - `.serve`: answer with `response(from:now:)`, without its body to a HEAD; where the client's own condition says so, with a 304 that has
  ///   the fields `evaluateConditions(of:against:now:)` gives and the Age. A condition that is for the origin: ask as in `.validate`.
  /// - `.validate`: ask with what `validate` makes, or with the request as it is where that is nil. It is called in these two cases alone.
  /// - `.forward`: ask with the request as it is.
  /// - `.gatewayTimeout`: answer with 504, without fields and body.
  ///
  /// - Parameter now: the edge's clock.
  public func begin(_ request: HTTP.Request, now: Int) throws -> HTTP.PullStep {
    // TODO: 4. Find, decide, and do what was decided.
    throw NotStarted()
  }

  /// The origin has answered: stores what may be stored, and returns what the client gets.
  ///
  /// A 304 to a GET or HEAD for which there is a stored response that `validate` makes a request for, says that this one is still true: what
  /// `freshen` makes of it takes its place, and the client is answered from it as in `.serve`, its If-Match and If-Unmodified-Since left
  /// out: the origin has found them true, or it had sent 412. Every other response is for the client as it is. `freshen` is not called for it.
  ///
  /// Of the others, one that `decideStoring(_:to:understanding:)` stores and that is neither a 206 nor a 304 is kept with its `storedFields(of:)`, its
  /// body, the client's request and the two times. It takes the place of all responses under its key that match the request by
  /// `varyMatches(_:_:)`.
  ///
  /// - Parameters:
  ///   - request: the client's, as it was given to `begin`.
  ///   - response: the origin's.
  ///   - asked: the edge's clock when the origin was asked.
  ///   - now: the edge's clock.
  public mutating func finish(
    _ request: HTTP.Request, _ response: HTTP.Response, asked: Int, now: Int
  ) throws -> HTTP.Response {
    // TODO: 5. Is it about what we have?
    // TODO: 6. Or something new?
    throw NotStarted()
  }
}
