import PostRoad

/// Decides whether a shared cache stores a response.
///
/// The first of these reasons against it is the answer; without any it is `.store`:
///
/// 1. The method is not GET: `.methodNotUnderstood`. Methods are case-sensitive.
/// 2. The status is below 200: `.notFinal`.
/// 3. The status is 206 or 304, or the response has `must-understand`, and the status is not in `understood`:
///    `.statusNotUnderstood`.
/// 4. The request has `no-store`; or the response has it, and no `must-understand`: `.noStore`.
/// 5. The response has a `private` that names no field: `.isPrivate`. One that names fields (`private="set-cookie"`) is no reason:
///    those fields are left out. An argument that is empty, or of commas and white space alone, names none.
/// 6. The request has an Authorization, and the response none of `must-revalidate`, `public` and `s-maxage`: `.authorization`.
/// 7. The response has none of `public`, `max-age`, `s-maxage` and Expires, and its status is not heuristically cacheable (200, 203,
///    204, 206, 300, 301, 308, 404, 405, 410, 414, 501): `.notAllowed`.
///
/// Of the directives in 4, 6 and 7 their presence counts, whatever their argument. Other fields and directives are not looked at.
///
/// - Parameter understood: the statuses whose rules for caching the cache knows and keeps.
///
/// Source: [RFC 9111 §3](https://www.rfc-editor.org/rfc/rfc9111#section-3),
/// [§3.5](https://www.rfc-editor.org/rfc/rfc9111#section-3.5),
/// [§5.2.1.5](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.1.5),
/// [§5.2.2.3](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.3).
public func decideStoring(
  _ response: HTTP.Response, to request: HTTP.Request, understanding understood: Set<Int>
) throws -> HTTP.StoringVerdict {
  // TODO: 1. What kind of exchange it is.
  // TODO: 2. Some statuses have rules that have to be known.
  // TODO: 3. What the client and the origin forbid.
  // TODO: 4. Something has to speak for it.
  throw NotStarted()
}

// TODO: 5. Helpers of your own are welcome here.
