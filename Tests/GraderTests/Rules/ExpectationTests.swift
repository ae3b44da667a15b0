import Testing

@testable import AuthoringKit
@testable import JudgeKit

/// What was tried among others counts only where it came to exactly what was expected.
@Suite struct ExpectationTests {
  private let tryout = ScriptedTryout()
  private let mistake = SampleExercise.mistakes[0]
  private let answer = SampleExercise.recorded.answers[0]

  @Test func `an alternative counts where it is solved`() {
    #expect(Expectation.solved.isMet(by: tryout.judgement([])))
    #expect(!Expectation.solved.isMet(by: tryout.judgement(answer.failures)))
    #expect(!Expectation.solved.isMet(by: .doesNotCompile([])))
  }

  @Test func `a stub counts where every test names the file to write in`() {
    let file = SampleExercise.exercise.file
    let tests = SampleExercise.tests
    let expectation = Expectation.notStarted(file: file)
    #expect(expectation.isMet(by: tryout.notStarted(tests)))
    #expect(!expectation.isMet(by: tryout.notStarted(tests.dropLast())))
    #expect(!Expectation.notStarted(file: "Exercises/other.swift").isMet(by: tryout.notStarted(tests)))
    #expect(!expectation.isMet(by: .doesNotCompile([])))
  }

  @Test func `a mistake counts where all its recorded failures came, and no other`() {
    let expectation = Expectation.answered(mistake, answer)
    #expect(expectation.isMet(by: tryout.judgement(answer.failures)))
    #expect(!expectation.isMet(by: tryout.judgement([])))
    #expect(!expectation.isMet(by: tryout.judgement(Array(answer.failures.dropLast()))))
    let more = Recorded.Failure(test: SampleExercise.tests[3], verdict: .failed, failures: [.fixture()])
    #expect(!expectation.isMet(by: tryout.judgement(answer.failures + [more])))
    var other = answer.failures
    other[0].failures = [.fixture("other")]
    #expect(!expectation.isMet(by: tryout.judgement(other)))
    #expect(!expectation.isMet(by: .doesNotCompile([])))
  }

  @Test func `a mistake without a recorded answer never counts`() {
    #expect(!Expectation.answered(mistake, nil).isMet(by: tryout.judgement(answer.failures)))
    let empty = Recorded.Answer(mistake: mistake.name, failures: [])
    #expect(!Expectation.answered(mistake, empty).isMet(by: tryout.judgement([])))
    let others = Recorded.Answer(mistake: "another", failures: answer.failures)
    #expect(!Expectation.answered(mistake, others).isMet(by: tryout.judgement(answer.failures)))
  }

  @Test func `a recorded answer that the mistake's author contradicts does not count`() {
    var crashing = mistake
    crashing.ends = .crashed
    #expect(!Expectation.answered(crashing, answer).isMet(by: tryout.judgement(answer.failures)))
  }
}
