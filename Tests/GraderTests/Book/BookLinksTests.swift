import Testing

@testable import BookKit

/// Files, code and tables of a page.
@Suite struct BookLinksTests {
  private let links = BookLinks(BuiltBook.curriculum, source: "https://source.example/main")

  @Test func `a learner's file is a link to its page`() {
    #expect(
      links.linked("in `Exercises/01-DNSMessages/01-Header.swift`.")
        == "in [`Exercises/01-DNSMessages/01-Header.swift`](doc:01-Header).")
  }

  @Test func `a file of the workbook is a link to where it can be read`() {
    #expect(
      links.linked("`Tests/Benchmark/compare.py balance`")
        == "[`Tests/Benchmark/compare.py balance`](https://source.example/main/Tests/Benchmark/compare.py)")
    #expect(links.linked("`Exercises/`") == "[`Exercises/`](https://source.example/main/Exercises)")
    let unknown = ["`Tests/nothing.py`", "`/scrolls/7`", "`../README.md`", "`W/`", "`README.md`"]
    for code in unknown { #expect(links.linked(code) == code) }
    #expect(BookLinks(BuiltBook.curriculum).linked("`Exercises/`") == "`Exercises/`")
  }

  @Test func `spaces in code are not folded`() {
    #expect(links.linked("`GET  /`") == "`GET\u{A0} /`")
    #expect(!links.linked("`a   b    c`").contains("  "))
    #expect(links.linked("` X: b`") == "`\u{A0}X: b`")
  }

  @Test func `code that goes on in the next line, and code with a backtick, are left`() {
    for text in ["`1.5\n1.6`", "``a `1.5` b``"] { #expect(links.linked(text) == text) }
  }

  @Test func `a table of many columns of words is a list of its rows`() {
    let cell = "thirty characters or a few more"
    let table = "| a | b | c | d | e |\n|---|---|---|---|---|\n| `x` | \(cell) | \(cell) | | \(cell) |"
    #expect(links.linked(table) == "- **`x`**\n  - b: \(cell)\n  - c: \(cell)\n  - e: \(cell)")
  }

  @Test func `a table of short cells stays, and so does a pipe in a cell`() {
    for table in [
      "| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |", "| a |\n|---|\n| `x \\| y` |",
    ] {
      #expect(links.linked(table) == table)
    }
  }
}
