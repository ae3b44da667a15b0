/// The ends of ranges and of what an index is checked against.
extension MutantSource {
  private struct Span {
    let sign: Int
    /// The first token of the lower end, the last one of the upper end.
    let lower: Int?
    let upper: Int?
  }

  private var ranges: [Span] {
    written.filter { ["..<", "..."].contains(code[$0].text) && code[$0].kind == .sign }.map { sign in
      let isAfter = sign > 0 && code.touchesNext(sign - 1) && !code.isOpener(sign - 1)
      let isBefore = code.touchesNext(sign) && !code.isCloser(sign + 1) && !code.isToken(sign + 1, ",")
      return Span(
        sign: sign, lower: isAfter ? operandStart(before: sign, stops: Self.looserThanRange) : nil,
        upper: isBefore ? operandEnd(after: sign, stops: Self.looserThanRange) : nil)
    }
  }

  var rangeEndsMoved: [Mutant] {
    ranges.flatMap { range -> [Mutant] in
      guard range.lower != nil || range.upper != nil else { return [] }
      let sign = range.sign
      let isClosed = code.isToken(sign, "...")
      let whole = (range.lower ?? sign)...(range.upper ?? sign)
      let (start, end) = (code[sign].range.lowerBound, code[sign].range.upperBound)
      let left = range.lower.map { code.line($0...(sign - 1)) } ?? ""
      let right = range.upper.map { code.line((sign + 1)...$0) } ?? ""
      var mutants: [Mutant] = []
      func add(_ bytes: Range<Int>, _ text: String, _ after: String) {
        mutants.append(
          mutant(.rangeEndMoved, bytes, by: [text], before: code.line(whole), after: after))
      }
      if let upper = range.upper {
        let other = isClosed ? "..<" : "..."
        add(start..<end, other, left + other + right)
        // A number alone is moved as every number is.
        if !(upper == sign + 1 && code[upper].kind == .number) {
          let last = code[upper].range.upperBound
          let step = isClosed ? " + 1" : " - 1"
          add(last..<last, step, left + code[sign].text + right + step)
        }
      }
      if let lower = range.lower, !(lower == sign - 1 && code[lower].kind == .number) {
        add(start..<start, " + 1", left + " + 1" + code[sign].text + right)
      }
      return mutants
    }
  }

  /// One end of a range goes where something is looked for in it, or cut out with it.
  var rangeEndsDropped: [Mutant] {
    ranges.flatMap { range -> [Mutant] in
      guard let lower = range.lower, let upper = range.upper, isLookedIn(lower, upper) else { return [] }
      let before = code.line(lower...upper)
      let left = code.bytes(lower...(range.sign - 1))
      let right = code.bytes(range.sign...upper)
      return [
        mutant(
          .rangeEndDropped, left, by: [""], before: before, after: code.line(range.sign...upper)),
        mutant(
          .rangeEndDropped, right, by: ["..."], before: before,
          after: code.line(lower...(range.sign - 1)) + "..."),
      ]
    }
  }

  private func isLookedIn(_ lower: Int, _ upper: Int) -> Bool {
    if code.isToken(lower - 1, "case") { return true }
    guard code.isOpener(lower - 1), code.partner[lower - 1] == upper + 1 else { return false }
    let isSubscript = code.isToken(lower - 1, "[") && code.touchesNext(lower - 2)
    return isSubscript || (code.isToken(upper + 2, ".") && code.isToken(upper + 3, "contains"))
  }

  /// `x.indices.contains(i)` looks at one end alone.
  var indexChecksDropped: [Mutant] {
    written.filter { code.isToken($0, "indices") && code.isToken($0 + 2, "contains") }.flatMap {
      index -> [Mutant] in
      guard code.isToken(index - 1, "."), let start = postfixStart(before: index - 1) else { return [] }
      let subject = text(start...(index - 2))
      return ["(\(subject).startIndex...)", "(..<\(subject).endIndex)"].map {
        mutant(.rangeEndDropped, start...index, by: $0)
      }
    }
  }
}
