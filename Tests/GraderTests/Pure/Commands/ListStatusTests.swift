import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

/// `list` shows a verdict only where one is known, and invents none.
@Suite struct ListStatusTests {
  private let book: MiniWorkbook
  private let exercises: [Exercise]

  init() throws {
    book = try MiniWorkbook()
    exercises = try book.curriculum.exercises
    for exercise in exercises { try book.write("func make\(exercise.name)() {}\n", to: exercise.file) }
  }

  /// Remembers a verdict on each, as a judging does.
  private func remember(_ verdicts: ExerciseVerdict...) throws {
    let session = Session(curriculum: try book.curriculum, console: .silent())
    let record = try VerdictRecord(
      session: session, sources: SourceSet(session.curriculum, subject: .exercises(session.curriculum)))
    let judgements = zip(exercises, verdicts).map { ($0, Judgement(verdict: $1)) }
    try record.keep(Dictionary(uniqueKeysWithValues: judgements))
  }

  private var words: [String] {
    get throws {
      book.grader("list").output.lines.filter { $0.contains("Header") || $0.contains("RoundRobin") }.map {
        line in
        ["solved", "failing", "not judged yet", "to be judged again"].first(where: line.hasSuffix)
          ?? ""
      }
    }
  }

  @Test func `what was never judged is not judged`() throws {
    let report = try book.grader("list", "--json").report
    #expect(report.exercises.map(\.verdict) == [.notJudged, .notJudged, .notJudged])
    #expect(report.solved == 0)
    #expect(try words == ["not judged yet", "not judged yet", "not judged yet"])
  }

  @Test func `a verdict is shown until something changes`() throws {
    try remember(.solved, .failing)
    #expect(
      try book.grader("list", "--json").report.exercises.map(\.verdict) == [.solved, .failing, .notJudged])
    #expect(try words == ["solved", "failing", "not judged yet"])
    for exercise in exercises.prefix(2) {
      try book.write("func make\(exercise.name)() { print(1) }\n", to: exercise.file)
    }
    let report = try book.grader("list", "--json").report
    #expect(report.exercises.map(\.verdict) == [.notJudged, .notJudged, .notJudged])
    #expect(report.solved == 0)
    #expect(
      try words == ["to be judged again", "to be judged again", "not judged yet"])
  }

  @Test func `a comment in a stub does not start it`() throws {
    let stub = try book.curriculum.stub(of: exercises[0])
    try book.write(
      "// My plan.\n" + stub.replacing("  // TODO: 1. Say what it is.\n", with: "\n"), to: exercises[0].file)
    #expect(try book.grader("list", "--json").report.exercises[0].verdict == .notStarted)
    let reset = book.grader("reset", "1.1")
    #expect(reset.output.contains("Your text is kept"), "the comment is the learner's")
  }
}
