import PostRoad

/// Decides whether a stored response answers a request without the origin being asked.
///
/// A request whose method is neither GET nor HEAD is sent on: `.forward`. For the others, the response may be served if
///
/// 1. it has no `no-cache` that is for the whole response: none without an argument that names a field;
/// 2. the request has no `no-cache`;
/// 3. its age is at most the request's `max-age`, if there is one;
/// 4. its lifetime is at least its age and the request's `min-fresh` together, if there is one;
/// 5. it is fresh: its lifetime is greater than its age. Or the request has a `max-stale`, the age is beyond the lifetime by at most
///    its seconds (by anything where it has no argument), and the response has none of `must-revalidate`, `proxy-revalidate` and
///    `s-maxage`.
///
/// Lifetime and age are those of `freshnessLifetime(of:)` and `currentAge(of:now:)`. Of several directives of one name in a request
/// the first counts. Where the seconds of `max-age` or `min-fresh` are missing or no digits, the response may not be served; a `max-stale`
/// whose argument is not digits allows nothing.
///
/// If all five hold: `.serve`. Otherwise, and without a stored response, the answer is `.gatewayTimeout` to a request with
/// `only-if-cached`; to others it is `.validate` with a stored response and `.forward` without one.
///
/// Nothing else is looked at: `stored` is the response of this cache key that Vary selects.
///
/// - Parameter now: the cache's clock.
///
/// Source: [RFC 9111 §4](https://www.rfc-editor.org/rfc/rfc9111#section-4),
/// [§4.2.4](https://www.rfc-editor.org/rfc/rfc9111#section-4.2.4), [§5.2.1](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.1).
public func decideReuse(
  of stored: HTTP.StoredResponse?, for request: HTTP.Request, now: Int
) throws -> HTTP.ReuseVerdict {
  // <write>
  // 1. Some requests are not for a cache to answer.
  guard ["GET", "HEAD"].contains(request.method) else { return .forward }
  let asked = try parseCacheControl(request.fields.values(of: "Cache-Control"))
  // 2. The origin, the client, and the clock: all have to agree.
  if let stored, try mayServe(stored, asked, now) { return .serve }
  // 3. What else can be done?
  if asked.contains("only-if-cached") { return .gatewayTimeout }
  return stored == nil ? .forward : .validate
  // </write>
}

// <declare>
// 4. Helpers of your own are welcome here.
private func mayServe(_ stored: HTTP.StoredResponse, _ asked: HTTP.CacheControl, _ now: Int) throws -> Bool {
  let said = try parseCacheControl(stored.response.fields.values(of: "Cache-Control"))
  let isWhole = said.directives.contains {
    $0.name == "no-cache" && HTTP.tokens(in: $0.argument ?? "").isEmpty
  }
  if isWhole || asked.contains("no-cache") { return false }
  let age = try currentAge(of: stored, now: now)
  let lifetime = try freshnessLifetime(of: stored)
  if let limit = asked["max-age"], try age > seconds(limit) ?? -1 { return false }
  if let margin = asked["min-fresh"] {
    guard let margin = try seconds(margin), lifetime >= age + margin else { return false }
  }
  if lifetime > age { return true }
  guard let excess = asked["max-stale"] else { return false }
  if ["must-revalidate", "proxy-revalidate", "s-maxage"].contains(where: { said.contains($0) }) {
    return false
  }
  guard excess.argument != nil else { return true }
  return try age - lifetime <= seconds(excess) ?? -1
}

private func seconds(_ directive: HTTP.Directive) throws -> Int? {
  do { return try parseDeltaSeconds(directive.argument) } catch is HTTP.DeltaSecondsError { return nil }
}
// </declare>
