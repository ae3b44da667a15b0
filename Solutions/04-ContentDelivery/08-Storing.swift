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
  // <write>
  // 1. What kind of exchange it is.
  let asked = try parseCacheControl(request.fields.values(of: "Cache-Control"))
  let said = try parseCacheControl(response.fields.values(of: "Cache-Control"))
  guard request.method == "GET" else { return .methodNotUnderstood }
  guard response.status >= 200 else { return .notFinal }
  // 2. Some statuses have rules that have to be known.
  let mustUnderstand = said.contains("must-understand")
  if [206, 304].contains(response.status) || mustUnderstand, !understood.contains(response.status) {
    return .statusNotUnderstood
  }
  // 3. What the client and the origin forbid.
  if asked.contains("no-store") || (said.contains("no-store") && !mustUnderstand) { return .noStore }
  let privates = said.directives.filter { $0.name == "private" }
  if privates.contains(where: { HTTP.tokens(in: $0.argument ?? "").isEmpty }) { return .isPrivate }
  if request.fields.contains("Authorization"),
    !containsAny(of: ["must-revalidate", "public", "s-maxage"], said)
  {
    return .authorization
  }
  // 4. Something has to speak for it.
  let heuristic = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501].contains(response.status)
  let isAllowed = heuristic || response.fields.contains("Expires")
  return isAllowed || containsAny(of: ["public", "max-age", "s-maxage"], said) ? .store : .notAllowed
  // </write>
}

// <declare>
// 5. Helpers of your own are welcome here.
private func containsAny(of names: [String], _ control: HTTP.CacheControl) -> Bool {
  names.contains { control.contains($0) }
}
// </declare>
