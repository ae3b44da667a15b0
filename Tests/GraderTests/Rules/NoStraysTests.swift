import Testing

@testable import GraderKit

@Suite struct NoStraysTests {
  @Test(
    arguments: [
      "Exercises/01-DNSMessages/03-Gone.swift", "Solutions/01-DNSMessages/Helpers.swift",
      "Tests/01-DNSMessages/03-GoneTests.swift", "Tests/Mistakes/01-DNSMessages/03-Gone.json",
      "Tests/Mistakes/Recorded/01-DNSMessages/03-Gone.json",
      "Chapters/PostRoad/PostRoad.docc/01-DNSMessages/03-Gone.md",
    ]) func `a file that belongs to no exercise is named`(path: String) throws
  {
    let doctored = try Doctored()
    try doctored.book.write("left over\n", to: path)
    let findings = try doctored.findings(.noStrays, "1")
    try #require(findings.count == 1)
    #expect(findings[0].hasPrefix("\(path) belongs to no exercise: remove it"))
    #expect(try doctored.findings(.noStrays, "5") == [], "the other chapter has none")
  }
}
