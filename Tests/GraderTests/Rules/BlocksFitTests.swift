import Testing

@testable import AuthoringKit

@Suite struct BlocksFitTests {
  private let path = SampleExercise.exercise.page

  /// The page with a block of this line, and what the rule says of it.
  private func findings(_ line: String, fence: String = "```") -> [String] {
    let block = "\(fence)\n\(line)\n```\n"
    let page = SampleExercise.page.replacing("| a | b |", with: "\(block)\n| a | b |")
    return SampleExercise(page: page).findings(.blocksFit)
  }

  @Test(arguments: ["```", "```swift"]) func `a block of 72 columns fits, and one of 73 is named`(
    fence: String
  ) {
    #expect(findings(String(repeating: "─", count: 72), fence: fence) == [])
    #expect(
      findings(String(repeating: "─", count: 73), fence: fence) == [
        "\(path):10: the block is 73 columns wide here, and 72 fit. Fold the line, or write its note above it."
      ])
  }

  @Test func `prose and tables may be wide: they are set anew for each window`() {
    let wide = String(repeating: "word ", count: 30)
    let page = SampleExercise.page.replacing("It counts.", with: wide).replacing("| a |", with: "| \(wide) |")
    #expect(SampleExercise(page: page).findings(.blocksFit) == [])
  }

  @Test func `a chapter's page is looked at as well`() {
    let page = SampleChapter.page.replacing(
      "A number.", with: "```\n\(String(repeating: "x", count: 80))\n```")
    let found = SampleChapter(page: page).findings(.chapterBlocksFit)
    #expect(found.count == 1)
    #expect(found.first?.contains("the block is 80 columns wide here") == true)
    #expect(SampleChapter().findings(.chapterBlocksFit) == [])
  }
}
