/// A statement, from its first token to its last.
package struct SourceStatement: Hashable, Sendable {
  package let tokens: ClosedRange<Int>
  /// The brace that it is in.
  package let block: Int
}

extension SwiftTokens {
  /// The statements and declarations of all blocks, those of a block one after the other. Read by line breaks, as the formatter
  /// sets them.
  package var statements: [[SourceStatement]] {
    tokens.indices.filter { isToken($0, "{") && isOpener($0) }.map(statements)
  }

  private func statements(in block: Int) -> [SourceStatement] {
    guard let end = partner[block], end > block + 1 else { return [] }
    let inside = siblings(start(of: block)...end).filter { $0 < end }
    var starts: [Int] = []
    // Where something ends that is followed by no statement: a label of a switch.
    var stops: [Int] = [end]
    var isFresh = true
    var isLabel = false
    for index in inside {
      if isLabel {
        isLabel = !isToken(index, ":")
        isFresh = !isLabel
        continue
      }
      let starting = isFresh || (tokens[index].isFirstOnLine && !isContinued(index, in: block))
      isFresh = isToken(index, ";")
      guard starting, !isFresh else { continue }
      stops.append(index)
      if isLabelled(index, inside) { isLabel = true } else { starts.append(index) }
    }
    return starts.compactMap { start in
      guard let stop = stops.filter({ $0 > start }).min() else { return nil }
      let last = isToken(stop - 1, ";") ? stop - 2 : stop - 1
      return last >= start ? SourceStatement(tokens: start...last, block: block) : nil
    }
  }

  /// After the parameters of a closure.
  private func start(of block: Int) -> Int {
    guard let end = partner[block], !isToken(block + 1, "for") else { return block + 1 }
    let line = tokens[block].line
    for index in siblings((block + 1)...end) {
      guard index < end, tokens[index].line == line else { break }
      if isToken(index, "in") { return index + 1 }
    }
    return block + 1
  }

  /// Whether `case` or `default` begins a branch of a switch: a colon ends its first lines.
  private func isLabelled(_ index: Int, _ inside: [Int]) -> Bool {
    guard isToken(index, "case") || isToken(index, "default") else { return false }
    for next in inside where next > index {
      if isToken(next, ":") { return true }
      if isToken(next, "case") { return false }
    }
    return false
  }

  /// Whether a token that is the first on its line goes on with the statement before it.
  private func isContinued(_ index: Int, in block: Int) -> Bool {
    let before = index - 1
    if before > block, isToken(before, ",") || (isSpaced(before) && !isToken(before, "->")) { return true }
    if before > block, isToken(before, "return") || isToken(before, "throw") { return true }
    let token = tokens[index]
    if token.kind == .sign { return isSpaced(index) }
    return Self.continuing.contains(token.text)
  }

  private static let continuing: Set = [".", ",", ":", "{", "else", "catch", "where", "throws", "in"]
}
