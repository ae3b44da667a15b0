extension HTTP {
  /// A field line of a request or a response: `Vary: Accept-Encoding`.
  ///
  /// Two names that differ in letter case alone are equal
  /// ([RFC 9110 §5.1](https://www.rfc-editor.org/rfc/rfc9110#section-5.1)); values are compared as they are.
  public struct Field: Hashable, Sendable {
    /// The name as it was written.
    public var name: String
    /// The value without the white space around it.
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// Whether the field has this name, in any letter case.
    public func isNamed(_ name: String) -> Bool {
      let (mine, other) = (self.name.utf8, name.utf8)
      // Octet by octet: two new strings a field would be most of a cache's work.
      return mine.count == other.count
        && zip(mine, other).allSatisfy { lowercaseASCII($0) == lowercaseASCII($1) }
    }

    public static func == (one: Field, other: Field) -> Bool {
      one.isNamed(other.name) && one.value == other.value
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(lowercaseASCII(name))
      hasher.combine(value)
    }
  }

  /// The fields of a message in the order of their lines. Several lines may have the same name.
  ///
  /// ```swift
  /// let fields: HTTP.Fields = ["Vary": "Accept", "vary": "Cookie", "Age": "7"]
  /// fields.values(of: "VARY")   // ["Accept", "Cookie"]
  /// fields.first("Age")         // "7"
  /// ```
  public struct Fields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public var lines: [Field]

    public init(_ lines: [Field] = []) { self.lines = lines }

    public init(dictionaryLiteral elements: (String, String)...) { lines = elements.map(Field.init) }

    /// The values of all lines with this name, in their order.
    public func values(of name: String) -> [String] {
      lines.compactMap { $0.isNamed(name) ? $0.value : nil }
    }

    /// The value of the first line with this name.
    public func first(_ name: String) -> String? { lines.first { $0.isNamed(name) }?.value }

    /// Whether there is a line with this name.
    public func contains(_ name: String) -> Bool { lines.contains { $0.isNamed(name) } }

    /// Adds a line after all others.
    public mutating func append(_ name: String, _ value: String) { lines.append(Field(name, value)) }

    /// Removes all lines with this name.
    public mutating func remove(_ name: String) { lines.removeAll { $0.isNamed(name) } }

    /// Puts one line in the place of all lines with this name: where the first of them was, or at the end.
    public mutating func set(_ name: String, _ value: String) {
      let place = lines.firstIndex { $0.isNamed(name) } ?? lines.count
      remove(name)
      lines.insert(Field(name, value), at: place)
    }

    /// The elements of all lines with this name, for fields that are lists of tokens (`Vary`, `Connection`): in lower case,
    /// without white space around them, and without the empty ones. Quoted strings are not understood.
    public func tokens(of name: String) -> [String] { values(of: name).flatMap(HTTP.tokens(in:)) }
  }

  /// The elements of one list of tokens: what is between its commas, in lower case, without white space around it, and without
  /// the empty ones. Quoted strings are not understood.
  public static func tokens(in list: String) -> [String] {
    list.utf8.split(separator: UInt8(ascii: ","))
      .map { trimWhiteSpace(lowercaseASCII(String(Substring($0)))) }.filter { !$0.isEmpty }
  }

  /// The text with `A` to `Z` in lower case and everything else unchanged: how names that are not case-sensitive are compared.
  public static func lowercaseASCII(_ text: String) -> String {
    guard text.utf8.contains(where: { lowercaseASCII($0) != $0 }) else { return text }
    return String(decoding: text.utf8.map { lowercaseASCII($0) }, as: UTF8.self)
  }

  private static func lowercaseASCII(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The text without spaces and tabs at its ends (OWS, [RFC 9110 §5.6.3](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.3)).
  public static func trimWhiteSpace(_ text: String) -> String {
    let isWhite = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = text.utf8.first, let last = text.utf8.last, isWhite(first) || isWhite(last) else {
      return text
    }
    let start = text.utf8.drop(while: isWhite)
    let count = start.reversed().drop(while: isWhite).count
    return String(Substring(start.prefix(count)))
  }
}
