import CurriculumKit
import SystemKit

/// A solution's text taken apart: its tokens, its statements, and what of it a learner writes.
struct MutantSource: Sendable {
  let code: SwiftTokens
  let regions: [WrittenRegion]
  /// The tokens in the regions, in their order.
  let written: [Int]
  /// The statements in the regions, block by block.
  let statements: [[SourceStatement]]
  /// The tokens that they begin with.
  let starts: Set<Int>
  private let lines: [Substring]

  init(_ text: String) {
    let code = SwiftTokens(text)
    let regions = WrittenRegion.all(in: text)
    func isWritten(_ bytes: Range<Int>) -> Bool {
      regions.contains { $0.bytes.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.bytes.upperBound }
    }
    (self.code, self.regions) = (code, regions)
    written = code.tokens.indices.filter { isWritten(code[$0].range) }
    statements = code.statements.map { $0.filter { isWritten(code.bytes($0.tokens)) } }.filter { !$0.isEmpty }
    starts = Set(statements.joined().map(\.tokens.lowerBound))
    lines = text.lines
  }

  /// A mutant that replaces tokens by text.
  func mutant(_ kind: MutationOperator, _ tokens: ClosedRange<Int>, by forms: String...) -> Mutant {
    mutant(kind, code.bytes(tokens), by: forms, before: code.line(tokens), after: forms[0].oneLine)
  }

  /// A mutant that says of more than it replaces what it was and what it becomes.
  func mutant(
    _ kind: MutationOperator, _ bytes: Range<Int>, by forms: [String], before: String, after: String
  ) -> Mutant {
    let line = code.source[..<bytes.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
    return Mutant(
      kind: kind, bytes: bytes, forms: forms, before: before, after: after, line: line,
      lineText: String(lines[line - 1].trimmingPrefix { $0 == " " }))
  }

  /// The text of tokens as it is in the source.
  func text(_ tokens: ClosedRange<Int>) -> String { code.text(code.bytes(tokens)) }

  /// The first word of a statement.
  func keyword(_ statement: SourceStatement) -> String { code[statement.tokens.lowerBound].text }

  /// A statement without its body.
  func heading(_ statement: SourceStatement) -> String {
    let first = statement.tokens.lowerBound
    guard Self.compound.contains(keyword(statement)), let end = bodyOrElse(of: statement), end > first else {
      return code.line(statement.tokens)
    }
    return code.line(first...(end - 1))
  }

  /// The brace that a statement's body begins with, the `else` of a guard.
  func bodyOrElse(of statement: SourceStatement) -> Int? {
    let end = keyword(statement) == "guard" ? "else" : "{"
    return code.siblings(statement.tokens).first { code.isToken($0, end) }
  }

  static let compound: Set = ["guard", "if", "while", "for", "switch", "do"]
}

extension String {
  /// Without line breaks and indentation.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
