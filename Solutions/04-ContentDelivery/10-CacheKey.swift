import PostRoad

/// The key under which a cache stores the response to a request: its target URI, written so that URIs that are equal by these
/// rules have one key.
///
/// The key is `scheme://host:port/path?query`.
///
/// - Scheme and host are in lower case (ASCII).
/// - Percent signs in the host stay as they are.
/// - The port is left out, with its colon, where it is empty or the scheme's own: 80 for `http`, 443 for `https`. Zeros at its front
///   do not count: `080` is 80, and `00` is 0.
/// - In path and query a `%` with two hexadecimal digits becomes the character it stands for, if that is unreserved: a letter or
///   digit of ASCII, `-`, `.`, `_`, `~`. For all others the two digits are in upper case. What comes out is not read again. A `%`
///   without two such digits stays as it is.
/// - Then the segments `.` and `..` are removed from the path, and with each `..` the segment before it, if there is one. If the last
///   segment was one of them, the path ends with `/`. Empty segments stay.
/// - An empty path is `/`.
/// - The query follows its `?`, an empty one as well. Without a query there is no `?`.
///
/// Method and fields are not looked at, and the fragment is no part of the key.
///
/// - Throws: what `HTTP.Target` throws for the URI.
///
/// Source: [RFC 9111 §2](https://www.rfc-editor.org/rfc/rfc9111#section-2);
/// [RFC 9110 §4.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-4.2.3);
/// [RFC 3986 §6.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2),
/// [§5.2.4](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4).
public func cacheKey(for request: HTTP.Request) throws -> String {
  // <write>
  // 1. Each part has its own rules. Cut first, normalize then.
  let target = try HTTP.Target(request.uri)
  let scheme = HTTP.lowercaseASCII(target.scheme)
  var key = "\(scheme)://\(HTTP.lowercaseASCII(target.host))"
  // 2. A port that goes without saying is not said.
  if let port = target.port, !port.isEmpty {
    let digits = port.drop { $0 == "0" }
    if digits != (scheme == "http" ? "80" : "443") { key += ":\(digits.isEmpty ? "0" : digits)" }
  }
  // 3. The order of two steps matters here.
  key += removeDots(normalizePercent(target.path))
  if let query = target.query { key += "?" + normalizePercent(query) }
  return key
  // </write>
}

// <declare>
// 4. Helpers of your own are welcome here: one for `%`, one for the dots.
private func normalizePercent(_ text: String) -> String {
  var rest = Array(text.utf8)[...]
  var result: [UInt8] = []
  while let byte = rest.popFirst() {
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    // A sign in front would be read as part of the number.
    guard byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.first != "+",
      let value = UInt8(digits, radix: 16)
    else {
      result.append(byte)
      continue
    }
    rest = rest.dropFirst(2)
    let character = Character(UnicodeScalar(value))
    let isUnreserved =
      value < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
    result += isUnreserved ? [value] : Array("%\(digits.uppercased())".utf8)
  }
  return String(decoding: result, as: UTF8.self)
}

private func removeDots(_ path: String) -> String {
  var kept: [String] = []
  let segments = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    .map { String(Substring($0)) }
  for segment in segments {
    if segment == ".." { _ = kept.popLast() } else if segment != "." { kept.append(segment) }
  }
  if [".", ".."].contains(segments.last) { kept.append("") }
  return "/" + kept.joined(separator: "/")
}
// </declare>
