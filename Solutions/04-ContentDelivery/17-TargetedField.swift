import PostRoad

/// Reads a targeted field, `CDN-Cache-Control` and its like: a Dictionary of Structured Fields, whose members are directives.
///
/// The lines are one text with `, ` between them. In it there are members with a comma between them. Spaces may be before the first,
/// spaces and tabs around each comma and after the last. A member is a key, and what may come after it at once: `=` and a value, which
/// `HTTP.StructuredValue.take` reads; then parameters. Without `=` the value is true.
///
/// - A key begins with `a`–`z` or `*`, and goes on with `a`–`z`, `0`–`9`, `_`, `-`, `.`, `*`.
/// - A parameter is `;`, any spaces, a key, and, where `=` follows at once, a value that is no inner list. Parameters mean nothing here.
/// - Of a key that is there several times the last value counts, in the place of the first.
///
/// Then each member whose value is what its directive needs becomes a directive; the others are left out:
///
/// | key | value | argument |
/// |---|---|---|
/// | `max-age`, `s-maxage`, `stale-while-revalidate`, `stale-if-error` | an integer, 0 or more | the number |
/// | `no-cache`, `private` | true, or a string | none, or the string |
/// | `no-store`, `no-transform`, `must-revalidate`, `proxy-revalidate`, `must-understand`, `public` | true | none |
///
/// - Throws: `HTTP.StructuredFieldError.broken` for anything else: two commas, one at the end, a letter in upper case in a key,
///   a space before `=`. Then nothing of the field counts.
/// - Returns: the directives in the order of their keys; nil for a field without a member, or without a line.
///
/// Source: [RFC 9213 §2.1](https://www.rfc-editor.org/rfc/rfc9213#section-2.1);
/// [RFC 9651 §4.2.2](https://www.rfc-editor.org/rfc/rfc9651#section-4.2.2).
public func parseTargetedField(_ values: [String]) throws -> HTTP.CacheControl? {
  // <write>
  // 1. All lines are one text. It may be empty.
  var text = values.joined(separator: ", ")[...]
  _ = text.takeBytes { $0 == 0x20 }
  guard !text.isEmpty else { return nil }
  // 2. Read members up to the end. Between two there is a comma, and after the last there is none.
  var keys: [String] = []
  var members: [String: HTTP.StructuredValue] = [:]
  while true {
    let key = try takeKey(&text)
    if members[key] == nil { keys.append(key) }
    members[key] = try takeValue(&text, allowsList: true)
    while text.utf8.first == UInt8(ascii: ";") {
      text = Substring(text.utf8.dropFirst())
      _ = text.takeBytes { $0 == 0x20 }
      _ = try takeKey(&text)
      _ = try takeValue(&text, allowsList: false)
    }
    _ = text.takeBytes { $0 == 0x20 || $0 == 0x09 }
    guard !text.isEmpty else { break }
    guard text.utf8.first == UInt8(ascii: ",") else { throw HTTP.StructuredFieldError.broken }
    text = Substring(text.utf8.dropFirst())
    _ = text.takeBytes { $0 == 0x20 || $0 == 0x09 }
  }
  // 3. Keep what its directive can mean.
  return HTTP.CacheControl(keys.compactMap { key in members[key].flatMap { directive(key, $0) } })
  // </write>
}

// <declare>
// 4. Helpers of your own are welcome here.
private func takeKey(_ text: inout Substring) throws -> String {
  let isFirst = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "*") }
  guard let first = text.utf8.first, isFirst(first) else { throw HTTP.StructuredFieldError.broken }
  return String(text.takeBytes { isFirst($0) || (0x30...0x39).contains($0) || "_-.".utf8.contains($0) })
}

private func takeValue(_ text: inout Substring, allowsList: Bool) throws -> HTTP.StructuredValue {
  guard text.utf8.first == UInt8(ascii: "=") else { return .boolean(true) }
  text = Substring(text.utf8.dropFirst())
  return try HTTP.StructuredValue.take(from: &text, allowsList: allowsList)
}

private func directive(_ key: String, _ value: HTTP.StructuredValue) -> HTTP.Directive? {
  switch (key, value) {
  case ("max-age", .integer(let seconds)), ("s-maxage", .integer(let seconds)),
    ("stale-while-revalidate", .integer(let seconds)), ("stale-if-error", .integer(let seconds)):
    seconds < 0 ? nil : HTTP.Directive(key, String(seconds))
  case ("no-cache", .string(let names)), ("private", .string(let names)): HTTP.Directive(key, names)
  case ("no-cache", .boolean(true)), ("private", .boolean(true)), ("no-store", .boolean(true)),
    ("no-transform", .boolean(true)), ("must-revalidate", .boolean(true)),
    ("proxy-revalidate", .boolean(true)),
    ("must-understand", .boolean(true)), ("public", .boolean(true)):
    HTTP.Directive(key)
  default: nil
  }
}
// </declare>

/// The directives that a cache follows instead of `Cache-Control` and `Expires`: those of the first field in its target list that
/// the response has, that is not broken and not empty. A field is taken even where none of its members means anything.
///
/// - Parameters:
///   - fields: the fields of the response. Those that are not in the list are not looked at.
///   - targets: the names of targeted fields that the cache listens to, the most important first.
/// - Returns: nil where no field of the list counts: then `Cache-Control` and `Expires` do.
///
/// Source: [RFC 9213 §2.2](https://www.rfc-editor.org/rfc/rfc9213#section-2.2).
public func targetedDirectives(of fields: HTTP.Fields, targets: [String]) throws -> HTTP.CacheControl? {
  // <write>
  // 5. A broken field is as good as none.
  for target in targets {
    do {
      if let directives = try parseTargetedField(fields.values(of: target)) { return directives }
    } catch is HTTP.StructuredFieldError {
      continue
    }
  }
  return nil
  // </write>
}
