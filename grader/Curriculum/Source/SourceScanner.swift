/// Blanks comments and string literals out of Swift source, byte for byte.
package struct SourceScanner {
  /// A string literal that is open; `parens` counts the open parentheses of an interpolation, nil in the text itself.
  private struct Literal {
    let quotes: Int
    let hashes: Int
    var parens: Int?
  }

  private let bytes: [UInt8]
  private var out: [UInt8] = []
  /// Where the string literals are: their bytes with the quotes, without what is interpolated.
  package private(set) var literalText: [Range<Int>] = []
  private var i = 0
  /// Literals stand in the interpolations of others.
  private var literals: [Literal] = []

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    out.reserveCapacity(bytes.count)
  }

  package mutating func scan() -> [UInt8] {
    while i < bytes.count {
      if let literal = literals.last, literal.parens == nil {
        text(of: literal)
      } else {
        code()
      }
    }
    return out
  }

  private mutating func text(of literal: Literal) {
    let last = literals.count - 1
    if isDelimiter(literal) {
      blankText(literal.quotes + literal.hashes)
      literals.removeLast()
    } else if isLineBreak, literal.quotes == 1 {
      // Never closed: the line's end closes it, and what it stands in.
      blankText(1)
      literals.removeAll()
    } else if at(0) == Self.backslash, (0..<literal.hashes).allSatisfy({ at(1 + $0) == Self.hash }) {
      if at(1 + literal.hashes) == Self.open { literals[last].parens = 1 }
      blankText(literal.hashes + 2)
    } else {
      blankText(1)
    }
  }

  private mutating func code() {
    // Nearly all of the code is copied: known by one look at the byte.
    guard Self.isSpecial[Int(bytes[i])] else { return copy() }
    if at(0) == Self.slash, at(1) == Self.slash {
      while i < bytes.count, !isLineBreak { blank(1) }
    } else if at(0) == Self.slash, at(1) == Self.star {
      blockComment()
    } else if at(0) == Self.quote || (at(0) == Self.hash && opensRawString) {
      openLiteral()
    } else if let parens = literals.last?.parens, at(0) == Self.open || at(0) == Self.close {
      let left = parens + (at(0) == Self.open ? 1 : -1)
      literals[literals.count - 1].parens = left == 0 ? nil : left
      if left == 0 { blankText(1) } else { copy() }
    } else {
      copy()
    }
  }

  /// Block comments nest.
  private mutating func blockComment() {
    var depth = 0
    repeat {
      if at(0) == Self.slash, at(1) == Self.star {
        depth += 1
        blank(2)
      } else if at(0) == Self.star, at(1) == Self.slash {
        depth -= 1
        blank(2)
      } else {
        blank(1)
      }
    } while depth > 0 && i < bytes.count
  }

  private mutating func openLiteral() {
    var hashes = 0
    while at(hashes) == Self.hash { hashes += 1 }
    let isMultiline = (0..<3).allSatisfy { at(hashes + $0) == Self.quote }
    let quotes = isMultiline ? 3 : 1
    literals.append(Literal(quotes: quotes, hashes: hashes, parens: nil))
    blankText(hashes + quotes)
  }

  private var opensRawString: Bool {
    var offset = 0
    while at(offset) == Self.hash { offset += 1 }
    return at(offset) == Self.quote
  }

  private func isDelimiter(_ literal: Literal) -> Bool {
    (0..<literal.quotes).allSatisfy { at($0) == Self.quote }
      && (0..<literal.hashes).allSatisfy { at(literal.quotes + $0) == Self.hash }
  }

  private func at(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }

  private var isLineBreak: Bool { Self.isLineBreak(at(0)) }

  /// As the compiler has it: a carriage return alone ends a line too.
  private static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func copy() {
    out.append(bytes[i])
    i += 1
  }

  private mutating func blank(_ count: Int) {
    for byte in bytes[i..<min(i + count, bytes.count)] {
      out.append(Self.isLineBreak(byte) ? byte : Self.space)
    }
    i += count
  }

  private mutating func blankText(_ count: Int) {
    let end = min(i + count, bytes.count)
    if let last = literalText.last, last.upperBound == i {
      literalText[literalText.count - 1] = last.lowerBound..<end
    } else {
      literalText.append(i..<end)
    }
    blank(count)
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let open = UInt8(ascii: "(")
  private static let close = UInt8(ascii: ")")
  private static let backslash = UInt8(ascii: "\\")
  /// The bytes that may begin something other than code, or end it.
  private static let isSpecial = (UInt8.min...UInt8.max).map {
    [slash, quote, hash, open, close].contains($0)
  }
  private static let space = UInt8(ascii: " ")
}
