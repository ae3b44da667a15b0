import Testing

@testable import GraderKit

@Suite struct LinksWellFormedTests {
  private let doctored: Doctored

  init() throws { doctored = try Doctored() }

  @Test(
    arguments: [
      "http://www.rfc-editor.org/rfc/rfc1035#section-4.1.1", "https://rfc-editor.org/rfc/rfc1035",
      "https://www.rfc-editor.org/rfc/rfc1035.html#section-4.1.1", "https://www.rfc-editor.org/info/rfc1035",
      "https://www.rfc-editor.org/rfc/rfc1035#page-4", "https://www.rfc-editor.org/rfc/rfc0035",
      "https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1.",
      "https://datatracker.ietf.org/doc/html/rfc1035",
      "https://tools.ietf.org/html/rfc1035#section-4.1.1",
    ]) func `a link of another form is told, with its line`(link: String) throws
  {
    for file in [Part.page, Part.solution, Part.suite] {
      let text = try doctored.book.workbook.text(file)
      try doctored.book.write("// \(link)\n" + text, to: file)
      let findings = try doctored.findings(.linksWellFormed, "1.2")
      #expect(findings == ["\(file):1: \(link): write https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1."])
      try doctored.book.write(text, to: file)
    }
  }

  @Test func `a chapter's page is looked at, too`() throws {
    try doctored.edit(Part.chapterPage, "https://www.rfc-editor.org", "https://rfc-editor.org")
    #expect(try doctored.findings(.linksWellFormed, "1").count == 1)
  }

  @Test(
    arguments: [
      "https://www.rfc-editor.org/rfc/rfc1035", "https://www.rfc-editor.org/rfc/rfc9110#section-4.2",
      "[a](https://www.rfc-editor.org/rfc/rfc9110#appendix-A.1)", "<https://www.rfc-editor.org/rfc/rfc791>",
      "https://nginx.org/en/docs", "no link: rfc-editor.org",
    ]) func `other links are left alone`(text: String) throws
  {
    try doctored.book.write(text + "\n", to: Part.page)
    #expect(try doctored.findings(.linksWellFormed, "1.2") == [])
  }
}
