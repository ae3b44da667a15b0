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
  // <declare>
  // 1. Remember which refreshes are under way.
  private var refreshing: Set<String> = []

  // 2. By how many seconds a response is stale, and whether it may ever be served stale.
  private static func excess(_ stored: HTTP.StoredResponse, _ now: Int) throws -> Int {
    try currentAge(of: stored, now: now) - freshnessLifetime(of: stored)
  }

  private static func isForbidden(_ said: HTTP.CacheControl) -> Bool {
    let forbidding = ["must-revalidate", "proxy-revalidate", "s-maxage"]
    return forbidding.contains { said.contains($0) } || hasNoCache(said)
  }

  private static func hasNoCache(_ said: HTTP.CacheControl) -> Bool {
    said.directives.contains { $0.name == "no-cache" && HTTP.tokens(in: $0.argument ?? "").isEmpty }
  }

  // 3. The seconds of a directive.
  private static func seconds(_ name: String, _ control: HTTP.CacheControl) throws -> Int? {
    guard let directive = control[name] else { return nil }
    do { return try parseDeltaSeconds(directive.argument) } catch is HTTP.DeltaSecondsError { return nil }
  }
  // </declare>

  /// No refresh is under way.
  public init() throws {
    // <write>
    // 4. There is nothing to do, but to say so.
    // </write>
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
    // <write>
    // 5. Fresh, stale and allowed, or neither.
    let said = try parseCacheControl(stored.response.fields.values(of: "Cache-Control"))
    if Self.hasNoCache(said) { return .ask }
    let excess = try Self.excess(stored, now)
    if excess < 0 { return .serve }
    guard !Self.isForbidden(said), let most = try Self.seconds("stale-while-revalidate", said), excess <= most
    else {
      return .ask
    }
    // 6. One refresh at a time.
    return refreshing.insert(key).inserted ? .serveAndRefresh : .serve
    // </write>
  }

  /// A refresh of a key has ended, with a new response or without one.
  ///
  /// - Throws: `HTTP.RefreshError.noRefresh(_:)` with the key where none is under way.
  public mutating func refreshed(_ key: String) throws {
    // <write>
    // 7. The next one may begin.
    guard refreshing.remove(key) != nil else { throw HTTP.RefreshError.noRefresh(key) }
    // </write>
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
    // <write>
    // 8. Is it a failure, and who allows what?
    let failures = [500, 502, 503, 504].map { HTTP.OriginOutcome.status($0) } + [.unreachable]
    let said = try parseCacheControl(stored.response.fields.values(of: "Cache-Control"))
    let asked = try parseCacheControl(request.fields.values(of: "Cache-Control"))
    guard failures.contains(outcome), !Self.isForbidden(said) else { return false }
    let allowed = try [said, asked].compactMap { try Self.seconds("stale-if-error", $0) }
    guard let most = allowed.max() else { return false }
    return try Self.excess(stored, now) <= most
    // </write>
  }
}
