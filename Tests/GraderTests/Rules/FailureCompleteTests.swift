import Testing

@testable import AuthoringKit
@testable import JudgeKit

/// What the witnesses of a mistake say, looked through for what is missing.
@Suite struct FailureCompleteTests {
  private let tests = SampleExercise.tests

  /// What is found where the first witness of the mistake `subtracts` fails so.
  private func findings(_ failure: Recorded.Failure) throws -> [String] {
    var answer = SampleExercise.failures(SampleExercise.mistakes[0])
    answer[0] = failure
    let tryout = ScriptedTryout()
    tryout.answer("a - b", answer)
    let trial = try #require(try Trial.run(SampleExercise().parts, on: tryout))
    return Rule.failureComplete.findings(trial, at: "1.2").map(\.message)
  }

  private func findings(_ change: (inout CheckFailure) -> Void) throws -> [String] {
    var failure = CheckFailure.fixture()
    change(&failure)
    return try findings(.init(test: tests[0], verdict: .failed, failures: [.fixture("whole"), failure]))
  }

  private var place: String { "\(SampleExercise.exercise.suiteFile):3: what `\(tests[0])` says" }

  @Test func `a whole structure is left alone, and so is a test that was ended`() throws {
    #expect(try findings { _ in } == [])
    #expect(try findings(.init(test: tests[0], verdict: .crashed, messages: ["crashed"])) == [])
  }

  @Test func `each part that is missing is reported`() throws {
    let parts: [(String, WritableKeyPath<CheckFailure, String>)] = [
      ("call", \.call), ("input", \.input), ("expected value", \.expected), ("actual value", \.actual),
    ]
    for (name, part) in parts {
      for nothing in ["", " \n"] {
        #expect(
          try findings { $0[keyPath: part] = nothing } == ["\(place) to \"subtracts\" has no \(name)."])
      }
    }
  }

  @Test func `a failure of another form is reported with its words`() throws {
    let bare = "Expectation failed: (sum → 3) == 2"
    let found = try findings(.init(test: tests[0], verdict: .failed, messages: [bare]))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(place) to \"subtracts\" is no check's failure: \"\(bare)\"") == true)
    #expect(
      try findings(.init(test: tests[0], verdict: .failed, failures: [.fixture()], messages: [bare])).count
        == 1)
    #expect(try findings(.init(test: tests[0], verdict: .failed)).count == 1)
  }

  @Test func `source text of the suite is reported, in whatever part it is`() throws {
    let line = "return try sum($0[0], $0[1])"
    let suite = SampleExercise.suite + "func call() throws {\n  \(line)\n}\n"
    let tryout = ScriptedTryout()
    var failure = CheckFailure.fixture()
    failure.difference = "in `\(line)` it is 3"
    tryout.answer("a - b", [.init(test: tests[0], verdict: .failed, failures: [failure])])
    let trial = try #require(try Trial.run(SampleExercise(suite: suite).parts, on: tryout))
    // The second witness is silent, so that the mistake is unsound: nothing follows from that.
    #expect(Rule.failureComplete.findings(trial, at: "1.2").isEmpty)
    tryout.answer(
      "a - b",
      [.init(test: tests[0], verdict: .failed, failures: [failure])]
        + SampleExercise.failures(SampleExercise.mistakes[0]).dropFirst())
    let again = try #require(try Trial.run(SampleExercise(suite: suite).parts, on: tryout))
    #expect(
      Rule.failureComplete.findings(again, at: "1.2").map(\.message)
        == ["\(place) to \"subtracts\" shows source text: `\(line)`."])
    #expect(try findings { $0.actual = "(a → <not evaluated>)" }.count == 1)
  }

  @Test func `data of the suite is no source text, though it be words of the language`() throws {
    let suite = SampleExercise.suite + "let page = \"\"\"\n  let us return\n  \"\"\"\nreturn\n"
    let tryout = ScriptedTryout()
    let data = Recorded.Failure(test: tests[0], verdict: .failed, failures: [.fixture("let us return")])
    tryout.answer("a - b", [data] + SampleExercise.failures(SampleExercise.mistakes[0]).dropFirst())
    let trial = try #require(try Trial.run(SampleExercise(suite: suite).parts, on: tryout))
    #expect(Rule.failureComplete.findings(trial, at: "1.2").isEmpty)
  }
}
