import PostRoad

/// The conditional request that asks an origin whether stored responses are still true.
///
/// It is the client's request with the cache's own conditions:
///
/// - `If-None-Match` lists the entity tags of the stored responses with `, ` between them: in their order, each as it is, and each
///   once.
/// - `If-Modified-Since` is the `Last-Modified` of the stored response as it is, but only where there is one stored response alone:
///   with several, nobody would know to which of them a 304 belongs.
/// - The client's own `If-None-Match`, `If-Modified-Since`, `If-Range` and `Range` are left out: the cache asks for itself, and for
///   the whole. All other fields stay in their order. The new ones come after them, `If-None-Match` first.
///
/// An entity tag counts if it is one: `"…"` or `W/"…"`, where the `W` is in upper case and each byte between the quotes is `!`, `#` to `~`,
/// or above 127. The first ETag line of a response counts, and the first `Last-Modified` line. A stored 206 has only a part, and is as
/// good as not there.
///
/// Source: [RFC 9111 §4.3.1](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.1); entity tags:
/// [RFC 9110 §8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3). That the client's conditions are answered from the store
/// afterwards, and a part is cut out of the whole, is our choice.
///
/// - Parameters:
///   - request: what the client asks for, with `GET` or `HEAD`.
///   - stored: the stored responses that may be validated for it, in any order.
/// - Returns: nil where there is no condition to send: then none of them can be validated.
public func validationRequest(
  for request: HTTP.Request, stored: [HTTP.StoredResponse]
) throws -> HTTP.Request? {
  // TODO: 1. Which of them can be validated, and by what?
  // TODO: 2. The cache asks for itself.
  throw NotStarted()
}

// TODO: 3. Not everything that is sent as an ETag is one.

/// What a cache does with the answer to a conditional request.
///
/// | status | |
/// |---|---|
/// | 304 | `.freshen`: the stored response is still true |
/// | 500 to 599 | `.serverFailed`: the cache may pass it on, or serve what is stale |
/// | any other final one, 200 to 499 | `.replace`: this is the answer now, and what was stored is not |
///
/// Source: [RFC 9111 §4.3.3](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.3).
///
/// - Throws: `HTTP.ValidationError.notFinal(_:)` with the status below 200 or above 599.
public func validationOutcome(of response: HTTP.Response) throws -> HTTP.ValidationOutcome {
  // TODO: 4. One status says yes. An error of the origin says neither yes nor no.
  throw NotStarted()
}
