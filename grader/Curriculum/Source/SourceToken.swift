/// A word, a number, a literal or a sign of Swift source. Comments are none.
package struct SourceToken: Hashable, Sendable {
  package enum Kind: Sendable {
    /// A name or a keyword.
    case word
    case number
    /// A string literal, or the part of one before, between or after what is interpolated; a regular expression.
    case literal
    /// Characters that operators are made of, as many as stand together.
    case sign
    /// Brackets, commas, colons, dots.
    case punctuation
  }

  package let kind: Kind
  package let text: String
  /// Its bytes in the source.
  package let range: Range<Int>
  /// Counted from 1.
  package let line: Int
  package let isFirstOnLine: Bool
}
