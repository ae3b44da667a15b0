import Testing

@testable import BookKit
@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

@Suite struct PageViewTests {
  private func set(_ markdown: String, width: Int = 40, without skipped: Set<String> = []) -> String {
    PageView(style: Style(isColored: false), width: width).render(markdown, without: skipped)
  }

  @Test func `the title is underlined, other headings stand alone`() {
    #expect(
      set("# Parse the `header`\n\n## Task\n\nDo it.") == """
        Parse the header
        ────────────────

        Task

        Do it.
        """)
  }

  @Test func `a paragraph is joined, and broken at the width`() {
    #expect(set("one two\nthree four\n\nfive", width: 12) == "one two\nthree four\n\nfive")
    #expect(set("one two\nthree four", width: 40) == "one two three four")
  }

  @Test func `an item goes on below its own text`() {
    #expect(
      set("- one two three\n  four five\n- six\n\n10. ten eleven\n    twelve", width: 14) == """
        • one two
          three four
          five
        • six

        10. ten eleven
            twelve
        """)
  }

  @Test func `an item below another is set in`() {
    #expect(set("- one\n  - two\n    three\n- four") == "• one\n  • two three\n• four")
  }

  @Test func `a paragraph that begins with a number is no item`() {
    #expect(set("10 riders\n  wait.") == "10 riders wait.")
  }

  @Test func `code is left as it is, whatever is in it`() {
    let code = "# no heading\n- no item\n\n\n| no | table |\n  **x** `y` [a](b)"
    #expect(
      set("```swift\n\(code)\n```") == """
        \("  ")# no heading
          - no item


          | no | table |
            **x** `y` [a](b)
        """)
  }

  @Test func `a table's columns are as wide as their widest cell`() {
    #expect(
      set("| bits | what it is |\n|---|:--|\n| 1 | QR |\n| 2 to 5 | `opcode` |") == """
        bits    what it is
        ──────  ──────────
        1       QR
        2 to 5  opcode
        """)
  }

  @Test func `a wide table breaks its last column`() {
    #expect(
      set("| name | what it is |\n|---|---|\n| QR | one two three four five six |", width: 26) == """
        name  what it is
        ────  ────────────────────
        QR    one two three four
              five six
        """)
  }

  @Test func `a table that does not fit becomes a block for each row`() {
    let markdown =
      "| second | event | b is |\n|---|---|---|\n| 100 | drain within 30 s, or later | draining |\n| 101 | | gone |"
    #expect(
      set(markdown, width: 30) == """
        second: 100
          event: drain within 30 s, or
            later
          b is: draining

        second: 101
          b is: gone
        """)
  }

  @Test func `a heading that is empty is left out of the blocks`() {
    let markdown =
      "| | layer four | layer seven |\n|---|---|---|\n| reads | addresses and ports | the request |"
    #expect(
      set(markdown, width: 30) == """
        reads
          layer four: addresses and
            ports
          layer seven: the request
        """)
  }

  @Test func `a table without a head has no rule`() {
    #expect(set("| | |\n|---|---|\n| Time | an hour |") == "Time  an hour")
  }

  @Test func `the head of a table is bold where there are colours`() {
    let text = PageView(style: Style(isColored: true), width: 40).render("| a | b |\n|---|---|\n| c | d |")
    #expect(text.hasPrefix("\u{1B}[1ma  b\u{1B}[0m\n"))
  }

  @Test func `links tell their address but for the RFCs, which their names tell`() {
    let rfc = "https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1"
    #expect(set("See [RFC 1035 §4.1.1](\(rfc)).") == "See RFC 1035 §4.1.1.")
    #expect(set("See [dig](https://a.example).") == "See dig (https://a.example).")
    #expect(set("![the header](header.png)") == "[picture: the header]")
    #expect(set("<doc:01-Header>") == "01-Header")
  }

  @Test func `brackets in code are no link, and stars no emphasis`() {
    #expect(set("`[UInt8](repeating: 0, count: 2)`") == "[UInt8](repeating: 0, count: 2)")
    #expect(set("`a ** b` and `c ** d`") == "a ** b and c ** d")
    #expect(set("[`Foo`](https://a.example)") == "Foo (https://a.example)")
  }

  @Test func `emphasis loses its stars, sums keep them`() {
    #expect(set("*Before* it is **big-endian** (*really*)") == "Before it is big-endian (really)")
    #expect(set("2 * 3 * 4") == "2 * 3 * 4")
  }

  @Test func `sections are left out with all that is below them`() {
    let page =
      "# A\n\n## Task\n\nDo it.\n\n## Hints\n\n### Hint 1\n\n```\n## no heading\n```\n\n## After\n\nIt."
    #expect(set(page, without: ["Hints"]) == "A\n─\n\nTask\n\nDo it.\n\nAfter\n\nIt.")
  }

  @Test func `DocC's own lines and escape sequences are not shown`() {
    #expect(set("@Metadata { }\n\nOne \u{1B}[2Jtwo") == "One \u{FFFD}[2Jtwo")
  }

  @Test func `a line of code that is too wide goes on below, farther in`() {
    #expect(
      set("```\n  12   04 72 6f        the question: 4 r\n```", width: 32)
        == "    12   04 72 6f        the\n        question: 4 r")
  }

  @Test func `code of 72 columns stays whole at 72 columns, set in where there is room`() {
    let line = String(repeating: "ab cd ", count: 12)
    let code = "```\n\(line)\nx\n```"
    #expect(set(code, width: 74) == "  \(line)\n  x")
    #expect(set(code, width: 72) == "\(line)\nx")
    #expect(set(code, width: 40).lines.allSatisfy { $0.count <= 40 })
  }

  @Test func `code is folded between tokens`() {
    #expect(
      set("```\n  parseHeader(message).count==anotherName\n```", width: 30)
        == "    parseHeader(message)\n        .count==anotherName")
  }

  @Test(arguments: [20, 40, 60, 80, 120]) func `the book's own pages fit, but for long words`(width: Int)
    throws
  {
    let workbook = Workbook(root: String(TestWorkbook.origin.dropLast()))
    let curriculum = try Curriculum(workbook)
    for page in curriculum.chapters.map(\.page) + curriculum.exercises.map(\.page) {
      let lines = set(try workbook.text(page), width: width).split(separator: "\n").map(String.init)
      let wide = lines.filter { $0.count > width && $0.drop { " •".contains($0) }.contains(" ") }
      #expect(wide == [], "\(page)")
    }
  }
}
