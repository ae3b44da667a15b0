/// What is changed in a solution, of the kinds that slip through a suite.
enum MutationOperator: String, CaseIterable, Codable, Sendable {
  /// Two neighbouring guards change places: the order of two errors.
  case guardsSwapped
  case guardDropped
  case statementDropped
  /// One operand of `&&` or `||` goes, or one of several conditions.
  case conditionDropped
  /// A thrown error carries something else.
  case payloadChanged
  case rangeEndMoved
  case rangeEndDropped
  /// `<` and `<=`, `>` and `>=`, `==` and `!=`.
  case comparisonMoved
  /// A number is one more or one less, a truth value the other one.
  case valueChanged
  case injectedUnused
  case injectedTwice
  case sortKeyDropped
  case firstLast
  /// A wrapping operation traps. The other direction is none: no test can ask for a trap, so where a solution is right,
  /// nothing that traps is ever met.
  case wrappingDropped
  case plusMinus
}

/// One change of a solution's text.
struct Mutant: Hashable, Sendable {
  let kind: MutationOperator
  /// The bytes that are replaced.
  let bytes: Range<Int>
  /// What replaces them: the first of these that compiles.
  let forms: [String]
  /// The changed place in one line, and what it becomes; nothing where it goes.
  let before: String
  let after: String
  /// Where it begins, counted from 1, and that line without its indentation.
  let line: Int
  let lineText: String
  /// Which of several alike on lines of the same text, counted from 1.
  var ordinal = 1

  /// The solution with the change, in one of its forms.
  func applied(to source: [UInt8], form: Int = 0) -> [UInt8] {
    source[..<bytes.lowerBound] + Array(forms[form].utf8) + source[bytes.upperBound...]
  }
}
