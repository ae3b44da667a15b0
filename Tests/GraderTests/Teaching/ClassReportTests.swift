import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// What a class does not know, as a page and as a table.
@Suite struct ClassReportTests {
  private let grades: [GradeReport]
  private let folder: String

  /// Two that make the same mistake, one that makes another, one that has solved all, one that has not begun.
  init() throws {
    let book = try MiniWorkbook()
    folder = book.root
    let curriculum = try book.curriculum
    let exercises = curriculum.exercises
    func failing(_ tests: [String]) -> Judgement {
      var judgement = Judgement(verdict: .failing)
      judgement.tests = ["a <test>", "b", "c"].map { name in
        (
          SuiteSource.Test(name: name, reference: nil, line: 1, assertions: 1),
          TestOutcome(verdict: tests.contains(name) ? .failed : .passed)
        )
      }
      return judgement
    }
    func grade(_ name: String, _ second: Judgement, _ mistake: String?) -> GradeReport {
      let judgements: [Exercise: Judgement] = [
        exercises[0]: second.verdict == .notStarted ? .notStarted : Judgement(verdict: .solved),
        exercises[1]: second,
        exercises[2]: second.verdict == .solved ? Judgement(verdict: .solved) : .notStarted,
      ]
      return GradeReport(
        submission: name, isolation: .none, ignored: [],
        report: Report(
          judgements, curriculum: curriculum, subject: .exercises,
          diagnoses: mistake.map { [exercises[1]: Diagnosis(mistake: $0, hint: "h")] } ?? [:]))
    }
    grades = [
      grade("ada & co", failing(["a <test>", "b"]), "counts from \"one\""),
      grade("<script>bob</script>", failing(["a <test>"]), "counts from \"one\""),
      grade("cyd", failing(["a <test>", "c"]), "forgets the last"),
      grade("dan", Judgement(verdict: .solved), nil), grade("eve", .notStarted, nil),
    ]
  }

  @Test func `mistakes by name, tests by failures, and where people stop`() throws {
    let facts = ClassFacts(grades)
    let exercise = try #require(facts.chapters.first?.exercises[1])
    #expect(
      exercise.mistakes == [
        .init(name: "counts from \"one\"", count: 2), .init(name: "forgets the last", count: 1),
      ])
    #expect(
      exercise.tests == [
        .init(name: "a <test>", count: 3), .init(name: "b", count: 1), .init(name: "c", count: 1),
      ])
    #expect(exercise.solved == 1 && exercise.begun == 4)
    #expect(facts.stops == [.init(name: "1.2", count: 3)])
    #expect(facts.students.map(\.solved) == [1, 1, 1, 3, 0])
  }

  @Test func `the table says the same`() {
    #expect(
      ClassCSV.text(ClassFacts(grades)).replacing("\r\n", with: "\n") == """
        exercise,title,kind,what,students
        1.1,Parse the header,verdict,solved,4
        1.1,Parse the header,verdict,notStarted,1
        1.2,Encode the header,verdict,failing,3
        1.2,Encode the header,verdict,notStarted,1
        1.2,Encode the header,verdict,solved,1
        1.2,Encode the header,mistake,"counts from ""one""\",2
        1.2,Encode the header,mistake,forgets the last,1
        1.2,Encode the header,test,a <test>,3
        1.2,Encode the header,test,b,1
        1.2,Encode the header,test,c,1
        1.2,Encode the header,stop,,3
        5.1,Take turns,verdict,notStarted,4
        5.1,Take turns,verdict,solved,1

        """)
  }

  /// Two submissions that were refused as a whole, beside one that was judged.
  private func refused() -> [GradeReport] {
    ["liwei", "roerob"].map { name in
      var grade = grades[0]
      grade.submission = name
      grade.refused = "`\(name)/Exercises/x` is a link: hand in files."
      grade.report.solved = 0
      for chapter in grade.report.chapters.indices {
        for exercise in grade.report.chapters[chapter].exercises.indices {
          grade.report.chapters[chapter].exercises[exercise].verdict = .judged(.refused)
        }
      }
      return grade
    }
  }

  @Test func `what was refused as a whole counts nowhere, and is listed apart`() {
    let facts = ClassFacts(refused() + grades)
    let own = ClassFacts(grades)
    #expect(facts.stops == own.stops && facts.students.map(\.name) == own.students.map(\.name))
    #expect(
      facts.chapters.flatMap(\.exercises).map(\.begun) == own.chapters.flatMap(\.exercises).map(\.begun))
    #expect(facts.total == own.total && facts.chapters.map(\.title) == own.chapters.map(\.title))
    #expect(
      facts.refused.first
        == .init(name: "liwei", reason: "`liwei/Exercises/x` is a link: hand in files."))
    #expect(
      ClassCSV.text(facts).contains("\r\n,,submission,`roerob/Exercises/x` is a link: hand in files.,1"))
    let hidden = ClassFacts(refused() + grades, hidingNames: true)
    #expect(hidden.refused.allSatisfy { $0.reason == "`…` is a link: hand in files." })
    let names = hidden.refused.map(\.name) + hidden.students.map(\.name)
    #expect(Set(names) == Set((1...7).map { "Student \($0)" }))
    #expect(ClassFacts(refused()).chapters.count == own.chapters.count, "a class of refused ones has a page")
  }

  @Test func `the rules that refused files break are counted`() {
    var grade = grades[0]
    grade.report.chapters[0].exercises[0].verdict = .judged(.refused)
    let violations = LanguageRule.violations(in: "import Foundation\nprivate typealias A = _B\n")
    grade.report.chapters[0].exercises[0].diagnostics = violations.map { Diagnostic(message: $0.message) }
    let facts = ClassFacts([grade, grade])
    #expect(
      facts.chapters[0].exercises[0].rules == [
        .init(name: "compilersNames", count: 2), .init(name: "imports", count: 2),
      ])
    #expect(ClassCSV.text(facts).contains("1.1,Parse the header,rule,imports,2"))
    #expect(grade.refusals == ["1.1 refused: imports, compilersNames"])
  }

  @Test func `the page has no script, nothing from elsewhere, and no bare word of a submission`() {
    let page = ClassPage(facts: ClassFacts(grades)).html
    #expect(
      !page.contains("<script") && !page.contains("javascript:") && !page.contains("http:")
        && !page.contains("https:"))
    #expect(page.contains("ada &amp; co") && page.contains("&lt;script&gt;bob"))
    #expect(page.contains("<b>2</b> counts from &quot;one&quot;"))
    #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
  }

  @Test func `names that are hidden are nowhere`() {
    let facts = ClassFacts(grades, hidingNames: true)
    let page = ClassPage(facts: facts).html + ClassCSV.text(facts)
    for name in ["ada", "bob", "cyd", "dan", "eve"] { #expect(!page.contains(">\(name)"), "\(name)") }
    #expect(!page.contains("&amp; co"))
    #expect(facts.students.map(\.name) == (1...5).map { "Student \($0)" })
    #expect(facts.students.map(\.solved).sorted() == [0, 1, 1, 1, 3])
  }

  @Test func `a class of nobody has a page too`() {
    #expect(ClassPage(facts: ClassFacts([])).html.contains("0 submissions, 0 exercises"))
  }

  @Test(arguments: ["light", "dark"]) func `text and cells differ enough from what is behind them`(
    scheme: String
  ) throws {
    // WCAG 2.2, 1.4.3 asks for 4.5 to 1.
    let blocks = ClassStyle.css.components(separatedBy: ":root {")
    let block = try #require(blocks.dropFirst(scheme == "light" ? 1 : 2).first?.prefix { $0 != "}" })
    let colours = Dictionary(
      uniqueKeysWithValues: block.matches(of: /--([a-z]+): #([0-9a-f]{6})/).map {
        (String($0.1), Self.luminance(String($0.2)))
      })
    let pairs = [("ink", "paper"), ("ink", "soft")] + ["good", "bad", "odd", "none"].map { ("cell", $0) }
    for (front, back) in pairs {
      let (one, other) = (try #require(colours[front]), try #require(colours[back]))
      #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5, "\(front) on \(back)")
    }
  }

  /// Relative luminance, WCAG 2.2.
  private static func luminance(_ hex: String) -> Double {
    let parts = stride(from: 0, to: 6, by: 2).map { start in
      let from = hex.index(hex.startIndex, offsetBy: start)
      let value = Double(Int(hex[from..<hex.index(from, offsetBy: 2)], radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func `the command writes both, and says what is missing`() throws {
    try Files.write(Array(JSON.text(grades).utf8), to: folder + "/results/results.json")
    func report(_ words: String...) -> GraderRun { GraderRun(["cohort", "report"] + words, in: folder) }
    let run = report(
      folder + "/results", "--html", folder + "/page.html", "--csv", folder + "/page.csv", "--hide-names")
    #expect(run.status == 0, "\(run.errors)")
    #expect(String(decoding: try Files.read(folder + "/page.html"), as: UTF8.self).contains("Student 1"))
    #expect(try Files.exists(folder + "/page.csv"))
    #expect(report(folder + "/results").status == 2)
    #expect(report(folder, "--html", folder + "/page.html").status == 2)
    #expect(report("--html", folder + "/page.html").status == 2)
  }
}
