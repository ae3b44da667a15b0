import Testing

@testable import GraderKit

@Suite struct PageSectionsTests {
  private let doctored: Doctored

  init() throws { doctored = try Doctored() }

  private func finding() throws -> String {
    let findings = try doctored.findings(.pageSections, "1.2")
    return try #require(findings.count == 1 ? findings[0] : nil, "\(findings)")
  }

  /// A page that has all it needs, in the least words.
  private func write(
    title: String = "# Encode", why: String = "It counts.", shown: String = "| a | b |\n|---|---|",
    hints: [String] = ["A nudge.", "More.", "Nearly."]
  ) throws {
    let ladder = hints.enumerated().map { "### Hint \($0.offset + 1)\n\n\($0.element)\n" }.joined(
      separator: "\n")
    try doctored.book.write(
      """
      \(title)

      ## Why it matters

      \(why)

      ## On the wire

      \(shown)

      ## Task

      Write it.

      ## What passing does not prove

      Much.

      ## Hints

      \(ladder)
      """, to: Part.page)
  }

  @Test func `a page of the least words is enough`() throws {
    try write()
    #expect(try doctored.findings(.pageSections, "1.2") == [])
    try write(shown: "```\n12 34\n```")
    #expect(try doctored.findings(.pageSections, "1.2") == [])
  }

  @Test func `a page without a title is told`() throws {
    try write(title: "Encode")
    #expect(try finding() == "\(Part.page): no title. Start with `# …`.")
  }

  @Test(arguments: ["Why it matters", "Task", "What passing does not prove"])
  func `a section that is missing is told`(title: String) throws {
    try doctored.edit(Part.page, "## \(title)\n", "## Something else\n")
    #expect(try doctored.findings(.pageSections, "1.2").contains("\(Part.page): no section `## \(title)`."))
  }

  @Test func `sections in another order are told`() throws {
    try doctored.edit(Part.page, "## Task\n", "## Elsewhere\n")
    try doctored.edit(Part.page, "## What passing does not prove\n", "## Task\n")
    try doctored.edit(Part.page, "## Elsewhere\n", "## What passing does not prove\n")
    #expect(try finding().hasPrefix("\(Part.page): the sections stand in another order"))
  }

  @Test func `a page that shows nothing before the task is told`() throws {
    try write(shown: "Only words.")
    #expect(try finding().contains("shows the bytes or the rule in a table or a code block"))
  }

  @Test func `a page that lost a hint is told`() throws {
    try write(hints: ["A nudge.", "Nearly."])
    #expect(try finding() == "\(Part.page): 2 hints: 3 or more are wanted, as `### Hint 1` under `## Hints`.")
  }

  @Test func `a blank hint is told`() throws {
    try write(hints: ["A nudge.", " \n", "Nearly."])
    #expect(try finding() == "\(Part.page): hint 2 is blank.")
  }

  @Test func `a blank section is told`() throws {
    try write(why: "")
    #expect(try finding() == "\(Part.page): `## Why it matters` is blank.")
  }

  @Test func `a section that begins with a lower one is not blank`() throws {
    try write(why: "### On a small machine\n\nIt counts.")
    #expect(try doctored.findings(.pageSections, "1.2") == [])
  }
}
