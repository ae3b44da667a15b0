import Testing

@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

/// *Your Progress*, to the letter.
@Suite struct ProgressViewTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  private func text(_ verdicts: ExerciseVerdict..., width: Int) throws -> String {
    let curriculum = try book.curriculum
    let judgements = zip(curriculum.exercises, verdicts).map { ($0, Judgement(verdict: $1)) }
    let report = Report(
      Dictionary(uniqueKeysWithValues: judgements), curriculum: curriculum, subject: .exercises)
    return ProgressView(
      report: report, curriculum: curriculum, style: Style(isColored: false), width: width,
      next: report.exercises.first { $0.verdict != .solved }?.id
    ).text
  }

  @Test func `at the start`() throws {
    #expect(
      try text(.notStarted, .notStarted, .notStarted, width: 80) == """
        Your Progress

        1  DNS on the wire             ░░░░░░░░░░ 0/2   ··
        5  A title that is a good dea… ░░░░░░░░░░ 0/1   ·

        0 of 3 solved

        A slip lies on your desk.

        Next: 1.1 Parse the header
          read   swift run grader read 1.1
          edit   Exercises/01-DNSMessages/01-Header.swift
          judge  swift run grader run 1.1
          or     swift run grader watch: each save is judged
        """)
  }

  @Test func `on the way`() throws {
    #expect(
      try text(.solved, .doesNotCompile, .notStarted, width: 80) == """
        Your Progress

        1  DNS on the wire             █████░░░░░ 1/2   ✓✗
        5  A title that is a good dea… ░░░░░░░░░░ 0/1   ·

        1 of 3 solved

        One is read.

        Next: 1.2 Encode the header (does not compile)
          read   swift run grader read 1.2
          edit   Exercises/01-DNSMessages/02-HeaderEncoding.swift
          judge  swift run grader run 1.2
          or     swift run grader watch: each save is judged
        """)
  }

  @Test func `on a narrow terminal`() throws {
    #expect(
      try text(.solved, .solved, .failing, width: 40).hasPrefix(
        """
        Your Progress

        1  DNS on the wire ██████████ 2/2   ✓✓
        5  A title that i… ░░░░░░░░░░ 0/1   ✗

        2 of 3 solved

        The riders wait.

        Next: 5.1 Take turns (failing)

        """))
  }

  @Test func `at the end`() throws {
    #expect(
      try text(.solved, .solved, .solved, width: 40) == """
        Your Progress

        1  DNS on the wire ██████████ 2/2   ✓✓
        5  A title that i… ██████████ 1/1   ✓

        3 of 3 solved

        They ride.

        Every exercise is solved. Read your own
        code once more: what would you do
        differently now?
        """)
  }

  @Test func `what comes next is where the learner is, and so is the story`() throws {
    let curriculum = try book.curriculum
    let report = Report(
      Dictionary(uniqueKeysWithValues: curriculum.exercises.map { ($0, Judgement.notStarted) }),
      curriculum: curriculum, subject: .exercises)
    let text = ProgressView(
      report: report, curriculum: curriculum, style: Style(isColored: false), width: 80, next: "5.1"
    ).text
    #expect(text.contains("The riders wait.\n\nNext: 5.1 Take turns\n"))
  }

  @Test func `what was skipped in the chapter is named below the next step`() throws {
    let curriculum = try book.curriculum
    func last(_ first: ExerciseVerdict, next: String) -> String? {
      let verdicts = [first] + curriculum.exercises.dropFirst().map { _ in .failing }
      let judgements = zip(curriculum.exercises, verdicts).map { ($0, Judgement(verdict: $1)) }
      let report = Report(
        Dictionary(uniqueKeysWithValues: judgements), curriculum: curriculum, subject: .exercises)
      return ProgressView(
        report: report, curriculum: curriculum, style: Style(isColored: false), width: 80, next: next
      ).text.lines.last.map(String.init)
    }
    #expect(last(.notStarted, next: "1.2") == "  skipped  1.1")
    #expect(last(.failing, next: "1.2")?.contains("skipped") == false, "it was begun")
    #expect(last(.notStarted, next: "5.1")?.contains("skipped") == false, "another chapter is another plan")
  }

  @Test func `on a terminal of twenty columns there is no bar, and no row is too wide`() throws {
    let rows = try text(.solved, .failing, .notStarted, width: 20).split(separator: "\n")
    #expect(rows[1...2] == ["1  DNS on the wire", "   1/2"])
    #expect(rows.filter { $0.count > 20 && !$0.contains("/") && !$0.contains("grader") } == [])
  }

  @Test func `no row is wider than the terminal`() throws {
    for width in [40, 47, 80, 100] {
      let rows = try text(.solved, .failing, .notStarted, width: width).split(separator: "\n")
      let wide = rows.filter { $0.count > width && !$0.contains("/") }
      #expect(wide == [], "paths alone may be wider than \(width) columns")
    }
  }

  @Test func `colours change nothing but the colour`() throws {
    let curriculum = try book.curriculum
    let report = Report(
      [curriculum.exercises[0]: Judgement(verdict: .failing)], curriculum: curriculum, subject: .exercises)
    func text(_ isColored: Bool) -> String {
      ProgressView(
        report: report, curriculum: curriculum, style: Style(isColored: isColored), width: 80, next: "1.1"
      ).text
    }
    #expect(text(true) != text(false))
    #expect(text(true).replacing(/\u{1B}\[[0-9]*m/, with: "") == text(false))
  }
}
