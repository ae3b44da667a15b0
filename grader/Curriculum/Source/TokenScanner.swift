/// Cuts Swift source into tokens, as far as looking for a place to change needs it: it is no parser.
struct TokenScanner {
  private let source: [UInt8]
  /// The source without comments and literals.
  private let code: [UInt8]
  private var literals: ArraySlice<Range<Int>>
  private var tokens: [SourceToken] = []
  private var line = 1
  private var isLineStart = true
  private var i = 0

  init(_ source: [UInt8]) {
    self.source = source
    var scanner = SourceScanner(source)
    code = scanner.scan()
    literals = scanner.literalText[...]
  }

  mutating func scan() -> [SourceToken] {
    while i < code.count {
      if let literal = literals.first, literal.lowerBound == i {
        literals.removeFirst()
        scan(literal)
      } else {
        next()
      }
    }
    return tokens
  }

  /// A literal's text ends in a parenthesis where an interpolation begins, and begins with one where it ends.
  private mutating func scan(_ literal: Range<Int>) {
    var text = literal
    if source[text.lowerBound] == UInt8(ascii: ")") {
      add(.punctuation, to: text.lowerBound + 1)
      text = i..<text.upperBound
    }
    let opens = !text.isEmpty && source[text.upperBound - 1] == UInt8(ascii: "(")
    let end = opens ? text.upperBound - 1 : text.upperBound
    if i < end { add(.literal, to: end) }
    if opens { add(.punctuation, to: text.upperBound) }
  }

  private mutating func next() {
    let byte = code[i]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      line += byte == UInt8(ascii: "\n") ? 1 : 0
      isLineStart = true
      i += 1
    case UInt8(ascii: " "), UInt8(ascii: "\t"): i += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): add(.number, to: endOfNumber)
    case _ where Self.isWord(byte) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@"):
      add(.word, to: end(from: i + 1, while: Self.isWord))
    case UInt8(ascii: "/") where opensExpression: add(.literal, to: endOfExpression)
    case _ where Self.isSign(byte): add(.sign, to: end(from: i + 1, while: Self.isSign))
    case UInt8(ascii: ".") where at(1) == UInt8(ascii: "."):
      add(.sign, to: end(from: i + 1) { Self.isSign($0) || $0 == UInt8(ascii: ".") })
    default: add(.punctuation, to: i + 1)
    }
  }

  private mutating func add(_ kind: SourceToken.Kind, to end: Int) {
    let text = source[i..<end]
    tokens.append(
      SourceToken(
        kind: kind, text: String(decoding: text, as: UTF8.self), range: i..<end, line: line,
        isFirstOnLine: isLineStart))
    line += text.count { $0 == UInt8(ascii: "\n") }
    isLineStart = false
    i = end
  }

  private func at(_ offset: Int) -> UInt8 { i + offset < code.count ? code[i + offset] : 0 }

  private func end(from start: Int, while belongs: (UInt8) -> Bool) -> Int {
    var end = start
    while end < code.count, belongs(code[end]) { end += 1 }
    return end
  }

  /// With its point and its exponent: `1.25`, `0x1p-3` as far as the sign.
  private var endOfNumber: Int {
    let whole = end(from: i + 1, while: Self.isWord)
    guard whole + 1 < code.count, code[whole] == UInt8(ascii: "."), Self.isDigit(code[whole + 1]),
      tokens.last?.text != "."
    else { return whole }
    return end(from: whole + 1, while: Self.isWord)
  }

  /// A slash begins a regular expression where no operand is before it, and no space after it.
  private var opensExpression: Bool {
    guard at(1) != UInt8(ascii: " "), let last = tokens.last else { return false }
    return ["=", "(", ",", "return"].contains(last.text)
  }

  private var endOfExpression: Int {
    var end = i + 1
    while end < source.count, source[end] != UInt8(ascii: "/"), source[end] != UInt8(ascii: "\n") {
      end += source[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end + 1, source.count)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
      || [UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "`")].contains(byte)
  }

  private static func isSign(_ byte: UInt8) -> Bool { Set("+-*/=<>!&|^~?%".utf8).contains(byte) }
}
