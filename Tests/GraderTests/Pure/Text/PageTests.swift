import Testing

@testable import CurriculumKit

@Suite struct PageTests {
  private let page = Page(
    """
    # Parse the `header`

    @Metadata { }

    What it is.

    ## On the wire

    ```
    # no heading
    ## nor this
    ```

    ### In detail

    | a | b |

    ## Task

    Write it.

    ## Hints

    ### Hint 1

    A nudge.

    ### Hint 2

    Nearly

    the answer.

    ## The story so far

    1. Nothing.
    2. Something
       that goes on.
    10. All.
    """)

  @Test func `the title is the first heading, without its backticks`() {
    #expect(page.title == "Parse the header")
    #expect(Page("text\n## A").title == nil)
  }

  @Test func `what stands before the first section is the lead`() {
    #expect(page.lead == "@Metadata { }\n\nWhat it is.")
  }

  @Test func `sections are told by their headings, and code has none`() {
    #expect(
      page.sections.map { "\($0.level) \($0.title)" } == [
        "2 On the wire", "3 In detail", "2 Task", "2 Hints", "3 Hint 1", "3 Hint 2", "2 The story so far",
      ])
    #expect(page.section("Task")?.body == "Write it.")
    #expect(page.section("On the wire")?.body.contains("## nor this") == true)
    #expect(page.section("Hint 1") == nil, "it is no section of the second level")
  }

  @Test func `hints are the sections below Hints, and end where it ends`() {
    #expect(page.hints == ["A nudge.", "Nearly\n\nthe answer."])
    #expect(Page("# A\n## Task").hints == [])
  }

  @Test func `a section holds what stands in its lower sections`() {
    #expect(page.section("On the wire")?.body.contains("| a | b |") == true)
    #expect(page.section("Hints")?.body.isEmpty == false)
  }

  @Test func `a numbered list is read line by line, and an item may go on`() {
    #expect(page.numberedList(in: "The story so far") == ["Nothing.", "Something that goes on.", "All."])
    #expect(page.numberedList(in: "Nowhere") == [])
  }

  @Test func `a page without anything has nothing`() {
    let empty = Page("")
    #expect(empty.title == nil)
    #expect(empty.lead == "")
    #expect(empty.sections.isEmpty)
  }
}
