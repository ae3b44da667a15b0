/// What errors carry, how often injected functions are called, and what a comparison of two looks at.
extension MutantSource {
  /// Each value that a thrown error carries is another one, and two of them change places.
  var payloadsChanged: [Mutant] {
    statements.joined().filter { keyword($0) == "throw" }.flatMap { statement -> [Mutant] in
      let calls = code.siblings(statement.tokens).filter {
        code.isToken($0, "(") && code[$0 - 1].kind == .word && code.isToken($0 - 2, ".")
      }
      return calls.flatMap { call -> [Mutant] in
        let values = elements(of: call).map(withoutLabel)
        // A number alone is changed as every number is.
        return values.filter { $0.count > 1 || code[$0.lowerBound].kind != .number }.map(changed)
          + zip(values, values.dropFirst()).map { one, other in
            let (first, second) = (code.bytes(one), code.bytes(other))
            let between = code.text(first.upperBound..<second.lowerBound)
            return mutant(
              .payloadChanged, one.lowerBound...other.upperBound, by: text(other) + between + text(one))
          }
      }
    }
  }

  private func withoutLabel(_ element: ClosedRange<Int>) -> ClosedRange<Int> {
    let start = element.lowerBound
    let isLabelled = code[start].kind == .word && code.isToken(start + 1, ":")
    return isLabelled && start + 2 <= element.upperBound ? (start + 2)...element.upperBound : element
  }

  /// Numbers by one, texts and lists twice.
  private func changed(_ value: ClosedRange<Int>) -> Mutant {
    let old = text(value)
    return mutant(.payloadChanged, value, by: "(\(old)) &+ 1", "(\(old)) + (\(old))")
  }

  /// The parameters and properties of a solution that hold a function.
  private var injected: Set<String> {
    var names: Set<String> = []
    for index in code.tokens.indices where code[index].kind == .word && code.isToken(index + 1, ":") {
      var end = index + 2
      while end < code.tokens.count, !code.isCloser(end), !code[end].isFirstOnLine || end == index + 2,
        !["=", ",", "{"].contains(code[end].text)
      {
        if code.isToken(end, "->") { names.insert(code[index].text) }
        end = (code.isOpener(end) ? code.partner[end] ?? end : end) + 1
      }
    }
    return names
  }

  /// A call of an injected function, as its tokens.
  private var injectedCalls: [ClosedRange<Int>] {
    let names = injected
    return written.compactMap { index in
      guard code[index].kind == .word, names.contains(code[index].text), code.isToken(index + 1, "("),
        code.touchesNext(index), let end = code.partner[index + 1], !code.isToken(index - 1, "func")
      else { return nil }
      guard code.isToken(index - 1, ".") else { return index...end }
      return code.isToken(index - 2, "self") ? (index - 2)...end : nil
    }
  }

  /// A call that is given a generator, with its argument and the comma before it.
  private var generatorCalls: [(call: ClosedRange<Int>, argument: ClosedRange<Int>)] {
    written.compactMap { index in
      guard code.isToken(index, "using"), code.isToken(index + 1, ":"), let opener = code.parent[index],
        code.isToken(opener, "("), let end = code.partner[opener], let start = postfixStart(before: opener)
      else { return nil }
      let last = elements(of: opener).first { $0.contains(index) }?.upperBound ?? index + 1
      return (start...end, (code.isToken(index - 1, ",") ? index - 1 : index)...last)
    }
  }

  var injectedUnused: [Mutant] {
    injectedCalls.map { mutant(.injectedUnused, $0, by: "0", "false", "nil", "\"\"", "[]") }
      + generatorCalls.map { mutant(.injectedUnused, $0.argument, by: "") }
  }

  var injectedTwice: [Mutant] {
    (injectedCalls + generatorCalls.map(\.call)).map {
      mutant(.injectedTwice, $0, by: "(\(text($0)), \(text($0))).1")
    }
  }

  /// Of two tuples that are compared every key but the first, one at a time; of a choice between two comparisons each.
  var sortKeysDropped: [Mutant] {
    written.filter(code.isSpaced).flatMap { index -> [Mutant] in
      switch code[index].text {
      case "<", ">": keysDropped(index)
      case "?": choicesDropped(index)
      default: []
      }
    }
  }

  private func keysDropped(_ sign: Int) -> [Mutant] {
    guard code.isToken(sign - 1, ")"), code.isToken(sign + 1, "("), let left = code.partner[sign - 1],
      let end = code.partner[sign + 1], left == 0 || !code.touchesNext(left - 1) || code.isOpener(left - 1)
    else { return [] }
    let (ones, others) = (elements(of: left), elements(of: sign + 1))
    guard ones.count == others.count, ones.count > 1 else { return [] }
    func tuple(_ keys: [ClosedRange<Int>], without index: Int) -> String {
      "(" + keys.indices.filter { $0 != index }.map { text(keys[$0]) }.joined(separator: ", ") + ")"
    }
    return ones.indices.dropFirst().map { index in
      mutant(
        .sortKeyDropped, left...end,
        by: tuple(ones, without: index) + " \(code[sign].text) " + tuple(others, without: index))
    }
  }

  private func choicesDropped(_ sign: Int) -> [Mutant] {
    let stops = Self.assignments.subtracting(["?"])
    guard let start = operandStart(before: sign, stops: stops),
      let middle = operandEnd(after: sign, stops: stops), code.isToken(middle + 1, ":"),
      let end = operandEnd(after: middle + 1, stops: stops)
    else { return [] }
    let choices = [(sign + 1)...middle, (middle + 2)...end]
    func compares(_ tokens: ClosedRange<Int>) -> Bool {
      code.siblings(tokens).contains { code.isSpaced($0) && ["<", ">"].contains(code[$0].text) }
    }
    guard choices.allSatisfy(compares) else { return [] }
    return choices.map { mutant(.sortKeyDropped, start...end, by: text($0)) }
  }
}
