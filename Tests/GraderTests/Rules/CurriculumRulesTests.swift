import Testing

@testable import GraderKit

/// The rules about names, numbers and the list of chapters.
@Suite struct CurriculumRulesTests {
  private let doctored: Doctored
  private let solution: String

  init() throws {
    doctored = try Doctored()
    solution = try doctored.book.workbook.text(Part.solution)
  }

  @Test func `a gap in the numbers is told`() throws {
    let next = try doctored.book.curriculum.exercises.count { $0.chapter.number == 1 } + 1
    try doctored.book.write(solution, to: "Solutions/01-DNSMessages/90-Labels.swift")
    let findings = try doctored.findings(.numbersContiguous, "1")
    #expect(
      findings == [
        "Solutions/01-DNSMessages: number \(next) should come next, but it is 90. Rename the files."
      ])
  }

  @Test func `a number that is given twice is told`() throws {
    try doctored.book.write(solution, to: "Solutions/01-DNSMessages/02-Labels.swift")
    #expect(try doctored.findings(.numbersContiguous, "1").count == 1)
  }

  @Test func `a suite's name that contains another's is told, at the one that is contained`() throws {
    try doctored.book.write(solution, to: "Solutions/01-DNSMessages/03-RecordHeader.swift")
    let findings = try doctored.findings(.namesUnique, "1.1")
    try #require(findings.count == 1)
    #expect(findings[0].contains("`swift test --filter HeaderTests` would also run RecordHeaderTests"))
    #expect(try doctored.findings(.namesUnique, "1.3") == [])
  }

  @Test func `a name that is given twice is told at both, whatever their chapters`() throws {
    try doctored.book.write(solution, to: "Solutions/05-LoadBalancing/04-Header.swift")
    #expect(try doctored.findings(.namesUnique, "1.1").count == 1)
    #expect(try doctored.findings(.namesUnique, "5.4").count == 1)
  }

  @Test func `a chapter that the manifest does not list is told`() throws {
    try doctored.book.write(solution, to: "Solutions/99-Nowhere/01-Labels.swift")
    let findings = try doctored.findings(.chapterListed, "99")
    #expect(findings == ["Package.swift does not list \"99-Nowhere\": add it to `chapters`."])
    #expect(try doctored.findings(.chapterListed, "1") == [])
  }
}
