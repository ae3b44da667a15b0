import Testing

@testable import AuthoringKit
@testable import JudgeKit

/// `grader mistake`, as far as nothing is built for it.
@Suite struct MistakeCommandTests {
  private let book: MiniWorkbook
  private let scratch = ".build/grader/mistakes/01-DNSMessages/01-Header.swift"
  private let solution = "Solutions/01-DNSMessages/01-Header.swift"

  init() throws {
    book = try MiniWorkbook()
    try book.write("@Suite struct HeaderTests {\n}\n", to: "Tests/01-DNSMessages/01-HeaderTests.swift")
  }

  /// Its output, without its line breaks.
  private func words(_ run: GraderRun) -> String {
    run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the first call makes a copy to edit, and the second wants it changed`() throws {
    let first = book.grader("mistake", "1.1")
    #expect(first.status == 0)
    #expect(words(first).contains("wrote \(scratch), a copy of the solution"))
    #expect(words(first).contains("swift run grader mistake 1.1"))
    #expect(try book.workbook.text(scratch) == book.workbook.text(solution))
    let second = book.grader("mistake", "1.1")
    #expect(second.status == 1)
    #expect(words(second).contains("is the solution, but for comments and white space"))
    try book.write(try book.workbook.text(scratch).replacing("Say what", with: "Tell what"), to: scratch)
    #expect(words(book.grader("mistake", "1.1")).contains("is the solution, but for comments"))
  }

  @Test func `a copy nobody changed follows the solution, and one that was edited is kept`() throws {
    _ = book.grader("mistake", "1.1")
    let new = try book.workbook.text(solution).replacing("return 1", with: "return 2")
    try book.write(new, to: solution)
    #expect(book.grader("mistake", "1.1").status == 0)
    #expect(try book.workbook.text(scratch) == new)
    try book.write("edited", to: scratch)
    try book.write(new.replacing("return 2", with: "return 3"), to: solution)
    let run = book.grader("mistake", "1.1")
    #expect(run.status == 1)
    #expect(words(run).contains("the solution has changed since \(scratch) was copied from it"))
    #expect(try book.workbook.text(scratch) == "edited")
  }

  @Test func `what is a mistake already is named`() throws {
    let known = Mistakes.Mistake(
      name: "says two", find: ["  return 1"], replace: ["  return 2"], caughtBy: [], hint: "One?")
    try book.write(MistakesText.file([known]), to: "Tests/Mistakes/01-DNSMessages/01-Header.json")
    let edited = try book.workbook.text(solution).replacing("return 1", with: "return  2  // two")
    try book.write(edited, to: "wrong.swift")
    let run = book.grader("mistake", "1.1", "--from", book.root + "/wrong.swift")
    #expect(run.status == 1)
    #expect(words(run).contains("it is a mistake already: \"says two\""))
  }

  @Test func `a file that is missing, an exercise that is, and odd numbers are refused`() {
    #expect(book.grader("mistake", "1.1", "--from", book.root + "/nowhere.swift").status == 3)
    #expect(book.grader("mistake").status == 2)
    for numbers in ["", "x", "1,", "1,2,3,4"] {
      #expect(book.grader("mistake", "1.1", "--witnesses", numbers).status == 2)
    }
  }
}
