import Testing

@testable import AuthoringKit

@Suite struct ChapterPageTests {
  private let path = SampleChapter.path

  private func findings(_ old: String, _ new: String) throws -> [String] {
    try #require(SampleChapter.page.contains(old))
    return SampleChapter(page: SampleChapter.page.replacing(old, with: new)).findings(.chapterPage)
  }

  @Test func `a whole page is left alone`() {
    #expect(SampleChapter().findings(.chapterPage) == [])
  }

  @Test func `a page that is missing is reported`() {
    #expect(
      SampleChapter(page: nil).findings(.chapterPage) == ["\(path) is missing: write the chapter's page."])
  }

  @Test(arguments: ["Difficulty", "Prerequisites", "Keywords", "Exercises", "Time"])
  func `a row that the card lacks is reported`(row: String) throws {
    #expect(
      try findings("| **\(row)** |", "| **Weather** |")
        == ["\(path): the metadata card has no row *\(row)*."])
  }

  @Test(arguments: [
    "The story", "Check yourself", "Notes for the traveller", "Answers", "The story so far", "Topics",
  ])
  func `a section that is missing is one finding`(title: String) throws {
    #expect(
      try findings("## \(title)\n", "## Something else\n") == ["\(path): no section `## \(title)`."])
  }

  @Test func `a page that does not describe its subject is reported`() throws {
    #expect(
      try findings("## What a number is\n\nA number.\n\n", "")
        == ["\(path): no section of its own describes the subject."])
  }

  @Test func `a story of one line is reported`() throws {
    let found = try findings("2. All is counted.", "")
    #expect(found.count == 1)
    #expect(found.first?.contains("`## The story so far` needs a numbered list") == true)
  }

  @Test func `an exercise whose difficulty the card does not say is reported`() throws {
    #expect(
      try findings("| easy |", "| hard from 1.2 on |") == [
        "\(path): the row *Difficulty* does not say how hard 1.1 is: easy, medium or hard."
      ])
  }

  @Test(arguments: [
    ("1. Two.", "Two.", 1, 0), ("1. Two.", "1. Two.\n2. Three.", 1, 2), ("1. How many?", "- How many?", 0, 1),
  ])
  func `a question without an answer is reported`(old: String, new: String, questions: Int, answers: Int)
    throws
  {
    #expect(
      try findings(old, new) == [
        "\(path): `## Check yourself` has \(questions) numbered questions and `## Answers` has \(answers) numbered answers: each question needs one."
      ])
  }

  @Test func `an exercise that is not linked is reported, also where another section links it`() throws {
    let missing = ["\(path): `## Topics` does not link <doc:02-Sum>."]
    #expect(try findings("- <doc:02-Sum>\n", "") == missing)
    let elsewhere = SampleChapter.page.replacing("- <doc:02-Sum>\n", with: "")
      .replacing("How many?", with: "How many? See <doc:02-Sum>.")
    #expect(SampleChapter(page: elsewhere).findings(.chapterPage) == missing)
  }

  @Test func `a link below a heading within Topics counts`() throws {
    #expect(try findings("## Topics\n", "## Topics\n\n### Exercises\n") == [])
  }
}
