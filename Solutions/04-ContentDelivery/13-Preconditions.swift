import PostRoad

/// Evaluates the conditions of a GET or HEAD against the stored response that would answer it.
///
/// The first of these that applies decides:
///
/// 1. The request has an If-Match or an If-Unmodified-Since: `.forward`. They are for origins, whatever else there is.
/// 2. The stored status is neither 200 nor 206: `.full`.
/// 3. The request has an If-None-Match. It is `.notModified` if the value is `*`, or if the list has an entity tag that is weakly equal to
///    the stored ETag; else `.full`.
/// 4. The request has one If-Modified-Since that is a date. It is `.notModified` if the stored response's Last-Modified is not after it;
///    else `.full`. Where Last-Modified is missing or no date, Date is compared, and where that is missing or no date, the time at which the
///    response was received.
/// 5. Everything else is `.full`: no condition, an If-Modified-Since that is no date, several of them.
///
/// Here an entity tag is any text in quotes (RFC 9110 §8.8.3 has no spaces or controls in it; we do not look), with `W/` before it or without: `"v7"`, `W/"v7"`. Two are weakly equal if what is in the quotes is the
/// same; letter case counts. In quotes there are no quotes, and a comma or a backslash there is a character like others. All lines of
/// If-None-Match are one list, with spaces and tabs around its elements; an element that is no entity tag is equal to none, nor is a
/// stored ETag that is none. `*` is a value of its own, not an element.
///
/// The fields of `.notModified` are those lines of the stored response that a 304 has to have: Cache-Control, Content-Location, Date,
/// ETag, Expires and Vary; and Last-Modified where there is no ETag, which it may have; in their order.
///
/// The first lines of ETag, Last-Modified and Date count.
///
/// - Parameter now: the cache's clock, for years of two digits in If-Modified-Since. Dates of the stored response are read with the clock of
///   its arrival.
///
/// Source: [RFC 9111 §4.3.2](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.2);
/// [RFC 9110 §13.1.2](https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2),
/// [§13.1.3](https://www.rfc-editor.org/rfc/rfc9110#section-13.1.3), [§15.4.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5);
/// entity tags: [§8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3).
public func evaluateConditions(
  of request: HTTP.Request, against stored: HTTP.StoredResponse, now: Int
) throws -> HTTP.PreconditionVerdict {
  // <write>
  // 1. Conditions that a cache leaves to the origin, and responses to which none applies.
  let (asked, has) = (request.fields, stored.response.fields)
  if asked.contains("If-Match") || asked.contains("If-Unmodified-Since") { return .forward }
  guard [200, 206].contains(stored.response.status) else { return .full }
  // 2. One condition comes before the other.
  let isSame: Bool
  if asked.contains("If-None-Match") {
    let lines = asked.values(of: "If-None-Match")
    let tag = has.first("ETag").flatMap { opaque($0[...]) }
    isSame = lines == ["*"] || (tag != nil && elements(lines).contains { opaque($0) == tag })
  } else {
    let dates = asked.values(of: "If-Modified-Since")
    guard dates.count == 1, let since = try date(dates[0], now) else { return .full }
    let modified = try date(has.first("Last-Modified"), stored.responseTime)
    isSame = try modified ?? date(has.first("Date"), stored.responseTime) ?? stored.responseTime <= since
  }
  guard isSame else { return .full }
  // 3. What a 304 has to say.
  var names = ["cache-control", "content-location", "date", "etag", "expires", "vary"]
  if !has.contains("ETag") { names.append("last-modified") }
  return .notModified(HTTP.Fields(has.lines.filter { names.contains(HTTP.lowercaseASCII($0.name)) }))
  // </write>
}

// <declare>
// 4. Helpers of your own are welcome here: for entity tags, for lists of them, for dates.
/// What is in the quotes of an entity tag.
private func opaque(_ tag: Substring) -> [UInt8]? {
  let bytes = Array(tag.utf8)
  let quoted = bytes.starts(with: Array("W/".utf8)) ? bytes.dropFirst(2) : bytes[...]
  guard quoted.count >= 2, quoted.first == UInt8(ascii: "\""), quoted.last == UInt8(ascii: "\"") else {
    return nil
  }
  let content = quoted.dropFirst().dropLast()
  return content.contains(UInt8(ascii: "\"")) ? nil : Array(content)
}

private func elements(_ lines: [String]) -> [Substring] {
  lines.flatMap { line in
    var isQuoted = false
    let parts = line.utf8.split { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ",") && !isQuoted
    }
    return parts.map { HTTP.trimWhiteSpace(String(Substring($0)))[...] }
  }
}

private func date(_ text: String?, _ now: Int) throws -> Int? {
  guard let text else { return nil }
  do { return try parseHTTPDate(text, now: now) } catch is HTTP.DateError { return nil }
}
// </declare>
