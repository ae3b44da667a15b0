import CurriculumKit

/// Guards and statements that go or change places, and conditions that go.
extension MutantSource {
  var guardsSwapped: [Mutant] {
    statements.flatMap { block in
      zip(block, block.dropFirst()).filter { isGuard($0) && isGuard($1) }.map { first, second in
        let (one, other) = (code.bytes(first.tokens), code.bytes(second.tokens))
        let between = code.text(one.upperBound..<other.lowerBound)
        return mutant(
          .guardsSwapped, one.lowerBound..<other.upperBound,
          by: [code.text(other) + between + code.text(one)], before: heading(first), after: heading(second))
      }
    }
  }

  var statementsDropped: [Mutant] {
    statements.joined().filter(isDroppable).map { statement in
      let kind = isGuard(statement) ? MutationOperator.guardDropped : .statementDropped
      return mutant(kind, code.bytes(statement.tokens), by: [""], before: heading(statement), after: "")
    }
  }

  /// Leaves where it stands whenever its condition is not as it should be.
  private func isGuard(_ statement: SourceStatement) -> Bool {
    if keyword(statement) == "guard" { return true }
    guard keyword(statement) == "if", let body = bodyOrElse(of: statement),
      code.partner[body] == statement.tokens.upperBound,
      let last = statements.first(where: { $0[0].block == body })?.last
    else { return false }
    return Self.leaving.contains(keyword(last))
  }

  private static let leaving: Set = ["throw", "return", "continue", "break"]
  /// Declarations, what nothing compiles without, and jumps that end what they are in.
  private static let kept: Set = [
    "let", "var", "func", "private", "fileprivate", "public", "static", "mutating", "struct", "enum", "class",
    "extension", "init", "subscript", "typealias", "case", "get", "set", "switch", "return", "throw",
    "import", "lazy",
  ]

  private func isDroppable(_ statement: SourceStatement) -> Bool {
    let word = keyword(statement)
    if Self.kept.contains(word) || word.hasPrefix("@") { return false }
    guard Self.leaving.contains(word) else { return true }
    // A guard has to be left, a branch of a switch is not empty, and an `if` that is a jump alone is dropped as a whole.
    if code.isToken(statement.tokens.lowerBound - 1, ":") { return false }
    return statements.contains { $0.count > 1 && $0.contains(statement) } && !isElseOfGuard(statement.block)
  }

  private func isElseOfGuard(_ block: Int) -> Bool {
    statements.joined().contains { keyword($0) == "guard" && bodyOrElse(of: $0) == block - 1 }
  }

  /// One operand of `&&` or `||`.
  var operandsDropped: [Mutant] {
    written.filter { code.isSpaced($0) && ["&&", "||"].contains(code[$0].text) }.flatMap {
      index -> [Mutant] in
      let sign = code[index].text
      let stops = Self.assignments.union(sign == "&&" ? ["&&", "||"] : ["||"])
      guard let start = operandStart(before: index, stops: stops),
        let end = operandEnd(after: index, stops: stops)
      else { return [] }
      let (left, right) = (start...(index - 1), (index + 1)...end)
      let before = code.line(start...end)
      let gap = code[index - 1].range.upperBound..<code[end].range.upperBound
      var mutants = [
        mutant(.conditionDropped, gap, by: [""], before: before, after: code.line(left))
      ]
      // Of a longer chain each other operand goes with the sign before it.
      if !code.isToken(start - 1, sign) {
        let head = code[start].range.lowerBound..<code[index + 1].range.lowerBound
        mutants.append(mutant(.conditionDropped, head, by: [""], before: before, after: code.line(right)))
      }
      return mutants
    }
  }

  /// One of several conditions with commas between them.
  var conditionsDropped: [Mutant] {
    statements.joined().flatMap { statement -> [Mutant] in
      let first = statement.tokens.lowerBound + 1
      guard ["guard", "if", "while"].contains(keyword(statement)), let end = bodyOrElse(of: statement),
        end > first
      else { return [] }
      let conditions = parts(first...(end - 1))
      guard conditions.count > 1 else { return [] }
      return conditions.indices.map { index in
        let isLast = index == conditions.count - 1
        let (own, neighbour) = (code.bytes(conditions[index]), conditions[isLast ? index - 1 : index + 1])
        let bytes =
          isLast
          ? code.bytes(neighbour).upperBound..<own.upperBound
          : own.lowerBound..<code.bytes(neighbour).lowerBound
        return mutant(
          .conditionDropped, bytes, by: [""], before: code.line(conditions[index]), after: "")
      }
    }
  }

  /// What a loop looks at alone.
  var filtersDropped: [Mutant] {
    statements.joined().filter { keyword($0) == "for" }.compactMap { loop in
      guard let body = bodyOrElse(of: loop),
        let filter = code.siblings(loop.tokens).first(where: { $0 < body && code.isToken($0, "where") })
      else { return nil }
      let bytes = code[filter - 1].range.upperBound..<code[body - 1].range.upperBound
      return mutant(
        .conditionDropped, bytes, by: [""], before: code.line(filter...(body - 1)), after: "")
    }
  }
}
