extension HTTP {
  /// What a member or a parameter of a Structured Field has for a value, as far as its type matters.
  ///
  /// Source: [RFC 9651 §3](https://www.rfc-editor.org/rfc/rfc9651#section-3).
  public enum StructuredValue: Hashable, Sendable {
    /// `60`, `-1`.
    case integer(Int)
    /// `0.5`, with its text.
    case decimal(String)
    /// `"a, b"`, without its quotes and backslashes.
    case string(String)
    /// `public`, `*`.
    case token(String)
    /// `?1`, `?0`.
    case boolean(Bool)
    /// A byte sequence `:aGk=:`, a date `@60`, a display string `%"…"`, or an inner list `(a b)`, with its text.
    case other(String)
  }

  /// Why a field is not a Dictionary.
  public enum StructuredFieldError: Error, Hashable, Sendable {
    /// Somewhere it breaks the rules of RFC 9651 §4.2.
    case broken
  }
}

extension HTTP.StructuredValue {
  /// Takes a value off the front of `text`, up to the parameters that may come after it: of a number its digits, of a string all up
  /// to its closing quote.
  ///
  /// - Parameter allowsList: whether an inner list is one; a parameter may not have one.
  /// - Throws: `HTTP.StructuredFieldError.broken` when no value begins there, or one that does not end as it has to.
  ///
  /// Source: [RFC 9651 §4.2.3.1](https://www.rfc-editor.org/rfc/rfc9651#section-4.2.3.1), §4.2.1.2.
  public static func take(from text: inout Substring, allowsList: Bool) throws -> Self {
    guard let first = text.utf8.first else { throw HTTP.StructuredFieldError.broken }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(&text)
    case UInt8(ascii: "\""): return .string(try string(&text))
    case UInt8(ascii: "*"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return .token(
        String(text.takeBytes { $0 == 0x3A || $0 == 0x2F || HTTP.isToken(String(UnicodeScalar($0))) }))
    case UInt8(ascii: "?"):
      text.dropByte()
      guard let digit = text.utf8.first, "01".utf8.contains(digit) else {
        throw HTTP.StructuredFieldError.broken
      }
      text.dropByte()
      return .boolean(digit == UInt8(ascii: "1"))
    case UInt8(ascii: "@"):
      text.dropByte()
      guard case .integer(let seconds) = try number(&text) else { throw HTTP.StructuredFieldError.broken }
      return .other("@\(seconds)")
    case UInt8(ascii: ":"): return .other(try enclosed(&text, by: ":"))
    case UInt8(ascii: "%"):
      text.dropByte()
      guard text.utf8.first == UInt8(ascii: "\"") else { throw HTTP.StructuredFieldError.broken }
      return .other("%\(try enclosed(&text, by: "\""))")
    case UInt8(ascii: "(") where allowsList: return .other(try list(&text))
    default: throw HTTP.StructuredFieldError.broken
    }
  }

  /// At most 15 digits; or at most 12, a point, and one to three.
  private static func number(_ text: inout Substring) throws -> Self {
    let sign = text.takeBytes { $0 == UInt8(ascii: "-") }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let whole = text.takeBytes(while: isDigit)
    guard sign.utf8.count <= 1, !whole.isEmpty, whole.count <= 15 else {
      throw HTTP.StructuredFieldError.broken
    }
    let digits = "\(sign)\(whole)"
    guard text.utf8.first == UInt8(ascii: ".") else { return .integer(Int(digits) ?? 0) }
    text.dropByte()
    let rest = text.takeBytes(while: isDigit)
    guard (1...3).contains(rest.count), whole.count <= 12 else { throw HTTP.StructuredFieldError.broken }
    return .decimal("\(digits).\(rest)")
  }

  private static func string(_ text: inout Substring) throws -> String {
    var content: [UInt8] = []
    var rest = text.utf8.dropFirst()
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        text = Substring(rest)
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst(), next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") else {
          throw HTTP.StructuredFieldError.broken
        }
        content.append(next)
      case 0x20...0x7E: content.append(byte)
      default: throw HTTP.StructuredFieldError.broken
      }
    }
    throw HTTP.StructuredFieldError.broken
  }

  /// All up to the next such mark, both included. What is in it is not examined further, but has to be printable ASCII.
  private static func enclosed(_ text: inout Substring, by mark: Character) throws -> String {
    text.dropByte()
    let inner = text.takeBytes { $0 != mark.asciiValue && (0x20...0x7E).contains($0) }
    guard text.utf8.first == mark.asciiValue else { throw HTTP.StructuredFieldError.broken }
    text.dropByte()
    return "\(mark)\(inner)\(mark)"
  }

  /// Items with spaces between them; their parameters are skipped.
  private static func list(_ text: inout Substring) throws -> String {
    let whole = text
    text.dropByte()
    while true {
      let spaces = text.takeBytes { $0 == 0x20 }
      if text.utf8.first == UInt8(ascii: ")") {
        text.dropByte()
        return String(whole[..<text.startIndex])
      }
      guard !spaces.isEmpty || whole.utf8.index(after: whole.startIndex) == text.startIndex else {
        throw HTTP.StructuredFieldError.broken
      }
      _ = try take(from: &text, allowsList: false)
      while text.utf8.first == UInt8(ascii: ";") {
        text.dropByte()
        _ = text.takeBytes { $0 == 0x20 }
        let isFirst = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "*") }
        guard text.utf8.first.map(isFirst) == true else { throw HTTP.StructuredFieldError.broken }
        _ = text.takeBytes { isFirst($0) || (0x30...0x39).contains($0) || "_-.".utf8.contains($0) }
        guard text.utf8.first == UInt8(ascii: "=") else { continue }
        text.dropByte()
        _ = try take(from: &text, allowsList: false)
      }
    }
  }
}

extension Substring {
  /// Takes bytes off the front as long as they are wanted.
  public mutating func takeBytes(while isWanted: (UInt8) -> Bool) -> Substring {
    let taken = Substring(utf8.prefix(while: isWanted))
    self = Substring(utf8.dropFirst(taken.utf8.count))
    return taken
  }

  /// Drops one byte, where a Character may be more.
  fileprivate mutating func dropByte() { self = Substring(utf8.dropFirst()) }
}
