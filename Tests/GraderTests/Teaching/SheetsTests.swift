import Testing

@testable import GraderKit
@testable import JudgeKit
@testable import TeachingKit

/// Rosters, platforms' sheets and the file with points.
@Suite struct SheetsTests {
  private let book: MiniWorkbook
  private let outcome: CohortOutcome

  init() throws {
    book = try MiniWorkbook()
    let curriculum = try book.curriculum
    let exercises = curriculum.exercises
    func grade(_ name: String, solved: Int) -> GradeReport {
      let judgements = exercises.enumerated().map {
        ($1, Judgement(verdict: $0 < solved ? .solved : .failing))
      }
      return GradeReport(
        submission: name, isolation: .none, ignored: [],
        report: Report(
          Dictionary(judgements) { first, _ in first }, curriculum: curriculum, subject: .exercises))
    }
    let names = ["ada", "doejane_LATE_1234_98765_work", "Bo Li_77_assignsubmission_file", "zoe", "broken"]
    let manifest = CohortManifest(
      exercises: exercises.map(\.id), isolation: .none, toolchain: "t", suites: "s",
      submissions: names.map { .init(name: $0, key: $0) })
    var records = CohortRecords()
    for (number, name) in names.dropLast().enumerated() {
      records.add(.init(key: name, grade: grade(name, solved: number)), line: [])
    }
    outcome = CohortOutcome(manifest, records: records)
  }

  private func file(_ text: String) throws -> String {
    try book.write(text, to: "sheet.csv")
    return book.root + "/sheet.csv"
  }

  @Test func `a roster keeps its columns, and says who handed nothing in and who is nobody's`() throws {
    let roster = try Roster.read(
      file("username,first_name,email,note\nada,Ada,ada@x.example,\"=1, 2\"\nbob,Bob,,\nx,X,zoe,\n"))
    let filled = roster.filled(outcome, points: .equal)
    #expect(
      filled.text
        == "username,first_name,email,note,submission,solved,total,points,max_points\r\n"
        + "ada,Ada,ada@x.example,\"'=1, 2\",ada,0,3,0,3\r\n" + "bob,Bob,,,,,,,\r\n"
        + "x,X,zoe,,zoe,3,3,3,3\r\n")
    #expect(filled.matches.absent == ["bob"])
    #expect(
      filled.matches.unknown == ["doejane_LATE_1234_98765_work", "Bo Li_77_assignsubmission_file", "broken"])
    #expect(throws: UsageError.self) { try Roster.read(file("name,mail\na,b\n")) }
    #expect(throws: UsageError.self) { try Roster.read(book.root + "/none.csv") }
  }

  /// The header and the second line as OSU's and VCU's guides show an export.
  private static let canvas =
    "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (551),Week 2 (552),Current Score\r\n"
    + "    Points Possible,,,,,10,8,(read only)\r\n" + "\"Doe, Jane\",1234,u1,jane@x.example,01,,5,70\r\n"
    + "\"Lovelace, Ada\",1235,u2,ada,01,3,,80\r\n" + "\"Roe, Rob\",1236,u3,broken,01,,1,90\r\n"

  @Test func `an export of Canvas gets one column filled, in its own points, and keeps all other marks`()
    throws
  {
    let filled = try PlatformSheet.canvas.filled(
      file(Self.canvas), column: "Week 2", with: outcome, points: .equal)
    #expect(
      filled.text
        == "Student,ID,SIS User ID,SIS Login ID,Section,Week 2 (552)\r\n" + "    Points Possible,,,,,8\r\n"
        + "\"Doe, Jane\",1234,u1,jane@x.example,01,2.67\r\n" + "\"Lovelace, Ada\",1235,u2,ada,01,0\r\n"
        + "\"Roe, Rob\",1236,u3,broken,01,1\r\n", "what was not judged keeps its mark")
    #expect(filled.marks == 2)
    #expect(filled.matches.unknown == ["Bo Li_77_assignsubmission_file", "zoe"])
  }

  @Test func `a column that Canvas does not have is never made`() throws {
    for column in [nil, "Week 3", "Current Score"] {
      #expect(throws: UsageError.self) {
        try PlatformSheet.canvas.filled(file(Self.canvas), column: column, with: outcome, points: .equal)
      }
    }
    #expect(throws: UsageError.self) {
      try PlatformSheet.canvas.filled(
        file("Student,ID\nA,1\n"), column: nil, with: outcome, points: .equal)
    }
  }

  @Test func `a sheet of Moodle keeps its columns, and never has feedback without a mark`() throws {
    let text =
      "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Feedback comments\n"
      + "Participant 77,Bo Li,bo@x.example,Submitted,,100.00,\n"
      + "Participant 78,Zoe,zoe,Submitted,5,100.00,well done\n"
      + "Participant 79,Cy,cy@x.example,No submission,,100.00,\n"
    let filled = try PlatformSheet.moodle.filled(file(text), column: nil, with: outcome, points: .equal)
    #expect(
      filled.text.replacing("\r\n", with: "\n")
        == "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Feedback comments\n"
        + "Participant 77,Bo Li,bo@x.example,Submitted,66.67,100.00,2 of 3 solved\n"
        + "Participant 78,Zoe,zoe,Submitted,100,100.00,well done\n"
        + "Participant 79,Cy,cy@x.example,No submission,,100.00,\n")
    #expect(throws: UsageError.self) {
      try PlatformSheet.moodle.filled(file("username,mark\na,\n"), column: nil, with: outcome, points: .equal)
    }
  }

  @Test func `two submissions of one student, and one of two students, are said and not chosen`() throws {
    let table = try #require(CSVTable("username,email\nada,a\nzoe,b\nc,twin\nd,twin\n"))
    let students = try #require(StudentTable(table, identifiedBy: ["username", "email"]))
    let matches = students.matches(["ada", "a", "zoe", "twin", "nobody"])
    #expect(
      matches
        == .init(
          byRow: [1: "zoe"], unknown: ["nobody"], unclear: ["twin"],
          several: [.init(student: "ada", names: ["ada", "a"])], searched: ["username", "email"]))
  }

  @Test func `a mark in another's points has two decimals at most`() {
    #expect(PlatformSheet.mark(1, of: 3, possible: 10) == "3.33")
    #expect(PlatformSheet.mark(1, of: 2, possible: 5) == "2.5")
    #expect(PlatformSheet.mark(1, of: 16, possible: 1) == "0.06")
    #expect(PlatformSheet.mark(3, of: 3, possible: 10) == "10")
    #expect(PlatformSheet.mark(2, of: 3, possible: nil) == "2")
    #expect(PlatformSheet.mark(0, of: 0, possible: 10) == "0")
  }

  @Test func `points by exercise and chapter, the later line first`() throws {
    let curriculum = try book.curriculum
    let points = try Points.read(file("exercise,points\n1,2\n1.2,5\n"), curriculum)
    let grade = try #require(outcome.grades.first { $0.submission == "zoe" })
    #expect(grade.report.exercises.map(points.most) == [2, 5, 1])
    #expect(points.score(grade) == 8 && points.most(grade) == 8)
    for text in ["1.1,-1\n", "1.1\n", "1.1,2.5\n", "x,y\n1.1,a\n", "9.9,1\n", "1.1,1001\n"] {
      #expect(throws: UsageError.self, "\(text)") { try Points.read(file(text), curriculum) }
    }
  }
}
