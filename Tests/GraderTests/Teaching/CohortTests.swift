import Foundation
import Testing

@testable import SystemKit

/// `cohort`: submissions that need no build, so that what is judged and what is remembered can be counted.
@Suite struct CohortTests {
  private let book: MiniWorkbook
  private let folder: String
  private let results: String

  init() throws {
    let room = try MiniClass()
    (book, folder, results) = (room.book, room.folder, room.results)
    try write("stub", "ada")
    try write("import Glibc\n", "bob")
    try write("@main struct A {}\n", "cyd")
    try Files.write(
      WrittenArchives.zip([.init(path: "../x"), .init(path: "Exercises/01-DNSMessages/01-Header.swift")]),
      to: folder + "/=dan.zip")
    try Files.link(folder + "/eve", to: folder + "/ada")
    try Files.write(Array("notes".utf8), to: folder + "/notes.txt")
  }

  private func write(_ text: String, _ name: String) throws {
    let exercise = try book.curriculum.exercises[0]
    let stub = try book.curriculum.stub(of: exercise)
    try Files.write(
      Array((text == "stub" ? stub : stub.replacing("throw NotStarted()", with: "return 1") + text).utf8),
      to: "\(folder)/\(name)/\(exercise.file)")
  }

  private func cohort(_ more: String...) -> GraderRun {
    GraderRun(["cohort", folder, "--out", results, "--isolation", "none"] + more, in: book.root)
  }

  private func result(_ name: String) throws -> String {
    String(decoding: try Files.read(results + "/" + name), as: UTF8.self)
  }

  private static let table = """
    submission,solved,total,points,max_points,refused,1.1,1.2,5.1,reasons\r
    '=dan,0,3,0,3,`../x` would be outside of its own folder.,refused,refused,refused,\r
    ada,0,3,0,3,,notStarted,notStarted,notStarted,\r
    bob,0,3,0,3,,refused,notStarted,notStarted,1.1 refused: imports\r
    cyd,0,3,0,3,,refused,notStarted,notStarted,1.1 refused: attributes\r
    eve,0,3,0,3,"it is neither a folder nor a zip, tar.gz or git bundle file.",refused,refused,refused,\r

    """

  @Test func `each submission has its line, and what is none is named`() throws {
    let run = cohort()
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try result("results.csv").replacing("\r\n", with: "\n") == Self.table.replacing("\r\n", with: "\n"))
    #expect(run.errors.contains("notes.txt is no submission."))
    #expect(run.output.contains("5 submissions judged."))
    #expect(run.output.contains("bob: 0 of 3 solved; 1.1 refused: imports\n"), "\(run.output)")
    #expect(run.output.contains("=dan: refused: `../x`"))
  }

  @Test func `what did not change is not judged again, and gives the same octets`() throws {
    #expect(cohort("--format", "junit").status == 0)
    let names = ["results.csv", "results.json", "junit.xml", "journal.jsonl", "cohort.json"]
    let before = try names.map(result)
    let again = cohort("--format", "junit")
    #expect(again.output.contains("0 submissions judged, 5 known already."))
    #expect(try names.map(result) == before)
    try write("import Foundation\n", "bob")
    #expect(cohort().output.contains("1 submission judged, 4 known already."))
  }

  @Test func `a journal that was cut short anywhere comes to the same results`() throws {
    #expect(cohort().status == 0)
    let names = ["results.csv", "results.json"]
    let before = try names.map(result)
    let journal = try Files.read(results + "/journal.jsonl")
    for length in stride(from: 0, through: journal.count, by: max(1, journal.count / 8)) {
      try Files.write(Array(journal[..<length]), to: results + "/journal.jsonl")
      for name in names { try Files.remove(results + "/" + name) }
      #expect(cohort().status == 0)
      #expect(try names.map(result) == before, "\(length)")
      #expect(cohort().output.contains("0 submissions judged"), "what was added is whole")
    }
  }

  @Test func `before anything is judged it is said how to go on, and not where nothing is left to judge`() {
    let words = "Run the same command to go on."
    #expect(cohort().errors.replacing("\n", with: " ").contains(words))
    #expect(!cohort().errors.replacing("\n", with: " ").contains(words))
  }

  @Test func `several at once come to the same results`() throws {
    #expect(cohort().status == 0)
    let before = try result("results.json")
    try Files.remove(results + "/journal.jsonl")
    #expect(cohort("--jobs", "3").status == 0)
    #expect(try result("results.json") == before)
  }

  @Test func `trouble costs nobody a point: it has no line, and the status says so`() throws {
    let path = "\(folder)/ada/Exercises/01-DNSMessages"
    let suite = try book.curriculum.exercises[0].suiteFile
    // Written work needs a bench; a course without its suite cannot judge it.
    try write("\n", "ada")
    try Files.remove(book.root + "/" + suite)
    let run = cohort("--only", "1.1")
    #expect(run.status == 3)
    #expect(run.errors.contains("ada was not judged"))
    #expect(try !result("results.csv").contains("ada"))
    #expect(try result("results.csv").contains("bob"))
    #expect(try Files.exists(path))
  }

  @Test(arguments: [
    ("1.1-1.2", ["1.1", "1.2"]), ("1.2–5.1", ["1.2", "5.1"]), ("1-5", ["1.1", "1.2", "5.1"]),
    ("5.1, 1.1-1.1", ["1.1", "5.1"]), ("1", ["1.1", "1.2"]),
  ])
  func `a range of exercises is judged, in the order of the book`(only: String, ids: [String]) throws {
    #expect(cohort("--only", only).status == 0)
    #expect(
      try result("results.csv").hasPrefix(
        "submission,solved,total,points,max_points,refused,\(ids.joined(separator: ",")),reasons\r\n"))
    #expect(cohort("--only", "5.1-1.1").status == 2)
  }

  @Test func `a command line that makes no sense is refused`() throws {
    #expect(GraderRun(["cohort", folder], in: book.root).status == 2)
    #expect(cohort("--jobs", "0").status == 2)
    #expect(
      GraderRun(["cohort", folder + "/ada", "--out", results], in: book.root).errors.contains("grader grade"))
    try Files.makeFolder(folder + "/=dan")
    #expect(cohort().errors.contains("called =dan"))
  }
}
