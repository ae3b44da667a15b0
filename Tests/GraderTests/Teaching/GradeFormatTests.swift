import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import TeachingKit

/// Marks in the formats of others.
@Suite struct GradeFormatTests {
  private let curriculum: Curriculum

  init() throws { curriculum = try MiniWorkbook().curriculum }

  /// 1.1 solved, 1.2 with words that break formats, 5.1 not started.
  private func grade(_ name: String = "ada", message: String = "wrong") -> GradeReport {
    let exercises = curriculum.exercises
    let judgements: [Exercise: Judgement] = [
      exercises[0]: Judgement(verdict: .solved),
      exercises[1]: .doesNotCompile([Diagnostic(message: message, file: exercises[1].file, line: 3)]),
      exercises[2]: .notStarted,
    ]
    return GradeReport(
      submission: name, isolation: .none, ignored: [],
      report: Report(judgements, curriculum: curriculum, subject: .exercises))
  }

  private func refused() -> GradeReport {
    let all = Dictionary(
      uniqueKeysWithValues: curriculum.exercises.map { ($0, Judgement(verdict: .refused)) })
    return GradeReport(
      submission: "bob", isolation: .none, refused: "a link, and \"more\"", ignored: [],
      report: Report(all, curriculum: curriculum, subject: .exercises))
  }

  @Test func `csv has a line for each submission`() {
    #expect(
      CSVFormat.text([grade(), refused()])
        == "submission,solved,total,points,max_points,refused,1.1,1.2,5.1,reasons\r\n"
        + "ada,1,3,1,3,,solved,doesNotCompile,notStarted,\r\n"
        + "bob,0,3,0,3,\"a link, and \"\"more\"\"\",refused,refused,refused,\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]) func `no cell is a formula`(name: String) {
    #expect(CSVFormat.cell(name).hasPrefix("'"))
  }

  @Test func `junit counts, and skips what is not started`() {
    let text = JUnitFormat.text([grade()])
    #expect(
      text.contains("<testsuites tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\" time=\"0.000\">"))
    #expect(text.contains("<testcase classname=\"ada\" name=\"1.1 Header\""))
    #expect(text.contains("<failure message=\"does not compile\" type=\"doesNotCompile\">"))
    #expect(text.contains("<skipped message=\"not started\"/>"))
  }

  @Test func `junit is XML, whatever a submission says`() throws {
    let text = JUnitFormat.text([grade("<a> & \"b\"", message: "]]> <x a=\"1\"> \u{1}\u{1B}[31m \u{FFFE} é")])
    let parser = XMLStart(text)
    #expect(parser.isSound, "\(text)")
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
  }

  @Test func `gradescope has numbers, and no score at the top`() throws {
    let text = GradescopeFormat.text(grade())
    let results = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(results["score"] == nil)
    let tests = try #require(results["tests"] as? [[String: Any]])
    #expect(tests.map { $0["number"] as? String } == ["1.1", "1.2", "5.1"])
    #expect(tests.map { $0["score"] as? Int } == [1, 0, 0])
    #expect(tests.map { $0["max_score"] as? Int } == [1, 1, 1])
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed", "failed"])
    #expect((tests[1]["output"] as? String)?.contains("wrong") == true)
    #expect(GradescopeFormat.text(refused()).contains("The submission was refused: a link"))
  }

  @Test(arguments: [
    ("/a/ada.zip", "ada"), ("ada.tar.gz", "ada"), ("x/Ada.TGZ", "Ada"), ("x/ada/", "ada"), ("a.b", "a.b"),
    ("a\u{1B}[31m", "a\u{FFFD}[31m"),
  ])
  func `a submission is called by its path's last part`(path: String, name: String) {
    #expect(GradeReport.name(ofPath: path) == name)
  }
}

/// As much of an XML reader as tells whether elements are closed in order and no character is left bare.
private struct XMLStart {
  let isSound: Bool

  init(_ text: String) {
    var open: [Substring] = []
    var rest = text[...]
    var isSound = true
    while let start = rest.firstIndex(of: "<") {
      let plain = rest[..<start]
      if plain.contains(">") || plain.replacing(/&(amp|lt|gt|quot);/, with: "").contains("&") {
        isSound = false
      }
      guard let end = rest[start...].firstIndex(of: ">") else {
        isSound = false
        break
      }
      let tag = rest[rest.index(after: start)..<end]
      if tag.filter({ $0 == "\"" }).count % 2 != 0 { isSound = false }
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { isSound = false }
      } else if !tag.hasPrefix("?"), !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
      rest = rest[rest.index(after: end)...]
    }
    self.isSound = isSound && open.isEmpty
  }
}
