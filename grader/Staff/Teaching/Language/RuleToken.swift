/// A token as the rules for strangers' code look at it.
struct RuleToken {
  enum Kind {
    /// A name or a keyword.
    case word
    /// A name in backticks, without them.
    case name
    case number
    /// Where a string literal begins.
    case text
    /// Characters that operators are made of, as many as stand together.
    case sign
    case punctuation
  }

  let kind: Kind
  let text: String
  /// Counted from 1.
  let line: Int
  /// The byte after it.
  let end: Int

  /// Whether it stands for a thing, in backticks or not.
  var isName: Bool { kind == .word || kind == .name }

  /// Whether an operand ends with it, so that a slash right after it divides.
  var isOperand: Bool {
    switch kind {
    case .number, .name: true
    case .word: !Self.keywords.contains(text)
    case .punctuation: text == ")" || text == "]"
    case .text, .sign: false
    }
  }

  /// Keywords after which an operand may begin.
  private static let keywords: Set = [
    "as", "async", "await", "break", "case", "catch", "consume", "continue", "copy", "default", "defer", "do",
    "each", "else", "fallthrough", "for", "guard", "if", "in", "is", "let", "repeat", "rethrows", "return",
    "switch", "throw", "throws", "try", "unsafe", "var", "where", "while", "yield",
  ]
}
