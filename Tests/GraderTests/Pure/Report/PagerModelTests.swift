import Testing

@testable import GraderKit

/// The grader's own pager, as a value that keys change.
@Suite struct PagerModelTests {
  private var model = PagerModel((1...100).map { "line \($0)" }.joined(separator: "\n"))
  private let style = Style(isColored: false)

  private mutating func press(_ keys: Key...) -> Bool {
    for key in keys where !model.press(key, height: 24) { return false }
    return true
  }

  private func rows() -> [String] { model.rows(width: 40, height: 24, style: style) }

  @Test func `a page is as high as the terminal, and counts what comes below`() {
    #expect(rows().count == 24)
    #expect(rows()[22] == "line 23")
    #expect(rows()[23] == "↓ 77 more lines: Space, PageDown, arrow…")
  }

  @Test mutating func `keys scroll by lines and pages, and stop at both ends`() {
    #expect(press(.down, .letter("j"), .enter))
    #expect(model.top == 3)
    #expect(press(.letter(" "), .pageDown))
    #expect(model.top == 49)
    #expect(press(.pageUp, .letter("k"), .up))
    #expect(model.top == 24)
    #expect(press(.letter("b"), .pageUp, .up))
    #expect(model.top == 0)
    #expect(press(.letter("G"), .pageDown, .down))
    #expect(model.top == 77)
    #expect(rows()[22] == "line 100")
    #expect(rows()[23] == "The end. Space or q quits.")
    #expect(press(.letter("g")))
    #expect(model.top == 0)
  }

  @Test(arguments: [Key.letter("q"), .escape]) mutating func `q and Escape leave it`(key: Key) {
    #expect(!press(key))
  }

  @Test mutating func `Space at the end leaves it, and other keys do not`() {
    #expect(press(.letter("G"), .letter("z"), .pageDown))
    #expect(!press(.letter(" ")))
  }

  @Test func `PAGER comes first, then less`() {
    #expect(Pager.commands(["PAGER": "most -s"]) == ["most -s", "less -R"])
    #expect(Pager.commands(["PAGER": ""]) == ["less -R"])
    #expect(Pager.commands([:]) == ["less -R"])
  }
}
