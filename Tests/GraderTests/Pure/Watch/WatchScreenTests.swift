import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

/// Whatever is shown, the screen has as many lines as the terminal has rows, and none is wider.
@Suite struct WatchScreenTests {
  struct Size: Sendable, CustomTestStringConvertible {
    let width: Int
    let height: Int

    var testDescription: String { "\(width)x\(height)" }
  }

  static let sizes = [(40, 12), (80, 24), (120, 40), (20, 4)].map { Size(width: $0.0, height: $0.1) }

  private let book: MiniWorkbook
  private let part: Report.ExercisePart

  init() throws {
    book = try MiniWorkbook()
    let long = String(repeating: "long words ", count: 30)
    let exercise = try #require(try book.curriculum.exercises.first)
    try book.write(
      "# \(long)\n\n## Task\n\n\(long)\n\n- \(long)\n\n```\n\(long)\n```\n\n## Hints\n\n### Hint 1\n\nA.\n",
      to: exercise.page)
    let issue = TestIssue(
      message: "Expectation failed: (a → [1, 2, 3]) == [1, 2, 4]\n\(long)", file: exercise.file, line: 1)
    part = Report.ExercisePart(
      id: "1.1", name: "Header", title: long, file: exercise.file, verdict: .failing,
      tests: [
        Report.TestPart(name: long, verdict: .failed, reference: "RFC 1035 §4.1.1", issues: [issue]),
        Report.TestPart(name: "hung", verdict: .hung, reference: nil, issues: []),
        Report.TestPart(name: "not run", verdict: .notRun, reference: nil, issues: []),
      ],
      diagnostics: [Diagnostic(message: long, file: exercise.file, line: 1, column: 1)],
      diagnosis: Diagnosis(mistake: long, hint: long))
    try book.write(String(repeating: "\t", count: 9) + long + "\n", to: exercise.file)
  }

  private func screen(_ model: WatchModel, _ size: Size, isColored: Bool = true) throws -> [String] {
    try drawing(model, size, isColored: isColored).lines
  }

  private func drawing(_ model: WatchModel, _ size: Size, isColored: Bool = true) throws -> WatchScreen {
    let curriculum = try book.curriculum
    let judgements = curriculum.exercises.map { ($0, Judgement(verdict: .failing)) }
    let report = Report(
      Dictionary(uniqueKeysWithValues: judgements), curriculum: curriculum, subject: .exercises)
    return WatchScreen(
      model: model, curriculum: curriculum, solved: 0, list: (report, ["1.1"]),
      style: Style(isColored: isColored), width: size.width, height: size.height)
  }

  private var models: [WatchModel] {
    get throws {
      var model = WatchModel(exercises: try book.curriculum.exercises, index: 0)
      model.verdict = .judged(part)
      let long = String(repeating: "words and ", count: 100)
      let modes: [WatchModel.Mode] = [
        .exercise, .list(2), .confirmSolution, .confirmReset, .keys,
        .text(.page, title: long, body: long + "\n\n\t\t\(long)"),
      ]
      return modes.flatMap { mode in
        [0, 7, 1000].map { scroll in
          var model = model
          model.mode = mode
          model.scroll = scroll
          return model
        }
      }
    }
  }

  @Test(arguments: sizes) func `every screen fits`(size: Size) throws {
    for model in try models {
      let lines = try screen(model, size)
      #expect(lines.count == size.height)
      let wide = lines.filter { $0.columns > size.width }
      #expect(wide == [])
      let broken = lines.filter { $0.contains("\n") || $0.contains("\t") }
      #expect(broken == [], "a line is a line, and as wide as it looks")
    }
  }

  @Test func `a text scrolls until its last line is seen, and no further`() throws {
    var model = WatchModel(exercises: try book.curriculum.exercises, index: 0)
    model.mode = .text(.page, title: "", body: (1...50).map { "line \($0)" }.joined(separator: "\n"))
    let size = try #require(Self.sizes.first { $0.height == 24 })
    // Two lines of head and three of foot leave nineteen.
    model.scroll = try drawing(model, size).greatestScroll
    #expect(model.scroll == 50 - 19)
    let last = try screen(model, size, isColored: false)
    #expect(last.contains("line 50"))
    #expect(last.contains("line 32") && !last.contains("line 31"))
    model.scroll -= 1
    let before = try screen(model, size, isColored: false)
    #expect(before[20] == "↓ 2 more lines: Space or PageDown", "the line that it hides is counted")
    #expect(before[19] == "line 48")
  }

  @Test func `what it looks like comes directly below the verdict, and the task is short`() throws {
    let file = try #require(try book.curriculum.exercises.first).file
    let tests = (1...4).map {
      Report.TestPart(
        name: "rule \($0)", verdict: .failed, reference: nil, issues: [TestIssue(message: "expected \($0)")],
        number: $0)
    }
    var model = WatchModel(exercises: try book.curriculum.exercises, index: 0)
    model.verdict = .judged(
      Report.ExercisePart(
        id: "1.1", name: "Header", title: "Parse", file: file, verdict: .failing, tests: tests,
        diagnostics: [], diagnosis: Diagnosis(mistake: "reads it backwards", hint: "Which comes first?")))
    let lines = try screen(model, Size(width: 80, height: 24), isColored: false)
    let verdict = try #require(lines.firstIndex { $0.contains("failing, 0 of 4 tests pass") })
    #expect(verdict == 5, "two lines of head, two of the task, one between")
    #expect(lines[3] == "… r reads the page")
    #expect(
      Array(lines[verdict + 1..<verdict + 4]) == [
        "", "  Looks like: reads it backwards.", "  Which comes first?",
      ])
  }

  @Test func `where there is no room for a path, a file's name is enough`() throws {
    var model = WatchModel(exercises: try book.curriculum.exercises, index: 0)
    model.verdict = .judged(part)
    func step(_ width: Int) throws -> String {
      try screen(model, Size(width: width, height: 20), isColored: false)[18]
    }
    #expect(try step(80) == "Edit \(part.file); each save is judged.")
    #expect(try step(60) == "Edit 01-Header.swift; each save is judged.")
  }

  @Test func `a question shows its keys on the narrowest terminal`() throws {
    for mode in [.confirmReset, .confirmSolution] as [WatchModel.Mode] {
      let model = WatchModel(exercises: try book.curriculum.exercises, index: 0, mode: mode)
      let lines = try screen(model, Size(width: 40, height: 12), isColored: false)
      #expect(lines[10].contains("y yes, other keys"))
    }
  }

  @Test func `a key is named, and no command`() throws {
    var model = WatchModel(exercises: try book.curriculum.exercises, index: 0)
    model.verdict = .trouble("the file is missing: `swift run grader reset 1.1` puts the stub there")
    let lines = try screen(model, Size(width: 80, height: 24), isColored: false)
    #expect(lines.contains("Could not judge: the file is missing: x puts the stub there"))
  }

  @Test(arguments: sizes) func `trouble and what is being judged fit as well`(size: Size) throws {
    var model = WatchModel(exercises: try book.curriculum.exercises, index: 2)
    model.isJudging = true
    #expect(try screen(model, size).count == size.height)
    model.isJudging = false
    model.verdict = .trouble(String(repeating: "no disk ", count: 40))
    let lines = try screen(model, size)
    #expect(lines.count == size.height)
    #expect(lines.allSatisfy { $0.columns <= size.width })
  }

  @Test func `the next step is always told`() throws {
    let size = Size(width: 80, height: 24)
    var model = WatchModel(exercises: try book.curriculum.exercises, index: 1)
    func step() throws -> String { try screen(model, size, isColored: false)[22] }
    #expect(try step() == "Save Exercises/01-DNSMessages/02-HeaderEncoding.swift and it is judged.")
    model.isJudging = true
    #expect(try step().hasSuffix("judging …"))
    model.doing = "DNSMessages: building Header"
    #expect(try step().hasSuffix(" DNSMessages: building Header …"))
    model.notice = "Done."
    #expect(try step() == "Done.")
    model.notice = nil
    model.isJudging = false
    var solved = part
    solved.verdict = .solved
    model.verdict = .judged(solved)
    model.next = 2
    #expect(try step() == "Solved. n goes on to 5.1.")
    model.next = nil
    #expect(try step() == "Solved, and so is every other exercise.")
  }

  @Test func `the row that is pointed at stays in view`() throws {
    for row in 0..<3 {
      let model = WatchModel(exercises: try book.curriculum.exercises, index: 0, mode: .list(row))
      let lines = try screen(model, Size(width: 40, height: 7), isColored: false)
      #expect(lines.contains { $0.hasPrefix(">") })
    }
  }

  @Test func `a cut line keeps its colours closed`() {
    let red = "\u{1B}[31mabcdef\u{1B}[0m"
    #expect(red.cutStyled(to: 6) == red)
    #expect(red.cutStyled(to: 4) == "\u{1B}[31mabc…\u{1B}[0m\u{1B}[0m")
    #expect("abcdef".cutStyled(to: 4) == "abc…")
  }
}
