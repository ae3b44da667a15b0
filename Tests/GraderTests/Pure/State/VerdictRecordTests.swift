import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit

/// A verdict holds until something changes that it depends on.
@Suite struct VerdictRecordTests {
  private let book: MiniWorkbook
  private let exercises: [Exercise]

  init() throws {
    book = try MiniWorkbook()
    exercises = try book.curriculum.exercises
    for exercise in exercises {
      try write("func make\(exercise.name)() throws -> Int { 1 }\n", to: exercise)
      try book.write("@Test func `it is one`() {}\n", to: exercise.suiteFile)
    }
    try record.keep(Dictionary(uniqueKeysWithValues: exercises.map { ($0, Judgement(verdict: .solved)) }))
  }

  private func write(_ text: String, to exercise: Exercise) throws { try book.write(text, to: exercise.file) }

  private var record: VerdictRecord {
    get throws {
      let curriculum = try book.curriculum
      return try VerdictRecord(
        session: Session(curriculum: curriculum, console: .silent()),
        sources: SourceSet(curriculum, subject: .exercises(curriculum)))
    }
  }

  @Test(arguments: [
    ("grader/Judge/Judge.swift", true), ("grader/New/New.swift", true),
    ("grader/Staff/Book/Book.swift", false),
  ])
  func `a verdict is of what judges, and not of what authors and instructors use`(
    path: String, isJudging: Bool
  ) throws {
    let before = try solved
    #expect(!before.isEmpty)
    try book.write("// changed\n", to: path)
    #expect(try solved == (isJudging ? [] : before))
  }

  /// The ids of what is known to be solved.
  private var solved: [String] {
    get throws {
      let record = try record
      return try exercises.filter(record.isSolved).map(\.id)
    }
  }

  @Test func `nothing has changed, and all hold`() throws { #expect(try solved == ["1.1", "1.2", "5.1"]) }

  @Test func `a change of its own file makes it stale, and taking it back holds again`() throws {
    let old = try book.workbook.text(exercises[0].file)
    try write(old + "// more\n", to: exercises[0])
    #expect(try solved == ["1.2", "5.1"])
    #expect(try record.last(exercises[0])?.isStale == true)
    try write(old, to: exercises[0])
    #expect(try solved == ["1.1", "1.2", "5.1"])
  }

  @Test func `a change of its suite makes it stale`() throws {
    try book.write("@Test func `it is two`() {}\n", to: exercises[1].suiteFile)
    #expect(try solved == ["1.1", "5.1"])
  }

  @Test func `a neighbour's change leaves what was judged alone`() throws {
    try write("func makeHeader() throws -> Int { 2 }\n", to: exercises[0])
    #expect(try solved == ["1.2", "5.1"])
  }

  @Test func `a neighbour's change makes stale what was judged among the learner's own`() throws {
    var judgement = Judgement(verdict: .solved)
    judgement.evidence = .amongOwn
    try record.keep([exercises[1]: judgement])
    #expect(try solved == ["1.1", "1.2", "5.1"])
    try write("func makeHeader() throws -> Int { 2 }\n", to: exercises[0])
    #expect(try solved == ["5.1"])
  }

  @Test func `a change of a reference that it may call makes it stale`() throws {
    try book.write(MiniWorkbook.solution("Header") + "// more\n", to: exercises[0].solution)
    #expect(try solved == ["1.1", "5.1"], "it has no part in the judging of its own exercise")
  }

  @Test func `a change of the vocabulary makes all stale`() throws {
    try book.write("public enum DNS {}\n", to: "Chapters/PostRoad/01-DNSMessages/DNS.swift")
    #expect(try solved == [])
  }

  @Test func `a further file of the learner's makes its chapter stale`() throws {
    try book.write("let helper = 1\n", to: "Exercises/01-DNSMessages/Helper.swift")
    #expect(try solved == ["5.1"])
  }

  @Test func `the stub again is not solved, whatever was said before`() throws {
    try write(try book.curriculum.stub(of: exercises[0]), to: exercises[0])
    #expect(try solved == ["1.2", "5.1"])
  }

  @Test func `what is not started is forgotten`() throws {
    try record.keep([exercises[0]: .notStarted])
    #expect(try record.last(exercises[0]) == nil)
  }
}
