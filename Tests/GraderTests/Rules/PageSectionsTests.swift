import Testing

@testable import AuthoringKit

@Suite struct PageSectionsTests {
  private let path = SampleExercise.exercise.page

  private func findings(_ old: String, _ new: String) throws -> [String] {
    try #require(SampleExercise.page.contains(old))
    return SampleExercise(page: SampleExercise.page.replacing(old, with: new)).findings(.pageSections)
  }

  @Test func `a page of the fewest words is enough`() throws {
    #expect(SampleExercise().findings(.pageSections) == [])
    #expect(try findings("| a | b |\n|---|---|", "```\n12 34\n```") == [])
  }

  @Test func `a page without a title is reported`() throws {
    #expect(try findings("# Add two numbers\n", "Add\n") == ["\(path): no title. Start with `# …`."])
  }

  @Test(arguments: ["Why it matters", "Task", "What passing does not prove", "Hints"])
  func `a section that is missing is one finding`(title: String) throws {
    #expect(try findings("## \(title)\n", "## Something else\n") == ["\(path): no section `## \(title)`."])
  }

  @Test func `sections in another order are reported`() throws {
    let swapped = SampleExercise.page.replacing("## Task\n", with: "## Elsewhere\n")
      .replacing("## What passing does not prove\n", with: "## Task\n")
      .replacing("## Elsewhere\n", with: "## What passing does not prove\n")
    let found = SampleExercise(page: swapped).findings(.pageSections)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(path): the order of the sections has to be Why it matters") == true)
  }

  @Test func `a page that shows nothing before the task is reported`() throws {
    let found = try findings("| a | b |\n|---|---|", "Only words.")
    #expect(found.count == 1)
    #expect(found.first?.contains("shows the bytes or the rule in a table or a code block") == true)
  }

  @Test func `a page that lost a hint is reported, and a blank one`() throws {
    #expect(
      try findings("### Hint 2\n\nMore.\n\n", "")
        == ["\(path): 2 hints: 3 or more are needed, as `### Hint 1` under `## Hints`."])
    #expect(try findings("More.", " ") == ["\(path): hint 2 is blank."])
  }

  @Test func `a blank section is reported, and one that begins with a lower one is not blank`() throws {
    #expect(try findings("It counts.", "") == ["\(path): `## Why it matters` is blank."])
    #expect(try findings("It counts.", "### On a small machine\n\nIt counts.") == [])
  }
}
