import Testing

@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

/// An exercise of several functions, of which some are not written yet, has its diagnosis all the same.
@Suite struct HalfWrittenTests {
  private let book: MiniWorkbook
  private let exercise: Exercise
  private let tests = ["reads", "reads again", "writes", "writes again", "compares", "compares again"]

  init() throws {
    book = try MiniWorkbook()
    exercise = try book.curriculum.exercises[0]
    let mistake = Mistakes.Mistake(
      name: "reads it little-endian", find: ["a"], replace: ["b"], caughtBy: ["reads", "writes"], hint: "Hm?")
    let failures = ["reads", "writes"].map {
      Recorded.Failure(test: $0, verdict: .failed, failures: [.fixture()])
    }
    let recorded = Recorded(
      assertions: [:], answers: [Recorded.Answer(mistake: mistake.name, failures: failures)])
    try book.write(JSON.text(Mistakes(mistakes: [mistake])), to: exercise.mistakes)
    try book.write(JSON.text(recorded), to: exercise.recorded)
  }

  /// The diagnosis where these tests failed; all others pass.
  private func diagnosis(_ issues: [String: TestIssue]) -> String? {
    var judgement = Judgement(verdict: .failing)
    judgement.tests = tests.map { name in
      let test = SuiteSource.Test(name: name, reference: nil, line: 1, assertions: 1)
      let outcome = issues[name].map { TestOutcome(verdict: .failed, issues: [$0]) }
      return (test, outcome ?? TestOutcome(verdict: .passed))
    }
    return MistakeFinder.diagnose(judgement, of: exercise, in: book.workbook)?.mistake
  }

  @Test func `what is not written does not hide the mistake in what is`() {
    let unwritten = TestIssue.notStarted(in: exercise.file)
    #expect(diagnosis(["reads": .fixture(), "writes": .fixture()]) == "reads it little-endian")
    #expect(
      diagnosis([
        "reads": .fixture(), "writes": unwritten, "writes again": unwritten, "compares": unwritten,
        "compares again": unwritten,
      ]) == "reads it little-endian")
  }

  @Test func `nothing is named where no witness could speak, or one says something else`() {
    let unwritten = TestIssue.notStarted(in: exercise.file)
    #expect(diagnosis(["reads": unwritten, "writes": unwritten]) == nil)
    #expect(diagnosis(["reads": .fixture("other"), "writes": unwritten]) == nil)
    #expect(diagnosis(["reads": .fixture()]) == nil, "a witness passes")
  }
}
