import PostRoad

/// The age of a stored response in seconds: the time since its origin generated or validated it, as far as a cache can know.
///
/// ```
/// apparent_age          = max(0, response_time - date_value)
/// corrected_age_value   = age_value + (response_time - request_time)
/// corrected_initial_age = max(apparent_age, corrected_age_value)
/// current_age           = corrected_initial_age + (now - response_time)
/// ```
///
/// - `age_value` is what is before the first comma of the first Age line, without white space around it. It counts as
///   `parseDeltaSeconds(_:)` reads it; where that throws, or there is no Age, it is 0.
/// - `date_value` is the first Date line, read with `response_time` as the clock. Where it is missing or no date, it is
///   `response_time`.
/// - A clock may be set back: where `response_time - request_time` or `now - response_time` is negative, it is 0.
///
/// - Parameter now: the cache's clock.
///
/// Source: [RFC 9111 §4.2.3](https://www.rfc-editor.org/rfc/rfc9111#section-4.2.3); lists and what is no number:
/// [§5.1](https://www.rfc-editor.org/rfc/rfc9111#section-5.1).
public func currentAge(of stored: HTTP.StoredResponse, now: Int) throws -> Int {
  // TODO: 1. What the caches before this one have counted.
  // TODO: 2. What the origin's clock says.
  // TODO: 3. Two ways to know one thing, and the time since.
  throw NotStarted()
}

/// The response as a cache sends it from its store: with its current age.
///
/// All Age lines give way to one with the current age. The status, the body and all other fields stay as they are, in their order.
///
/// - Parameter now: the cache's clock.
///
/// Source: [RFC 9111 §4](https://www.rfc-editor.org/rfc/rfc9111#section-4).
public func response(from stored: HTTP.StoredResponse, now: Int) throws -> HTTP.Response {
  // TODO: 4. One Age, and it is yours.
  throw NotStarted()
}
