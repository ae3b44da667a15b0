import Testing

@testable import CurriculumKit
@testable import GraderKit

extension RealBuilds {
  /// A learner's whole way, from the first stub to the end of the story.
  @Suite(.serialized) struct WalkTests {
    let book = TestWorkbook.shared

    @Test func `one exercise after another is solved, and the rest stays untouched`() throws {
      try book.resetExercises()
      let exercises = try book.curriculum.exercises
      for (index, exercise) in exercises.enumerated() {
        try book.solve(exercise.id)
        let run = book.grader("run", "--json")
        let verdicts = try run.report.exercises.map(\.verdict)
        let solved = index + 1
        #expect(
          verdicts == Array(repeating: .solved, count: solved)
            + Array(repeating: .notStarted, count: exercises.count - solved))
        #expect(run.status == (solved == exercises.count ? 0 : 1))
      }
      let told = book.grader("run").output
      #expect(told.contains("\(exercises.count) of \(exercises.count) solved"))
      let last = try #require(exercises.last)
      let page = Page(try book.workbook.text(last.chapter.page))
      let end = try #require(page.numberedList(in: "The story so far").last)
      #expect(told.contains(end.wrapped(to: 80)))
    }

    @Test func `the solutions are all solved`() throws {
      let run = book.grader("run", "--solutions", "--json")
      let report = try run.report
      #expect(report.subject == "solutions")
      #expect(report.solved == report.total)
      #expect(run.status == 0)
    }

    @Test func `a fresh clone is judged without any build`() throws {
      let fresh = try TestWorkbook()
      let run = fresh.grader("--json")
      let report = try run.report
      #expect(run.status == 0)
      #expect(report.solved == 0)
      #expect(report.exercises.allSatisfy { $0.verdict == .notStarted && $0.tests.isEmpty })
      #expect(!fresh.workbook.exists(".build"), "nothing was built")
    }
  }
}
