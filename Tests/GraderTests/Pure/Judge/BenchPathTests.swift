import Testing

@testable import GraderKit

@Suite struct BenchPathTests {
  @Test(
    arguments: [
      ("/b/Subjects/01-DNSMessages/01-Header.swift", "Exercises/01-DNSMessages/01-Header.swift"),
      ("/b/Suites/01-DNSMessages/01-HeaderTests.swift", "Tests/01-DNSMessages/01-HeaderTests.swift"),
      ("/w d/é/Chapters/PostRoad/Support/NotStarted.swift", "Chapters/PostRoad/Support/NotStarted.swift"),
      ("/w/Tests/Support/Common/StepTrail.swift", "Tests/Support/Common/StepTrail.swift"),
      ("/usr/lib/swift/Swift.swiftinterface", "/usr/lib/swift/Swift.swiftinterface"),
      ("Subjects", "Subjects"),
      ("", ""),
    ]) func `a path of the bench is told as the workbook's own`(path: String, own: String)
  {
    #expect(BenchPath.own(path) == own)
  }
}
