import Testing

@testable import JudgeKit

@Suite struct LaidPathsTests {
  private let paths = LaidPaths(
    recipe: .fixture(), workspace: "/w d/é/.build/grader/bench", workbook: "/w d/é")

  @Test(
    arguments: [
      (
        "/w d/é/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift",
        "Exercises/01-DNSMessages/01-Header.swift"
      ),
      (
        "/w d/é/.build/grader/bench/Subjects/01-DNSMessages/02-HeaderEncoding.swift",
        "Solutions/01-DNSMessages/02-HeaderEncoding.swift"
      ),
      (
        "/w d/é/.build/grader/bench/Suites/01-DNSMessages/01-HeaderTests.swift",
        "Tests/01-DNSMessages/01-HeaderTests.swift"
      ),
      (
        "/w d/é/.build/grader/bench/PostRoad/Support/NotStarted.swift",
        "Chapters/PostRoad/Support/NotStarted.swift"
      ),
      ("/w d/é/.build/grader/bench/Support/Common/HexBytes.swift", "Tests/Support/Common/HexBytes.swift"),
      ("/w d/é/Chapters/PostRoad/Support/NotStarted.swift", "Chapters/PostRoad/Support/NotStarted.swift"),
    ]) func `a path of the workspace is reported as the workbook's own`(path: String, own: String)
  {
    #expect(paths.own(path) == own)
  }

  @Test(
    arguments: [
      "/other/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift",
      "/usr/lib/swift/Swift.swiftinterface",
      "/w d/és/Chapters/PostRoad/A.swift", "Subjects", "",
    ]) func `a path of another folder is nobody's here`(path: String)
  {
    #expect(paths.own(path) == path)
  }
}
