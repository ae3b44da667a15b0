import Testing

@testable import GraderKit

@Suite struct ChapterPageTests {
  private let doctored: Doctored

  init() throws { doctored = try Doctored() }

  private func finding() throws -> String {
    let findings = try doctored.findings(.chapterPage, "1")
    return try #require(findings.count == 1 ? findings[0] : nil, "\(findings)")
  }

  @Test func `a page that is missing is told`() throws {
    try doctored.remove(Part.chapterPage)
    #expect(try finding() == "\(Part.chapterPage) is missing: write the chapter's page.")
  }

  @Test(arguments: ["Difficulty", "Prerequisites", "Keywords", "Exercises", "Time"])
  func `a row that the card lacks is told`(row: String) throws {
    try doctored.edit(Part.chapterPage, "| **\(row)** |", "| **Weather** |")
    #expect(try finding() == "\(Part.chapterPage): the metadata card has no row *\(row)*.")
  }

  @Test(arguments: ["The story", "Check yourself", "Notes for the traveller", "Topics"])
  func `a section that is missing is told`(title: String) throws {
    try doctored.edit(Part.chapterPage, "## \(title)\n", "## Something else\n")
    #expect(try finding() == "\(Part.chapterPage): no section `## \(title)`.")
  }

  @Test func `a page that tells nothing of its subject is told`() throws {
    let text = try doctored.book.workbook.text(Part.chapterPage)
    let story = try #require(text.firstRange(of: "## What a name is"))
    let end = try #require(text.firstRange(of: "## Check yourself"))
    try doctored.book.write(String(text[..<story.lowerBound] + text[end.lowerBound...]), to: Part.chapterPage)
    #expect(try finding() == "\(Part.chapterPage): no section of its own tells the subject.")
  }

  @Test func `a story of one line is told`() throws {
    let page = Page(try doctored.book.workbook.text(Part.chapterPage))
    for line in page.numberedList(in: "The story so far").dropFirst() {
      try doctored.edit(Part.chapterPage, line, "")
    }
    let text = try doctored.book.workbook.text(Part.chapterPage)
    try doctored.book.write(text.replacing(/\n[2-9]\. *(?=\n)/, with: ""), to: Part.chapterPage)
    #expect(try finding().contains("`## The story so far` needs a numbered list"))
  }

  @Test func `an exercise that is not linked is told`() throws {
    try doctored.edit(Part.chapterPage, "- <doc:02-HeaderEncoding>", "- the other one")
    #expect(try finding() == "\(Part.chapterPage): `## Topics` does not link <doc:02-HeaderEncoding>.")
  }
}
