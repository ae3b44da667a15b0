import PostRoad

/// Serves stale responses where the origin allows it: while a fresh one is fetched, and when the origin has failed.
///
/// Nothing stale is served where the stored response has `must-revalidate`, `proxy-revalidate`, `s-maxage`, or a `no-cache` that
/// names no field.
///
/// A response is stale by so many seconds as its `currentAge(of:now:)` is beyond its `freshnessLifetime(of:)`; it is fresh while its age
/// is below it. Of several directives of one name in a message the first counts, and one whose seconds are missing or no digits allows
/// nothing.
///
/// Source: [RFC 5861](https://www.rfc-editor.org/rfc/rfc5861); what forbids it:
/// [RFC 9111 §4.2.4](https://www.rfc-editor.org/rfc/rfc9111#section-4.2.4).
public struct StaleContent {
  // TODO: 1. Remember which refreshes are under way.
  // TODO: 2. By how many seconds a response is stale, and whether it may ever be served stale.
  // TODO: 3. The seconds of a directive.

  /// No refresh is under way.
  public init() throws {
    // TODO: 4. There is nothing to do, but to say so.
    throw NotStarted()
  }

  /// A client wants what is stored under a key.
  ///
  /// The first that applies: `.ask` for a response with a `no-cache` that names no field; `.serve` for one that is fresh; `.ask` if
  /// it may not be served stale, or is stale by more than the seconds of its `stale-while-revalidate`, or has none; `.serve` if a refresh of
  /// the key is under way; `.serveAndRefresh`, and then a refresh of the key is under way.
  ///
  /// - Parameter now: the cache's clock.
  public mutating func request(_ key: String, _ stored: HTTP.StoredResponse, now: Int) throws
    -> HTTP.StaleVerdict
  {
    // TODO: 5. Fresh, stale and allowed, or neither.
    // TODO: 6. One refresh at a time.
    throw NotStarted()
  }

  /// A refresh of a key has ended, with a new response or without one.
  ///
  /// - Throws: `HTTP.RefreshError.noRefresh(_:)` with the key where none is under way.
  public mutating func refreshed(_ key: String) throws {
    // TODO: 7. The next one may begin.
    throw NotStarted()
  }

  /// Whether the stored response is served in place of what came of asking the origin.
  ///
  /// It is if the origin is unreachable, or the status is 500, 502, 503 or 504; the response may be served stale; and it is stale by
  /// at most the seconds of a `stale-if-error`, its own or the request's: the larger one counts. A response that is fresh is stale by less
  /// than any number of seconds.
  ///
  /// - Parameter now: the cache's clock.
  public func serves(
    _ stored: HTTP.StoredResponse, for request: HTTP.Request, after outcome: HTTP.OriginOutcome, now: Int
  ) throws -> Bool {
    // TODO: 8. Is it a failure, and who allows what?
    throw NotStarted()
  }
}
