import Testing

@testable import GraderKit
@testable import SystemKit
@testable import TeachingKit

/// The students' own names, out of what `cohort` wrote beside the results.
@Suite struct ClassNamesTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  private func names(_ files: [String: String], of submissions: [String]) throws -> [String: String] {
    for (name, text) in files { try book.write(text, to: "results/\(name)") }
    return try ClassNames.read(book.root + "/results", of: submissions)
  }

  @Test func `a roster names them by submission, in one column or two`() throws {
    let one = "username,name,submission\nada,Ada Byron,ada\nbob,'=Bob,bob\ncyd,Cyd,\ndan,,dan\n"
    #expect(try names(["roster.csv": one], of: ["ada"]) == ["ada": "Ada Byron", "bob": "=Bob"])
    let two = "username,first_name,last_name,submission\nada,Ada,Byron,ada-work\nbob,,Bob,bob\n"
    #expect(try names(["roster.csv": two], of: []) == ["ada-work": "Ada Byron", "bob": "Bob"])
  }

  @Test func `sheets of platforms name them as they were matched`() throws {
    let canvas = "Student,ID,SIS Login ID,Week 1 (7)\nPoints Possible,,,10\n\"Byron, Ada\",12,ada,3\n"
    #expect(try names(["canvas.csv": canvas], of: ["ada", "eve"]) == ["ada": "Byron, Ada"])
    let moodle = "Identifier,Full name,Grade\nParticipant 9,Eve Moss,1\n"
    #expect(
      try names(["moodle.csv": moodle], of: ["ada", "Eve Moss_9_assignsubmission_file"])
        == ["ada": "Byron, Ada", "Eve Moss_9_assignsubmission_file": "Eve Moss"])
  }

  @Test func `whoever has another number in a sheet has another one's name`() throws {
    let canvas = "Student,ID,SIS Login ID,Week 1 (7)\nPoints Possible,,,10\n\"Doe, Jane\",12,jane,3\n"
    #expect(try names(["canvas.csv": canvas], of: ["doejane_99_1_work"]) == [:])
    #expect(
      try names(["canvas.csv": canvas], of: ["doejane_12_1_work"]) == ["doejane_12_1_work": "Doe, Jane"])
  }

  @Test func `a name of two is told apart, and without a list there is none`() throws {
    #expect(try names([:], of: ["ada"]) == [:])
    let roster = "username,name,submission\na,Jane Doe,a\nb,Jane Doe,b\n"
    #expect(try names(["roster.csv": roster], of: []) == ["a": "Jane Doe (a)", "b": "Jane Doe (b)"])
  }

  @Test func `the report has them, and hides them when asked`() throws {
    let curriculum = try book.curriculum
    let grade = GradeReport(
      submission: "ada-1", isolation: .none, ignored: [],
      report: Report(
        Dictionary(uniqueKeysWithValues: curriculum.exercises.map { ($0, .notStarted) }),
        curriculum: curriculum,
        subject: .exercises))
    try book.write(JSON.text([grade]), to: "results/results.json")
    try book.write("username,name,submission\nada,Ada Byron,ada-1\n", to: "results/roster.csv")
    let page = book.root + "/page.html"
    for (words, isShown) in [([], true), (["--hide-names"], false)] {
      let run = GraderRun(
        ["cohort", "report", book.root + "/results", "--html", page] + words, in: book.root)
      #expect(run.status == 0, "\(run.errors)")
      let text = String(decoding: try Files.read(page), as: UTF8.self)
      #expect(text.contains("Ada Byron") == isShown && !text.contains("ada-1"))
    }
  }
}
