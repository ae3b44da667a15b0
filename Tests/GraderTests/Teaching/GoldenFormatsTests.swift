import Foundation
import Testing

@testable import GraderKit
@testable import SystemKit
@testable import TeachingKit

/// Each format as it was recorded, and what must hold of it whatever a submission says.
@Suite struct GoldenFormatsTests {
  private let grades: [GradeReport]

  init() throws { grades = try GoldenGrade.grades() }

  static let perSubmission: [GradeFormat] = [.gradescope, .classroom50, .prairielearn, .exercism, .check50]

  @Test(arguments: perSubmission) func `a submission's marks are as they were recorded`(format: GradeFormat)
    throws
  {
    for (grade, name) in zip(grades, ["", "-refused", "-begun"]) {
      try GoldenGrade.compare(format.text(grade, GoldenGrade.marks), "\(format.rawValue)\(name).json")
    }
  }

  @Test func `a class's marks are as they were recorded`() throws {
    try GoldenGrade.compare(GradeFormat.csv.text(grades[0]) + GradeFormat.csv.text(grades[1]), "one.csv")
    try GoldenGrade.compare(CSVFormat.text(grades), "csv.csv")
    try GoldenGrade.compare(JUnitFormat.text(grades), "junit.xml")
    try GoldenGrade.compare(JSON.text(grades[0]) + "\n", "grade.json")
    try GoldenGrade.compare(PrairieLearnFormat.trouble("the disk is full\u{0}"), "prairielearn-trouble.json")
  }

  @Test(arguments: GradeFormat.allCases) func `no control character is in what is handed on`(
    format: GradeFormat
  ) {
    for grade in grades {
      let text = format.text(grade, GoldenGrade.marks)
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\r" || $0.value == 127 })
      // What JSON writes as an escape would come back out of it.
      #expect(!text.contains(/\\u00[01][0-9a-fA-F]/), "\(format)")
    }
  }

  @Test func `one file for each submission, whatever it is called`() {
    let long = String(repeating: "é", count: 300)
    for name in ["ada", "../../x", "a/b", long, ""] {
      let file = GradeFormat.fileName(name)
      #expect(!file.contains("/") && file.utf8.count <= 200, "\(name)")
    }
    #expect(GradeFormat.fileName(long) != GradeFormat.fileName(long + "é"))
    #expect(Set(GradeFormat.check50.files(grades).keys).count == 3)
  }

  @Test func `a cut is at a whole character`() {
    for most in 0...12 {
      let cut = "aé😀b😀".cut(toBytes: most)
      #expect(cut.utf8.count <= max(3, most))
      #expect(!cut.contains("\u{FFFD}"))
    }
    #expect("abc".cut(toBytes: 3) == "abc")
  }

  @Test func `marks follow the points, and nothing of nothing is nothing`() throws {
    let book = try MiniWorkbook()
    try book.write("1.1,3\n1.2,0\n5.1,2\n", to: "points.csv")
    let points = try Points.read(book.root + "/points.csv", book.curriculum)
    #expect(CSVFormat.text([grades[0]], points).contains(",1,3,3,5,"))
    #expect(GradescopeFormat.text(grades[0], points).contains("\"max_score\" : 3"))
    #expect(PrairieLearnFormat.text(grades[0], points).contains("\"score\" : 0.6"))
    #expect(Classroom50Format.text(grades[0], Marks(points: points)).contains("\"max-score\" : 5"))
    try book.write("1,0\n5,0\n", to: "points.csv")
    let none = try Points.read(book.root + "/points.csv", book.curriculum)
    #expect(PrairieLearnFormat.text(grades[0], none).contains("\"score\" : 0,"))
  }

  @Test func `a whole book of the longest messages fits into what platforms take`() throws {
    var grade = grades[0]
    let part = grade.report.chapters[0].exercises[1]
    var long = part
    long.tests[0].issues[0].failure = nil
    long.tests[0].issues[0].message = String(repeating: "\"line\"\n", count: 2_000)
    long.tests = Array(repeating: long.tests[0], count: 20)
    grade.report.chapters[0].exercises = Array(repeating: long, count: 110)
    // PrairieLearn takes 1 MB, Exercism 500 KB.
    #expect(PrairieLearnFormat.text(grade, .equal).utf8.count <= 1_000_000)
    #expect(ExercismFormat.text(grade).utf8.count <= 500_000 + 110 * 20 * 120)
  }
}
