import PostRoad

/// One cache's member of the Cache-Status field: its name, and its parameters, each after `; `, in this order.
///
/// | parameter | there when | |
/// |---|---|---|
/// | `hit` | the outcome is a hit | |
/// | `fwd=` | it was forwarded | the reason's name |
/// | `fwd-status=` | it was forwarded, and a status is told | the status |
/// | `collapsed` or `collapsed=?0` | it was forwarded, and the cache tried to collapse | the second where that failed |
/// | `stored` | it was forwarded, and the answer was stored | |
/// | `ttl=` | a lifetime is told | the seconds it is still fresh, lifetime minus age; negative once it is stale |
/// | `key=` | a key is told | a string |
/// | `detail=` | a detail is told | a token or a string |
///
/// The name and the detail are written as tokens where they are ones: a letter (ASCII) or `*`, and then any of the characters of
/// `HTTP.isToken`, and `:` and `/`. Otherwise they are strings: in quotes, with a backslash before each `"` and `\`. An empty text is a
/// string.
///
/// Source: [RFC 9211 §2](https://www.rfc-editor.org/rfc/rfc9211#section-2); the order is our choice. Tokens and strings:
/// [RFC 9651 §4.1.6, §4.1.7](https://www.rfc-editor.org/rfc/rfc9651#section-4.1.6).
///
/// - Throws: `HTTP.CacheStatusError.notPrintable(_:)` with the first of name, key and detail that has a character outside of space
///   to `~`.
public func cacheStatusMember(_ status: HTTP.CacheStatus) throws -> String {
  // TODO: 1. The name first. Not every name is a token.
  // TODO: 2. What happened: one of two, and what belongs to it.
  // TODO: 3. What is left of the lifetime, and the rest.
  throw NotStarted()
}

// TODO: 4. Helpers of your own are welcome here.

/// Adds the cache's member to a response, in a line of its own after all fields: what caches nearer to the origin have said stays as it
/// is, and before it.
///
/// - Parameters:
///   - status: what this cache has to say.
///   - response: the response that is sent on.
///   - isGenerated: whether the cache made the response of nothing that was stored, a 504 for instance. Then it comes back unchanged,
///     and `status` is not looked at. A 304 or 206 made of a stored response is none of these.
/// - Throws: what `cacheStatusMember` throws.
///
/// Source: [RFC 9211 §2](https://www.rfc-editor.org/rfc/rfc9211#section-2).
public func addCacheStatus(
  _ status: HTTP.CacheStatus, to response: HTTP.Response, isGenerated: Bool
) throws -> HTTP.Response {
  // TODO: 5. Who answers alone has nothing to tell of the way.
  throw NotStarted()
}
