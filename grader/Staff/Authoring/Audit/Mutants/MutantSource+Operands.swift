/// Where the operands of an operator begin and end, found by the signs and words that bind less.
extension MutantSource {
  /// The first token of the operand before an operator; nil where there is none. `stops` binds less than the operator, or as
  /// much.
  func operandStart(before index: Int, stops: Set<String>) -> Int? {
    var start = index
    while true {
      var next = start - 1
      guard next >= 0, !isStart(start) else { break }
      if code.isCloser(next) {
        next = code.partner[next] ?? next
      } else if code.isOpener(next) || binds(less: next, than: stops) {
        break
      }
      start = next
    }
    return start < index ? start : nil
  }

  /// The last token of the operand after an operator; nil where there is none.
  func operandEnd(after index: Int, stops: Set<String>) -> Int? {
    var end = index
    let isHead = isInHead(index)
    while end + 1 < code.tokens.count {
      let next = end + 1
      if code.isCloser(next) || isStart(next) { break }
      if code.isOpener(next) {
        if isHead, code.isToken(next, "{") { break }
        end = code.partner[next] ?? next
      } else if binds(less: next, than: stops) {
        break
      } else {
        end = next
      }
    }
    return end > index ? end : nil
  }

  private func binds(less index: Int, than stops: Set<String>) -> Bool {
    let token = code[index]
    if token.kind == .literal { return false }
    if token.kind == .sign { return code.isSpaced(index) && stops.contains(token.text) }
    return stops.contains(token.text) || Self.separators.contains(token.text)
  }

  /// What ends every expression.
  private static let separators: Set = [
    ",", ":", ";", "return", "guard", "if", "while", "for", "switch", "where", "in", "throw", "case", "try",
    "else",
  ]

  /// What binds less than `&&`.
  static let assignments: Set = ["=", "+=", "-=", "*=", "|=", "&=", "^=", "&+=", "&-=", "&*=", "?", "->"]
  static let comparisons: Set = ["==", "!=", "<", "<=", ">", ">=", "===", "!==", "~="]
  /// What binds less than a range.
  static let looserThanRange = assignments.union(comparisons).union(["&&", "||", "??"])

  private func isStart(_ index: Int) -> Bool { starts.contains(index) }

  /// Whether a token is in the head of a statement, where a brace begins the body.
  private func isInHead(_ index: Int) -> Bool {
    statements.joined().contains { statement in
      guard ["if", "while", "for", "switch"].contains(keyword(statement)), statement.tokens.contains(index),
        let body = bodyOrElse(of: statement)
      else { return false }
      return index < body && code.parent[index] == statement.block
    }
  }

  /// The first token of what a dot, a call or a subscript is of: `a.b[0]` before the last dot.
  func postfixStart(before index: Int) -> Int? {
    var start = index
    while start > 0, code.touchesNext(start - 1) {
      let last = start - 1
      if code.isCloser(last) {
        guard !code.isToken(last, "}"), let opener = code.partner[last] else { break }
        start = opener
      } else if code[last].kind == .word || code.isToken(last, ".")
        || ["?", "!"].contains(code[last].text) && start < index && code.isToken(start, ".")
      {
        start = last
      } else {
        break
      }
    }
    return start < index ? start : nil
  }

  /// The parts of what is in a bracket, cut at its commas; each with at least a token.
  func elements(of opener: Int) -> [ClosedRange<Int>] {
    guard let closer = code.partner[opener], closer > opener + 1 else { return [] }
    return parts((opener + 1)...(closer - 1))
  }

  /// The parts of a list, cut at its commas.
  func parts(_ tokens: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var parts: [ClosedRange<Int>] = []
    var start = tokens.lowerBound
    for comma in code.siblings(tokens).filter({ code.isToken($0, ",") }) + [tokens.upperBound + 1] {
      if comma > start { parts.append(start...(comma - 1)) }
      start = comma + 1
    }
    return parts
  }
}
