import Testing

@testable import AuthoringKit

/// Signs, numbers, ranges, payloads, calls and keys that are changed.
@Suite struct MutantOperatorsTests {
  @Test(
    arguments: [
      ("<", "<="), ("<=", "<"), (">", ">="), (">=", ">"), ("==", "!="), ("!=", "=="),
    ]) func `a comparison is moved by one`(sign: String, other: String)
  {
    #expect(SmallSolution.results("return a \(sign) b", .comparisonMoved) == ["return a \(other) b"])
  }

  @Test func `what is no comparison of two operands is left alone`() {
    #expect(
      SmallSolution.changes("let c: Set<Int> = []\nf(&c)\nreturn -a", .comparisonMoved, .plusMinus) == [])
    #expect(SmallSolution.changes("log(\"a < b\")  // a < b", .comparisonMoved) == [])
  }

  @Test func `numbers are one more and one less, in their own base`() {
    #expect(SmallSolution.results("return 1_000", .valueChanged) == ["return 1001", "return 999"])
    #expect(SmallSolution.results("return 0", .valueChanged) == ["return 1"])
    #expect(SmallSolution.results("return 0x1F", .valueChanged) == ["return 0x20", "return 0x1E"])
    #expect(SmallSolution.results("return 0b10", .valueChanged) == ["return 0b11", "return 0b1"])
    #expect(SmallSolution.results("var c = true", .valueChanged) == ["var c = false"])
    #expect(SmallSolution.changes("return a.0 + 1.5", .valueChanged) == [])
  }

  @Test func `a number that is interpolated is code, and the text around it is not`() {
    #expect(
      SmallSolution.results("log(\"1 \\(a + 1) 1\")", .valueChanged) == [
        "log(\"1 \\(a + 2) 1\")", "log(\"1 \\(a + 0) 1\")",
      ])
  }

  @Test func `plus and minus change, and what wraps traps`() {
    #expect(SmallSolution.results("return a + b", .plusMinus) == ["return a - b"])
    #expect(SmallSolution.results("return a &+ b", .plusMinus) == ["return a &- b"])
    #expect(SmallSolution.results("return a &* b", .wrappingDropped) == ["return a * b"])
    #expect(SmallSolution.changes("return a + b", .wrappingDropped) == [])
  }

  @Test func `both ends of a range are moved`() {
    #expect(
      SmallSolution.changes("for i in a..<b + 2 { log(i) }", .rangeEndMoved)
        == ["a..<b + 2 → a...b + 2", "a..<b + 2 → a + 1..<b + 2", "a..<b + 2 → a..<b + 2 - 1"])
    #expect(
      SmallSolution.results("let c = x[1...a]", .rangeEndMoved) == [
        "let c = x[1..<a]", "let c = x[1...a + 1]",
      ])
    #expect(SmallSolution.results("let c = x[a...]", .rangeEndMoved) == ["let c = x[a + 1...]"])
    #expect(SmallSolution.results("let c = x[..<4]", .rangeEndMoved) == ["let c = x[...4]"])
  }

  @Test func `one end of what is looked in goes`() {
    #expect(
      SmallSolution.results("guard (1...a).contains(b) else { return 1 }", .rangeEndDropped) == [
        "guard (...a).contains(b) else { return 1 }", "guard (1...).contains(b) else { return 1 }",
      ])
    #expect(
      SmallSolution.results("return x[a..<b]", .rangeEndDropped) == ["return x[..<b]", "return x[a...]"])
    #expect(SmallSolution.changes("for i in a..<b { log(i) }", .rangeEndDropped) == [])
    #expect(
      SmallSolution.results("guard x.y[0].indices.contains(a) else { return 1 }", .rangeEndDropped) == [
        "guard (x.y[0].startIndex...).contains(a) else { return 1 }",
        "guard (..<x.y[0].endIndex).contains(a) else { return 1 }",
      ])
  }

  @Test func `an error carries something else, by what compiles`() throws {
    let text = SmallSolution.written("throw Bad.pair(a, of: b.count)")
    let mutants = MutantFinder.mutants(of: text).filter { $0.kind == .payloadChanged }
    #expect(
      mutants.map(\.forms) == [
        ["(a) &+ 1", "(a) + (a)"], ["b.count, of: a"], ["(b.count) &+ 1", "(b.count) + (b.count)"],
      ])
    #expect(SmallSolution.changes("throw Bad.empty", .payloadChanged) == [])
  }

  @Test func `an injected function is called twice, or not`() {
    let parameters = "_ a: Int, hash: (Int) throws -> Int"
    #expect(
      SmallSolution.results(
        "return try hash(a) + f(a)", .injectedTwice, .injectedUnused, parameters: parameters)
        == ["return try 0 + f(a)", "return try (hash(a), hash(a)).1 + f(a)"])
    #expect(SmallSolution.changes("return hash(a)", .injectedTwice) == [])
  }

  @Test func `a generator is used twice, or another one is`() {
    #expect(
      SmallSolution.results("let c = Int.random(in: 0..<a, using: &random)", .injectedTwice, .injectedUnused)
        == [
          "let c = (Int.random(in: 0..<a, using: &random), Int.random(in: 0..<a, using: &random)).1",
          "let c = Int.random(in: 0..<a)",
        ])
  }

  @Test func `the second key of a comparison goes`() {
    #expect(
      SmallSolution.results("x.sort { ($0.a, $0.b, $0.c) < ($1.a, $1.b, $1.c) }", .sortKeyDropped) == [
        "x.sort { ($0.a, $0.c) < ($1.a, $1.c) }", "x.sort { ($0.a, $0.b) < ($1.a, $1.b) }",
      ])
    #expect(
      SmallSolution.results("x.sort { $0.a != $1.a ? $0.a < $1.a : $0.b < $1.b }", .sortKeyDropped) == [
        "x.sort { $0.a < $1.a }", "x.sort { $0.b < $1.b }",
      ])
    #expect(SmallSolution.changes("return f(a, b) < f(b, a)", .sortKeyDropped) == [])
  }

  @Test func `first and last are exchanged`() {
    #expect(
      SmallSolution.results("return x.firstIndex(of: a)?.last", .firstLast)
        == ["return x.lastIndex(of: a)?.last", "return x.firstIndex(of: a)?.first"])
    #expect(SmallSolution.changes("let first = a", .firstLast) == [])
  }
}
