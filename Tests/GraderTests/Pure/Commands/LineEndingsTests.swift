import Foundation
import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

/// A workbook that git checked out with `autocrlf`: every text has CRLF, and some editor put a byte-order mark before it.
@Suite struct LineEndingsTests {
  private let book: TestWorkbook

  /// The same exercises as they are in the repository.
  private var twin: TestWorkbook { get throws { try TestWorkbook(keeping: ["1.1", "1.2"]) } }

  init() throws {
    book = try TestWorkbook(keeping: ["1.1", "1.2"])
    for path in try FileManager.default.subpathsOfDirectory(atPath: book.root)
    where ["swift", "md", "json"].contains(path.split(separator: ".").last) && !book.workbook.isFolder(path) {
      let text = String(decoding: try book.workbook.read(path), as: UTF8.self)
      try book.write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), to: path)
    }
  }

  @Test func `all that is read of an exercise is the same`() throws {
    let twin = try twin
    for (mine, other) in zip(try book.curriculum.exercises, try twin.curriculum.exercises) {
      #expect(try book.workbook.read(mine.solution).contains(UInt8(ascii: "\r")), "it is a CRLF copy")
      #expect(try book.curriculum.stub(of: mine) == twin.curriculum.stub(of: other))
      #expect(try book.curriculum.suite(of: mine).tests == twin.curriculum.suite(of: other).tests)
      #expect(try !book.curriculum.suite(of: mine).tests.isEmpty)
      #expect(try book.curriculum.title(of: mine) == twin.curriculum.title(of: other))
      #expect(try book.curriculum.title(of: mine) != mine.name)
      let page = Page(try book.workbook.text(mine.page))
      #expect(page.hints == Page(try twin.workbook.text(other.page)).hints)
      #expect(page.hints.count > 1)
      let solution = try book.workbook.text(mine.solution)
      for mistake in try Mistakes.read(mine, book.workbook).mistakes {
        #expect(mistake.applied(to: solution) != nil, "\(mistake.name)")
      }
      #expect(try Recorded.read(mine, book.workbook) == Recorded.read(other, twin.workbook))
    }
    // No rule that reads files finds anything.
    let curriculum = try book.curriculum
    let reader = PartsReader(
      curriculum: curriculum,
      scope: AuditScope(course: curriculum.exercises, checked: Set(curriculum.exercises)))
    for exercise in curriculum.exercises {
      #expect(RuleBook.exercise.findings(try reader.parts(of: exercise)) == [], "\(exercise.id)")
    }
  }

  @Test func `the stubs are untouched, pages are set, and reset keeps nothing`() throws {
    let twin = try twin
    let list = book.grader("list", "--json")
    #expect(list.errors == "")
    #expect(try list.verdicts == ["1.1": .notStarted, "1.2": .notStarted])
    #expect(book.grader("stubs").output == "", "all are cut already")
    for command in [
      ["read", "1.1"], ["read", "1"], ["hint", "1.2"], ["solution", "1.1", "--yes"], ["progress"],
    ] {
      let (mine, other) = (GraderRun(command, in: book.root), GraderRun(command, in: twin.root))
      #expect(mine.status == 0, "\(command)")
      #expect(mine.output == other.output, "\(command)")
    }
    #expect(!book.grader("reset", "1.1").output.contains("kept"))
  }

  @Test func `a change of the line endings alone is no difference to the reference`() throws {
    try book.solve("1.1")
    let file = try book.exercise("1.1").file
    try book.write(try book.workbook.text(file).replacing("\n", with: "\r\n"), to: file)
    let shown = book.grader("solution", "1.1", "--yes").output
    #expect(!shown.contains("\r"))
    #expect(shown.lines.count { $0.hasPrefix("+ ") } == 1, "the heading alone")
  }
}
