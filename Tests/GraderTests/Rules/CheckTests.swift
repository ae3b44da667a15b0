import Foundation
import Testing

@testable import AuthoringKit
@testable import JudgeKit
@testable import SystemKit

extension AuthorBuilds {
  /// `grader check`, from the command line, with real builds: what an author takes away is missed.
  @Suite(.serialized) final class CheckTests {
    private let book = TestWorkbook.authored
    private let originals: [String: String]

    init() throws {
      try book.resetExercises()
      let files = [Part.solution, Part.suite, Part.mistakes, Part.recorded, Part.page, Part.chapterPage]
      originals = Dictionary(
        uniqueKeysWithValues: try files.map { [book] in ($0, try book.workbook.text($0)) })
      try book.write(SmallExercise.suite, to: Part.suite)
      try book.write(JSON.text(Mistakes(mistakes: SmallExercise.mistakes)), to: Part.mistakes)
      // One alternative, however many the exercise has in the course; nobody else looks at them.
      let exercise = try book.exercise("1.2")
      let folder = "\(Alternatives.folder)/\(exercise.chapter.folder)"
      for name in Alternatives.names(of: exercise, among: try book.workbook.namesIfPresent(in: folder) ?? [])
      {
        try Files.remove(book.workbook.absolute("\(folder)/\(name)"))
      }
      try book.write(try book.workbook.text(Part.solution), to: exercise.alternative)
      // The copy has the first exercises alone.
      let list = try book.curriculum.exercises(of: exercise.chapter).map { "\($0.id) \($0.name)" }.joined(
        separator: ", ")
      let page = try book.workbook.text(Part.chapterPage)
      try book.write(
        page.replacing(/\| \*\*Exercises\*\* \|.*/, with: "| **Exercises** | \(list) |"), to: Part.chapterPage
      )
    }

    deinit { for (path, text) in originals { try? book.write(text, to: path) } }

    private func findings(_ run: GraderRun) throws -> [Finding] {
      try JSONDecoder().decode(AuditReport.self, from: Data(run.output.utf8)).findings
    }

    @Test func `a hint, a mistake's target and a stub's TODO that are gone are each found, by their rules`()
      throws
    {
      let page = try book.workbook.text(Part.page)
      let hint = try #require(page.firstRange(of: "### Hint 2"))
      try book.write(String(page[..<hint.lowerBound]), to: Part.page)
      try book.edit(
        Part.solution, replacing: "header.opcode.rawValue << 3", with: "header.opcode.rawValue * 8")
      try book.edit(
        Part.stub, replacing: "  // TODO: 3. Byte 3: the response code has four flags above it.\n", with: "")
      let run = book.grader("check", "--record", "1.2", "--json")
      #expect(run.status == 1)
      let found = try findings(run)
      #expect(found.map(\.rule) == ["stubCurrent", "pageSections", "mistakesWellFormed"])
      #expect(found.map(\.exercise) == ["1.2", "1.2", "1.2"])
      let messages = found.map(\.message)
      #expect(messages.first?.hasPrefix("\(Part.stub):") == true)
      #expect(
        messages.contains("\(Part.page): 1 hint: 3 or more are needed, as `### Hint 1` under `## Hints`."))
      let lost =
        "\(Part.mistakes): \"does not shift the opcode up\": `find` is 0 times in \(Part.solution)"
      #expect(messages.last?.hasPrefix(lost) == true)
    }

    @Test func `what was recorded is not found again, and an assertion that is gone is`() throws {
      let recording = book.grader("check", "--record", "1.2")
      #expect(recording.status == 0)
      #expect(recording.output == "1 exercise, 4 tests, 3 mistakes, 1 alternative tried: no findings.\n")

      let counted = """
            try check("encodeHeader(_:).count", header, returns: 12, "a header is twelve bytes") {
              try encodeHeader($0).count
            }

        """
      try book.edit(Part.suite, replacing: counted, with: "")
      let run = book.grader("check", "1.2", "--json")
      #expect(run.status == 1)
      let found = try findings(run)
      #expect(found.map(\.rule) == ["wordsCurrent"])
      #expect(
        found.first?.message.hasPrefix(
          "\(Part.suite): `the id goes first` had 2 expectations and has 1: put it back")
          == true)
    }

    @Test func `a warning in the stub alone is found there, and a mistake that does not compile once`() throws
    {
      var mistakes = SmallExercise.mistakes
      mistakes[0].replace = ["[word]"]
      try book.write(JSON.text(Mistakes(mistakes: mistakes)), to: Part.mistakes)
      try book.edit(
        Part.solution, replacing: "  // <write>", with: "  let ready = 1\n  // <write>\n  _ = ready")
      try book.write(try book.curriculum.stub(of: book.exercise("1.2")), to: Part.stub)
      let found = try findings(book.grader("check", "--record", "1.2", "--json"))
      #expect(found.map(\.rule) == ["compilesStrictly", "mistakeCaught"])
      try #require(found.count == 2)
      #expect(found[0].message.hasPrefix("\(Part.stub):"))
      #expect(found[0].exercise == "1.2")
      #expect(
        found[1].message.hasPrefix("\(Part.mistakes): \"writes words little-endian\" does not compile: line ")
      )
    }

    @Test func `a suite that does not compile is one finding, with its line`() throws {
      try book.edit(
        Part.suite, replacing: "import DNSMessages\n", with: "import DNSMessages\nlet twelve: Int = \"12\"\n")
      let run = book.grader("check", "1", "--json")
      #expect(run.status == 1)
      let found = try findings(run).filter { $0.rule != "partsPresent" }
      #expect(found.map(\.exercise) == ["1.2"])
      #expect(found.first?.message.hasPrefix("\(Part.suite):2: cannot convert value") == true)
    }

    @Test func `a solution that cannot be cut is a finding, and keeps nobody else from being tried`() throws {
      let neighbour = try book.exercise("1.1")
      let text = try book.workbook.text(neighbour.mistakes)
      defer { try? book.write(text, to: neighbour.mistakes) }
      let few = try Mistakes.read(neighbour, book.workbook).mistakes.filter { $0.ends == nil }.prefix(3)
      try book.write(JSON.text(Mistakes(mistakes: Array(few))), to: neighbour.mistakes)
      try book.edit(Part.solution, replacing: "  // </write>\n", with: "")
      let run = book.grader("check", "1", "--json")
      #expect(run.status == 1)
      #expect(try findings(run).contains { $0.exercise == "1.2" && $0.rule == "stubCurrent" })
      #expect(try JSONDecoder().decode(AuditReport.self, from: Data(run.output.utf8)).mistakes == 6)
    }
  }
}

/// The parts of exercise 1.2, which the tests damage.
enum Part {
  static let solution = "Solutions/01-DNSMessages/02-HeaderEncoding.swift"
  static let stub = "Exercises/01-DNSMessages/02-HeaderEncoding.swift"
  static let suite = "Tests/01-DNSMessages/02-HeaderEncodingTests.swift"
  static let mistakes = "Tests/Mistakes/01-DNSMessages/02-HeaderEncoding.json"
  static let recorded = "Tests/Mistakes/Recorded/01-DNSMessages/02-HeaderEncoding.json"
  static let page = "Chapters/PostRoad/PostRoad.docc/01-DNSMessages/02-HeaderEncoding.md"
  static let chapterPage = "Chapters/PostRoad/PostRoad.docc/01-DNSMessages.md"
}
