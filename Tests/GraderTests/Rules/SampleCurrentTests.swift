import Testing

@testable import AuthoringKit

/// The README shows what a fresh clone prints.
@Suite struct SampleCurrentTests {
  private func found(_ sample: String) -> [String] {
    let readme = CourseFile("README.md", .text("# Post Road\n\n```\n$ swift run grader\n\(sample)\n```\n"))
    let parts = CourseParts(texts: [readme], freshProgress: "Your Progress\n\n0 of 2 solved")
    return Rule.sampleCurrent.findings(parts, at: "course").map(\.message)
  }

  @Test func `the same text is left alone`() {
    #expect(found("Your Progress\n\n0 of 2 solved") == [])
  }

  @Test func `the first line that differs is reported, with what it has to be`() {
    #expect(
      found("Your Progress\n\n0 of 1 solved") == [
        "README.md:7: `swift run grader` prints something else on a fresh clone: this line has to be `0 of 2 solved`."
      ])
    #expect(found("Your Progress\n").first?.hasPrefix("README.md:7: ") == true)
    #expect(
      found("Your Progress\n\n0 of 2 solved\nmore").first?.hasSuffix("has to be the end of the sample.")
        == true)
  }

  @Test func `a README without a sample has none to be wrong`() {
    let parts = CourseParts(texts: [CourseFile("README.md", .absent)], freshProgress: "a")
    #expect(Rule.sampleCurrent.findings(parts, at: "course") == [])
  }
}
