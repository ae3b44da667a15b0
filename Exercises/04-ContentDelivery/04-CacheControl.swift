import PostRoad

/// Reads the Cache-Control of a message: all its directives in their order.
///
/// Each line is a list with commas between its elements. An element is a directive:
///
/// ```
/// cache-directive = token [ "=" ( token / quoted-string ) ]
/// ```
///
/// - Spaces and tabs around an element do not count.
/// - A comma inside a quoted string separates nothing. The string begins at a `"` and ends at the next one, or with the
///   line. A backslash in it makes the next character an ordinary one, `"` included.
/// - The argument of a quoted string comes without its quotes, and without the backslashes that were put before characters.
/// - Names come in lower case (ASCII), arguments as they are.
/// - A directive that is there twice comes twice. Names that nobody knows are kept.
/// - An element that is empty, or no directive, is skipped: `max-age = 60`, `max-age=`, `="60"`, `private="a" b`, a
///   quoted string that does not end.
///
/// - Parameter values: the values of the Cache-Control lines, in the order of the message.
///
/// Source: [RFC 9111 §5.2](https://www.rfc-editor.org/rfc/rfc9111#section-5.2); quoted strings:
/// [RFC 9110 §5.6.4](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.4).
public func parseCacheControl(_ values: [String]) throws -> HTTP.CacheControl {
  // TODO: 1. A line is a list of its own. Some commas separate nothing.
  // TODO: 2. What is no directive is nothing to us; what comes after it is.
  throw NotStarted()
}

/// Reads the argument of a directive that is a time in seconds: one or more digits.
///
/// A number of 2^31 or more is 2^31, `HTTP.maximumSeconds`, however many digits it has.
///
/// - Throws: `HTTP.DeltaSecondsError.missing` for nil, `HTTP.DeltaSecondsError.notDigits(_:)` with the argument if anything
///   in it is not a digit 0 to 9, or if it is empty.
///
/// Source: [RFC 9111 §1.2.2](https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2).
public func parseDeltaSeconds(_ argument: String?) throws -> Int {
  // TODO: 3. Digits alone.
  // TODO: 4. A number may be larger than any type.
  throw NotStarted()
}

// TODO: 5. Helpers of your own are welcome here.
