import Foundation
import Testing

@testable import SystemKit

extension RealBuilds {
  /// What happens to a learner's file while `watch` looks at it.
  @Suite(
    .serialized, .enabled(if: Tmux.program != nil, "tmux is not installed"),
    .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
  struct LearnersFileTests {
    private static let size = Tmux.Size(width: 80, height: 24)
    let book = TestWorkbook.small

    init() throws { try book.forget() }

    private func watch() throws -> Tmux {
      let terminal = try Tmux(Self.size, in: book.root)
      try terminal.enter("grader watch 1.1; echo status $?")
      return terminal
    }

    @Test func `a file that vanishes is told, and judged again when it comes back`() throws {
      let terminal = try watch()
      try terminal.waitFor(["not started"])
      try Files.remove(book.workbook.absolute(try book.exercise("1.1").file))
      try GoldenScreen(name: "vanished", size: Self.size).compare(
        terminal, showing: ["does not compile", "the file is missing"])
      try book.save(book.workbook.text(book.exercise("1.1").solution), as: "1.1")
      try GoldenScreen(name: "solved", size: Self.size).compare(
        terminal, showing: ["1 of 3 solved", "n goes on"])
    }

    @Test func `escape sequences of a learner's reach no terminal`() throws {
      let hostile = "\u{1B}[2J\u{1B}[31m\u{1B}]0;title\u{07}\u{1B}[?1049l"
      let escaped = #"\u{1B}[2J\u{1B}[31m\u{1B}]0;title\u{07}\u{1B}[?1049l"#
      let solution = try book.solution("1.1")
      let signature = "throws -> DNS.Header {\n"
      let terminal = try watch()
      try terminal.waitFor(["not started"])
      // Printed by a solution that is right.
      try book.save(solution.replacing(signature, with: signature + "  print(\"\(escaped)\")\n"), as: "1.1")
      try GoldenScreen(name: "escapes-printed", size: Self.size).compare(
        terminal, showing: ["1 of 3 solved", "n goes on", "Your code printed"])
      // In the reason of a crash.
      try book.save(
        solution.replacing(signature, with: signature + "  if true { fatalError(\"\(escaped)\") }\n"),
        as: "1.1")
      try GoldenScreen(name: "escapes-crash", size: Self.size).compare(
        terminal, showing: ["crashed", "each save is judged"])
      // In a line that does not compile, with a tab, which is wider than it looks.
      let tabs = String(repeating: "\t", count: 12)
      try book.save(solution + "\(tabs)let broken: Int = \"\(hostile)\"\n", as: "1.1")
      try GoldenScreen(name: "escapes-line", size: Self.size).compare(
        terminal, showing: ["does not compile", "each save is judged"])
      #expect(try terminal.value("alternate_on") == "1", "the screen is still the grader's own")
      try terminal.press("q")
      try terminal.waitFor(["status 0"])
      try terminal.expectGivenBack()
    }
  }
}
