import PostRoad

/// How many seconds a stored response is fresh for in a shared cache, counted from when its origin generated it; never
/// below 0.
///
/// The first of these that the response has decides:
///
/// 1. `s-maxage`: its seconds;
/// 2. `max-age`: its seconds;
/// 3. Expires: the time from Date to Expires, or 0 if Expires is not after Date;
/// 4. a guess, for a response that has a Last-Modified and a status that is *heuristically cacheable* (200, 203, 204, 206, 300,
///    301, 308, 404, 405, 410, 414, 501), or `public` with any status: a tenth of the time from Last-Modified to Date, rounded
///    down, and 0 if Last-Modified is not before Date.
///
/// Everything else is 0 seconds. And:
///
/// - Of several directives of one name, or lines of one field, the first counts.
/// - Seconds that are no digits, or are missing, are 0 seconds, and an Expires that is no date has expired: nothing below in the
///   list is asked then.
/// - Where Date is missing or no date, it is the time at which the response was received. A Last-Modified that is no date is none.
/// - Dates are read with the clock of the time at which the response was received.
/// - Other directives and fields, the request, and its URI are not looked at.
///
/// Source: [RFC 9111 §4.2.1](https://www.rfc-editor.org/rfc/rfc9111#section-4.2.1),
/// [§4.2.2](https://www.rfc-editor.org/rfc/rfc9111#section-4.2.2), [§5.3](https://www.rfc-editor.org/rfc/rfc9111#section-5.3);
/// the statuses: [RFC 9110 §15.1](https://www.rfc-editor.org/rfc/rfc9110#section-15.1).
public func freshnessLifetime(of stored: HTTP.StoredResponse) throws -> Int {
  // TODO: 1. What the origin says about seconds, to shared caches first.
  // TODO: 2. What it says about dates.
  // TODO: 3. It says nothing: may you guess, and from what?
  throw NotStarted()
}
