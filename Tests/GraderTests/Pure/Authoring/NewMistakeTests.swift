import Testing

@testable import AuthoringKit
@testable import JudgeKit

/// Exercise 1.2 of the made-up course, and a fourth mistake for it.
@Suite struct NewMistakeTests {
  private let tests = SampleExercise.tests

  /// A judgement of the suite, with what the failing tests say; one of them may say what was recorded for another mistake.
  private func judgement(
    _ words: [String: String], _ verdict: ExerciseVerdict = .failing, taken: Recorded.Failure? = nil
  ) -> Judgement {
    var judgement = Judgement(verdict: words.isEmpty && taken == nil ? .solved : verdict)
    judgement.tests = SampleExercise().parts.tests.map { test in
      let own = words[test.name].map { [TestIssue(message: $0)] } ?? []
      let others = taken?.test == test.name ? taken?.failures ?? [] : []
      let issues = own + others.map { TestIssue(message: "as recorded", failure: $0) }
      return (test, TestOutcome(verdict: issues.isEmpty ? .passed : .failed, issues: issues))
    }
    return judgement
  }

  private func mistake(
    _ words: [String: String], _ verdict: ExerciseVerdict = .failing, taken: Recorded.Failure? = nil
  ) throws -> NewMistake {
    let solution = SampleExercise.solution
    let change = SolutionChange(from: solution, to: solution.replacing("a + b", with: "b + b"))
    return NewMistake(
      parts: SampleExercise().parts, change: try #require(change), solution: judgement([:]),
      judgement: judgement(words, verdict, taken: taken))
  }

  @Test func `one failing test with words of its own is the witness`() throws {
    let new = try mistake([tests[1]: "4"])
    #expect(new.candidates == [tests[1]])
    #expect(new.witnesses() == [tests[1]])
  }

  @Test func `of several the test that fewest others fail is the witness`() throws {
    // Each test fails with one of the recorded mistakes: the first of them in the suite.
    #expect(try mistake([tests[3]: "4", tests[0]: "2"]).witnesses() == [tests[0]])
  }

  @Test func `a test whose words another mistake brings about is no witness`() throws {
    let taken = try #require(SampleExercise.recorded.answers[2].failures.first)
    #expect(try mistake([tests[0]: "2"], taken: taken).witnesses() == [tests[0]])
  }

  @Test func `what the suite says to another as well has no witness, and its twin is named`() throws {
    let taken = try #require(SampleExercise.recorded.answers[2].failures.first)
    let new = try mistake([:], taken: taken)
    #expect(new.witnesses() == nil)
    #expect(new.twin(of: new.mistake("same", caughtBy: [taken.test], hint: "")) == "is off by one")
  }

  @Test func `the files hold the entry and the answer, and how it ends`() throws {
    let new = try mistake([tests[1]: "4"], .crashed)
    let files = try #require(new.files(with: new.mistake("doubles b", caughtBy: [tests[1]], hint: "a?")))
    let last = try #require(MistakesText.parse(files.text)?.mistakes.last)
    #expect(last.name == "doubles b")
    #expect(last.find == ["  let sum = a + b"])
    #expect(last.replace == ["  let sum = b + b"])
    #expect(last.ends == .crashed)
    #expect(files.recorded.answers.map(\.mistake) == SampleExercise.mistakes.map(\.name) + ["doubles b"])
    #expect(files.recorded.answers.last?.failures.map(\.test) == [tests[1]])
  }
}
