import Testing

@testable import AuthoringKit

/// What is written by hand and would be wrong with the next exercise.
@Suite struct CountsTests {
  private func found(in text: String) -> [String] {
    let file = CourseFile("README.md", .text(text))
    return Rule.countsInTexts.findings(CourseParts(texts: [file], freshProgress: ""), at: "course").map(
      \.message)
  }

  @Test(
    arguments: [
      ("All 44 exercises.", "44 exercises", 1), ("a\n\n0 of 44 solved", "0 of 44 solved", 3),
      ("- whole: Fifteen exercises", "Fifteen exercises", 1),
      ("the first\nseven\nexercises", "seven exercises", 2),
      ("Twenty-one exercises", "Twenty-one exercises", 1),
    ]) func `a number of exercises is reported, with its line`(text: String, words: String, line: Int)
  {
    #expect(
      found(in: text) == [
        "README.md:\(line): \"\(words)\" is out of date with the next exercise: say it without a number."
      ])
  }

  @Test(
    arguments: [
      "the first exercises", "exercise 44", "these two exercises", "0 of 3", "```\n0 of 44 solved\n```",
      "44 tests", "often exercises",
    ]) func `other words are left alone`(text: String)
  {
    #expect(found(in: text) == [])
  }

  @Test func `pages of chapters and exercises are looked at, too`() {
    #expect(SampleExercise(page: "five exercises").findings(.countsInPage).count == 1)
    #expect(SampleExercise().findings(.countsInPage) == [])
    #expect(SampleChapter(page: SampleChapter.page + "five exercises").findings(.countsInChapter).count == 1)
  }

  @Test(arguments: [
    "1.1 Header", "1.1 Header, 1.2 Total", "1.2 Sum, 1.1 Header", "1.1 Header, 1.2 Sum, 1.3 More",
  ])
  func `a card that lists other exercises is reported, with what it has to be`(list: String) {
    let page = SampleChapter.page.replacing("1.1 Header, 1.2 Sum", with: list)
    #expect(
      SampleChapter(page: page).findings(.countsInChapter) == [
        "\(SampleChapter.path):8: the row *Exercises* has to be `| **Exercises** | 1.1 Header, 1.2 Sum |`."
      ])
  }

  @Test func `a card that lists them all is left alone`() {
    #expect(SampleChapter().findings(.countsInChapter) == [])
  }
}
