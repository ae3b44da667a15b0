import Testing

@testable import JudgeKit
@testable import SystemKit

/// What the code under test printed, cut to its first and last lines.
@Suite struct PrintedOutputTests {
  private func text(_ range: ClosedRange<Int>) -> String { range.map { "line \($0)\n" }.joined() }
  private func lines(_ range: ClosedRange<Int>) -> [String] { range.map { "line \($0)" } }

  @Test func `nothing is nothing`() {
    #expect(PrintedOutput(end: "").isEmpty)
    #expect(PrintedOutput(end: "").lines == [])
    #expect(!PrintedOutput(end: "\n").isEmpty, "an empty line was printed")
  }

  @Test func `twelve lines are shown, of more the first and the last six`() {
    #expect(PrintedOutput(end: text(1...12)).lines == lines(1...12))
    #expect(PrintedOutput(end: text(1...13)).lines == lines(1...6) + ["… 1 more line …"] + lines(8...13))
    #expect(PrintedOutput(end: text(1...99)).lines == lines(1...6) + ["… 87 more lines …"] + lines(94...99))
  }

  @Test func `a last line without an end is a line`() {
    #expect(PrintedOutput(end: "one\ntwo").lines == ["one", "two"])
  }

  @Test func `where only start and end were kept, what is lost is counted`() {
    // 100 lines of which the first 12 and a half, and the last 15 and a half are kept.
    let printed = PrintedOutput(
      start: text(1...12) + "line", lostLines: 71, end: "84\n" + text(85...99))
    #expect(printed.lines == lines(1...6) + ["… 87 more lines …"] + lines(94...99))
  }

  @Test func `what several runs printed is cut as one`() {
    var both = PrintedOutput(end: text(1...5))
    both.append(PrintedOutput(end: text(6...9)))
    #expect(both.lines == lines(1...9))
    both.append(PrintedOutput(end: text(10...40)))
    #expect(both.lines == lines(1...6) + ["… 28 more lines …"] + lines(35...40))
    both.append(PrintedOutput(end: text(41...45)))
    #expect(both.lines == lines(1...6) + ["… 33 more lines …"] + lines(40...45))
    both.append(PrintedOutput(end: ""))
    #expect(both.lines.count == 13)
  }

  @Test func `no terminal obeys it, and a long line is cut`() {
    let printed = PrintedOutput(
      end: "\u{1B}]0;title\u{7} \u{202E}abc\n\u{1B}[1;31mred\u{1B}[0m \u{1B}[2J\n"
        + String(repeating: "x", count: 500))
    #expect(printed.lines[0] == "\u{FFFD}]0;title\u{FFFD} \u{FFFD}abc")
    #expect(printed.lines[1] == "red ")
    #expect(printed.lines[2] == String(repeating: "x", count: 240) + "…")
  }
}
