import Testing

@testable import SystemKit

/// Marks of an earlier run in the folder of results.
@Suite struct OldMarksTests {
  private let book: MiniWorkbook
  private let folder: String
  private let results: String

  init() throws {
    let room = try MiniClass()
    (book, folder, results) = (room.book, room.folder, room.results)
    let exercise = try book.curriculum.exercises[0]
    for name in ["ada", "bob"] {
      try Files.write(
        Array(book.curriculum.stub(of: exercise).utf8), to: "\(folder)/\(name)/\(exercise.file)")
    }
    try book.write("Student,ID,SIS Login ID,Week 1 (551)\nA,1,ada,\n", to: "canvas.csv")
    try book.write("username\nada\nbob\n", to: "class.csv")
    try book.write("Username,Grade\nada,\n", to: "moodle.csv")
  }

  private func cohort(_ more: String...) -> GraderRun {
    GraderRun(
      ["cohort", folder, "--out", results, "--isolation", "none"] + more, in: book.root, width: 1000)
  }

  private static let words = "is of an earlier run and has old marks: do not upload it."

  private func named(_ run: GraderRun) -> [String] {
    run.errors.split(separator: "\n").filter { $0.hasSuffix(Self.words) }.compactMap {
      $0.split(separator: " is of ").first.map { String($0.dropFirst("grader: \(results)/".count)) }
    }
  }

  private var all: [String] {
    [
      "--roster", "\(book.root)/class.csv", "--canvas", "\(book.root)/canvas.csv", "--moodle",
      "\(book.root)/moodle.csv",
    ]
  }

  @Test func `what this run did not write is named, and stays`() throws {
    let run = GraderRun(
      ["cohort", folder, "--out", results, "--isolation", "none", "--format", "junit"] + all, in: book.root,
      width: 1000)
    #expect(run.status == 0 && named(run).isEmpty, "\(run.errors)")
    #expect(named(cohort("--format", "check50")) == ["canvas.csv", "junit.xml", "moodle.csv", "roster.csv"])
    #expect(
      named(cohort("--roster", "\(book.root)/class.csv")) == [
        "canvas.csv", "check50/", "junit.xml", "moodle.csv",
      ])
    for name in ["canvas.csv", "roster.csv", "check50/ada.json"] {
      #expect(try Files.exists("\(results)/\(name)"))
    }
  }

  @Test func `a submission that is gone leaves marks that are named`() throws {
    #expect(named(cohort("--format", "gradescope")).isEmpty)
    try Files.remove(folder + "/bob")
    #expect(named(cohort("--format", "gradescope")) == ["gradescope/bob.json"])
  }

  @Test func `a share beside a whole run names what is not of it`() throws {
    #expect(cohort().status == 0)
    #expect(named(cohort("--shard", "0/2")) == ["results.csv", "results.json"])
  }
}
