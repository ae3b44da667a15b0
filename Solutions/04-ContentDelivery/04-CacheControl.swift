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
  // <write>
  // 1. A line is a list of its own. Some commas separate nothing.
  let elements = values.flatMap { splitList($0) }
  // 2. What is no directive is nothing to us; what comes after it is.
  return HTTP.CacheControl(elements.compactMap { directive($0) })
  // </write>
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
  // <write>
  // 3. Digits alone.
  guard let argument else { throw HTTP.DeltaSecondsError.missing }
  guard !argument.isEmpty, argument.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    throw HTTP.DeltaSecondsError.notDigits(argument)
  }
  // 4. A number may be larger than any type.
  return min(Int(argument) ?? HTTP.maximumSeconds, HTTP.maximumSeconds)
  // </write>
}

// <declare>
// 5. Helpers of your own are welcome here.
private func splitList(_ line: String) -> [String] {
  var elements: [[UInt8]] = [[]]
  var isQuoted = false
  var isEscaped = false
  for byte in line.utf8 {
    if byte == UInt8(ascii: ","), !isQuoted {
      elements.append([])
      continue
    }
    if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
    isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
    elements[elements.count - 1].append(byte)
  }
  return elements.map { HTTP.trimWhiteSpace(String(decoding: $0, as: UTF8.self)) }
}

private func directive(_ element: String) -> HTTP.Directive? {
  let parts = element.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
  guard HTTP.isToken(Substring(parts[0])) else { return nil }
  let name = HTTP.lowercaseASCII(String(Substring(parts[0])))
  guard parts.count == 2 else { return HTTP.Directive(name) }
  let argument = String(Substring(parts[1]))
  if HTTP.isToken(argument) { return HTTP.Directive(name, argument) }
  return unquote(argument).map { HTTP.Directive(name, $0) }
}

private func unquote(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else {
    return nil
  }
  var content: [UInt8] = []
  var rest = bytes[1..<(bytes.count - 1)]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "\"") { return nil }
    guard let plain = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
    content.append(plain)
  }
  return String(decoding: content, as: UTF8.self)
}
// </declare>
