/// Cuts a stranger's Swift into tokens, and refuses what could be read in two ways.
///
/// A scanner that takes code for text would let that code through. So where the compiler needs to know more than the bytes to tell
/// the two apart (a bare regular expression, `#"""#`), the place is a fault, and nobody has to be right about it.
struct RuleLexer {
  /// A place that is not read.
  enum Fault: String, CaseIterable, Sendable {
    case regularExpression = "a regular expression literal"
    case rawMultilineString = "a raw string with three quotes"
    case rawName = "a name with other characters than letters, digits and underscores"
    case controlCharacter = "a control character"
    case nesting = "brackets or strings that are nested too deeply"
  }

  /// A string literal that is open; `parens` counts the open parentheses of an interpolation, nil in the text itself.
  private struct Literal {
    let quotes: Int
    let hashes: Int
    var parens: Int?
  }

  /// Brackets and interpolations that may be open at once. The solutions have seven; a compiler gives up at some hundred.
  static let mostOpen = 64

  private let bytes: [UInt8]
  private var i = 0
  private var line = 1
  private var open = 0
  /// The byte after the last regular expression: its own slashes begin none.
  private var expressionEnd = 0
  private var literals: [Literal] = []
  private(set) var tokens: [RuleToken] = []
  private(set) var faults: [(fault: Fault, line: Int)] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    while i < bytes.count {
      if let literal = literals.last, literal.parens == nil { self.text(of: literal) } else { code() }
    }
  }

  private func at(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
  private mutating func fault(_ fault: Fault) { faults.append((fault, line)) }

  /// Goes on by one byte, and counts lines as the compiler does: CR LF is one end.
  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where i < bytes.count {
      if bytes[i] == Self.newline || (bytes[i] == Self.carriage && at(1) != Self.newline) { line += 1 }
      i += 1
    }
  }

  private var isLineEnd: Bool { at(0) == Self.newline || at(0) == Self.carriage }

  // MARK: Strings

  private mutating func text(of literal: Literal) {
    if (0..<literal.quotes).allSatisfy({ at($0) == Self.quote }),
      (0..<literal.hashes).allSatisfy({ at(literal.quotes + $0) == Self.hash })
    {
      advance(literal.quotes + literal.hashes)
      literals.removeLast()
    } else if isLineEnd, literal.quotes == 1 {
      // Never closed, which the compiler refuses: what follows is read as code.
      literals.removeAll()
    } else if at(0) == Self.backslash, (0..<literal.hashes).allSatisfy({ at(1 + $0) == Self.hash }) {
      let opens = at(1 + literal.hashes) == UInt8(ascii: "(")
      advance(literal.hashes + 1)
      // A line's end after a backslash is counted, too.
      advance()
      if opens { literals[literals.count - 1].parens = 1 }
    } else {
      advance()
    }
  }

  private mutating func openString(hashes: Int) {
    let isMultiline = (0..<3).allSatisfy { at(hashes + $0) == Self.quote }
    if isMultiline, hashes > 0 { fault(.rawMultilineString) }
    let quotes = isMultiline ? 3 : 1
    if literals.count >= Self.mostOpen { fault(.nesting) }
    add(.text, "", length: hashes + quotes)
    literals.append(Literal(quotes: quotes, hashes: hashes))
  }

  // MARK: Code

  private mutating func code() {
    let byte = at(0)
    switch byte {
    case Self.newline, Self.carriage, UInt8(ascii: " "), UInt8(ascii: "\t"): advance()
    case 0..<32, 127:
      fault(.controlCharacter)
      advance()
    case Self.slash where at(1) == Self.slash: while i < bytes.count, !isLineEnd { advance() }
    case Self.slash where at(1) == Self.star: blockComment()
    case Self.quote: openString(hashes: 0)
    case Self.hash: hashes()
    case UInt8(ascii: "`"): quotedName()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): add(.number, word())
    case _ where Self.isWord(byte): add(.word, word())
    case _ where Self.signs.contains(byte): sign()
    default: punctuation(byte)
    }
  }

  /// Block comments nest.
  private mutating func blockComment() {
    var depth = 0
    repeat {
      if at(0) == Self.slash, at(1) == Self.star {
        depth += 1
        advance(2)
      } else if at(0) == Self.star, at(1) == Self.slash {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && i < bytes.count
  }

  private mutating func hashes() {
    var count = 0
    while at(count) == Self.hash { count += 1 }
    if at(count) == Self.quote { return openString(hashes: count) }
    if at(count) == Self.slash { fault(.regularExpression) }
    add(.punctuation, "#")
  }

  private mutating func quotedName() {
    var length = 1
    while Self.isWord(at(length)) { length += 1 }
    guard length > 1, at(length) == UInt8(ascii: "`") else {
      fault(.rawName)
      return advance()
    }
    let name = String(decoding: bytes[i + 1..<i + length], as: UTF8.self)
    add(.name, name, length: length + 1)
  }

  private func word() -> String {
    var end = i
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    return String(decoding: bytes[i..<end], as: UTF8.self)
  }

  private mutating func sign() {
    var length = 0
    while Self.signs.contains(at(length)) {
      // A comment ends an operator.
      if at(length) == Self.slash, at(length + 1) == Self.slash || at(length + 1) == Self.star { break }
      length += 1
    }
    let text = String(decoding: bytes[i..<i + length], as: UTF8.self)
    if let slash = text.utf8.firstIndex(of: Self.slash), i >= expressionEnd, mayBeginExpression(text) {
      regularExpression(at: i + text.utf8.distance(from: text.startIndex, to: slash))
    }
    add(.sign, text)
  }

  /// Whether a slash could begin a regular expression: where an operand may stand, with no white space after it (SE-0354).
  private func mayBeginExpression(_ sign: String) -> Bool {
    guard sign == "/" || sign == "/=" else { return true }
    let next = at(sign.utf8.count)
    if [UInt8(ascii: " "), UInt8(ascii: "\t"), Self.newline, Self.carriage].contains(next) { return false }
    if let last = tokens.last, last.end == i, last.isOperand { return false }
    return true
  }

  /// Takes one that reads alike as an expression and as code, whichever the compiler takes it for: without quotes and comments
  /// in it, and with no other slash after it that could be its end.
  private mutating func regularExpression(at start: Int) {
    let line = bytes[start...].prefix { $0 != Self.newline && $0 != Self.carriage }
    var end = start + 1
    while end < line.endIndex, line[end] != Self.slash { end += line[end] == Self.backslash ? 2 : 1 }
    let isClosed = end < line.endIndex
    let content = line[(start + 1)..<min(end, line.endIndex)]
    let rest = isClosed ? line[(end + 1)...] : []
    let comment = zip(rest.indices, rest.indices.dropFirst()).first {
      rest[$0] == Self.slash && rest[$1] == Self.slash
    }
    let code = rest[..<(comment?.0 ?? rest.endIndex)]
    func confuses(_ bytes: ArraySlice<UInt8>) -> Bool {
      bytes.contains { [Self.quote, Self.hash, UInt8(ascii: "`")].contains($0) }
        || zip(bytes, bytes.dropFirst()).contains {
          $0 == Self.slash && [Self.slash, Self.star].contains($1)
        }
    }
    if !literals.isEmpty || confuses(content) || [Self.slash, Self.star].contains(rest.first ?? 0)
      || (code.contains(Self.slash) && confuses(code))
    {
      fault(.regularExpression)
    }
    if isClosed { expressionEnd = end + 1 }
  }

  private mutating func punctuation(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      open += 1
      if open == Self.mostOpen { fault(.nesting) }
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
    default: break
    }
    let isParen = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    add(.punctuation, String(UnicodeScalar(byte)))
    if isParen, let parens = literals.last?.parens {
      let left = parens + (byte == UInt8(ascii: "(") ? 1 : -1)
      literals[literals.count - 1].parens = left == 0 ? nil : left
    }
  }

  private mutating func add(_ kind: RuleToken.Kind, _ text: String, length: Int? = nil) {
    let length = length ?? text.utf8.count
    tokens.append(RuleToken(kind: kind, text: text, line: line, end: i + length))
    advance(length)
  }

  // MARK: Bytes

  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let backslash = UInt8(ascii: "\\")
  private static let signs = Set("+-*/=<>!&|^~?%".utf8)

  /// A byte of a name or a number; a byte above ASCII is taken for one.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
