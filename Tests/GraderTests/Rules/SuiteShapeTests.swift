import Testing

@testable import AuthoringKit

@Suite struct SuiteShapeTests {
  private let file = SampleExercise.exercise.suiteFile
  private let expectation = "    \(SampleExercise.assertion)\n"

  /// What is found where the first of these words are replaced.
  private func findings(_ old: String, _ new: String) throws -> [String] {
    try #require(SampleExercise.suite.contains(old))
    let suite = SampleExercise.suite.replacing(old, with: new, maxReplacements: 1)
    return SampleExercise(suite: suite).findings(.suiteShape)
  }

  @Test func `a suite as it has to be is left alone`() {
    #expect(SampleExercise().findings(.suiteShape) == [])
  }

  @Test func `a suite of another name is reported`() throws {
    #expect(
      try findings("struct SumTests", "struct TotalTests") == ["\(file) has no `@Suite struct SumTests`."])
  }

  @Test(arguments: [3, 16]) func `too few and too many tests are reported`(count: Int) {
    let tests = (1...count).map { "  // RFC 1\n  @Test func `rule \($0)`() { try check() }\n" }
    let suite = "@Suite struct SumTests {\n\(tests.joined(separator: "\n"))}\n"
    #expect(
      SampleExercise(suite: suite).findings(.suiteShape)
        == ["\(file) has \(count) tests: 4 to 15 are needed."])
  }

  @Test func `a test without its source is reported`() throws {
    let found = try findings("  // Peano\n", "")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(file):2: no comment above `one and one is two`") == true)
  }

  @Test func `two tests of one name are reported`() throws {
    #expect(
      try findings("`order is the same`", "`one and one is two`")
        == ["\(file):8: a second test is called `one and one is two`."])
  }

  @Test(
    arguments: [
      ("try? sum(1, 1)", "`try?`"), ("_ = (any Error).self", "`(any Error).self`"),
      ("try check(throws: DNS.MessageError.self) { try sum(1, 1) }", "`Error.self)`"),
      ("Thread.sleep(forTimeInterval: 1)", "`sleep(`"), ("_ = Int.random(in: 0...1)", "`.random(in`"),
    ]) func `what passes on a stub, or differs from run to run, is reported`(code: String, words: String)
    throws
  {
    let found = try findings(expectation, expectation + "    \(code)\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(file):5: \(words): ") == true)
  }

  @Test(
    arguments: [
      ("#expect(try sum(1, 1) == 2)", "#expect"), ("let two = try #require(sum(1, 1))", "#require"),
      ("Issue.record(\"no\")", "Issue.record"), ("Testing.Issue . record(\"\\(sum)\")", "Issue.record"),
      ("note(\"\\(#expect(Bool(false)))\")", "#expect"),
    ]) func `an assertion without the form of a check is reported, with what to use`(
      code: String, name: String
    )
    throws
  {
    let found = try findings(expectation, expectation + "    \(code)\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(file):5: `\(name)`: use `check(_:_:returns:_:)`, ") == true)
  }

  @Test func `names that only begin alike are left alone`() throws {
    #expect(try findings(expectation, expectation + "    #expectation(MyIssue.records)\n") == [])
  }

  @Test func `what is refused may stand in a comment or a sentence`() throws {
    #expect(try findings("\"two\"", "\"never sleep(1), never try? it, no #expect(\"") == [])
    #expect(try findings("// Peano", "// Peano: no try? here") == [])
  }
}
