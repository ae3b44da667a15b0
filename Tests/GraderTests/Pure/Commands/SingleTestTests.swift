import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import TeachingKit

/// `run 1.1 --test 3`: which test is meant, and what is said of it.
@Suite struct SingleTestTests {
  private let book: MiniWorkbook
  private let exercise: Exercise
  private let tests: [SuiteSource.Test]

  init() throws {
    book = try MiniWorkbook()
    exercise = try #require(try book.curriculum.exercises.first)
    tests =
      SuiteSource(
        """
        @Test func `the id is big-endian`() {}
        @Test func `the id of a reply`() {}
        @Test func `the flags`() {}
        @Test func `The Flags of a query`() {}
        """
      ).tests
  }

  private func name(_ wanted: String) throws -> String {
    try SingleTest.find(wanted, among: tests, of: exercise).name
  }

  @Test func `a test is named by its number, its name or words of it`() throws {
    #expect(try name("3") == "the flags")
    #expect(try name("the flags") == "the flags", "the whole name counts, though another holds it")
    #expect(try name("BIG-endian") == "the id is big-endian")
    #expect(try name("a query") == "The Flags of a query")
  }

  @Test(arguments: ["0", "5", "-1", "bicycle"]) func `a test that is not there is refused`(wanted: String) {
    #expect {
      try name(wanted)
    } throws: { error in
      "\(error)".hasPrefix("1.1 has no test `\(wanted)`. Its tests have the numbers 1 to 4,")
    }
  }

  @Test func `words of several tests are answered with them`() {
    #expect {
      try name("the id")
    } throws: { error in
      "\(error)".contains("“the id is big-endian” and “the id of a reply”")
    }
  }

  @Test func `a test that passes alone is no verdict`() throws {
    let curriculum = try book.curriculum
    var judgement = Judgement(verdict: .solved)
    judgement.tests = tests.map { ($0, TestOutcome(verdict: $0.line == 3 ? .passed : .notRun)) }
    var report = Report([exercise: judgement], curriculum: curriculum, subject: .exercises)
    let hasPassed = report.keep(onlyTest: "the flags")
    #expect(hasPassed)
    #expect(report.solved == 0)
    #expect(report.exercises.map(\.verdict) == [.notJudged])
    #expect(report.exercises[0].tests.map(\.number) == [3])
    let text = RunView(report: report, style: Style(isColored: false), width: 80).text
    #expect(text.hasSuffix(" · test 3 passes"))
  }

  @Test func `a test that fails alone is told as failing`() throws {
    var judgement = Judgement(verdict: .failing)
    judgement.tests = tests.map { ($0, TestOutcome(verdict: $0.line == 3 ? .failed : .notRun)) }
    var report = Report([exercise: judgement], curriculum: try book.curriculum, subject: .exercises)
    let hasPassed = report.keep(onlyTest: "the flags")
    #expect(!hasPassed)
    #expect(report.exercises.map(\.verdict) == [.failing])
  }

  @Test func `what cannot be meant is refused before anything is built`() throws {
    try book.write("@Test func `it is one`() {}\n", to: exercise.suiteFile)
    let run = book.grader("run", "1.1", "--test", "2")
    #expect(run.status == 2)
    #expect(run.errors.contains("1.1 has no test `2`"))
    #expect(book.grader("run", "1", "--test", "1").status == 2, "a chapter is not one exercise")
    let untouched = book.grader("run", "1.1", "--test", "1")
    #expect(untouched.status == 1)
    #expect(untouched.output.contains("not started"))
  }
}
