import Testing

extension RealBuilds {
  /// `watch` in a real terminal, from the first screen to the last.
  @Suite(
    .serialized, .enabled(if: Tmux.program != nil, "tmux is not installed"),
    .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
  struct SessionTests {
    let book = TestWorkbook.small

    init() throws { try book.forget() }

    @Test(arguments: VerdictScreensTests.sizes)
    func `a learner fails, asks, reads, solves, goes on, resets and quits`(size: Tmux.Size) throws {
      let terminal = try Tmux(size, in: book.root)
      func shows(_ words: String..., as name: String, place: SourceLocation = #_sourceLocation) throws {
        try GoldenScreen(name: name, size: size).compare(terminal, showing: words, place: place)
      }
      try terminal.enter("grader watch 1.1; echo status $?")
      try shows("not started", "each save is judged", as: "start")

      try book.save(book.solution("1.1", with: "reads words little-endian"), as: "1.1")
      try shows("Looks like: reads words little-endian", "each save is judged", as: "fail")

      try terminal.press("h")
      try shows("hint 1 of", as: "hint")
      try terminal.press("r")
      try shows("Why it matters", as: "read")
      try terminal.press("s")
      try shows("Show the solution?", as: "ask")
      try terminal.press("z")
      try shows("Looks like", "each save is judged", as: "fail")

      try book.save(book.solution("1.1"), as: "1.1")
      try shows("1 of 3 solved", "n goes on", as: "solved")
      // Nothing moves on by itself, and other keys do nothing.
      try terminal.press("z")
      try shows("1 of 3 solved", "n goes on", as: "solved")
      try terminal.press("n")
      try shows("1.2 Encode", "not started", as: "next")

      try terminal.press("l")
      try shows("Enter goes there", as: "list")
      try terminal.press("Up", "Enter")
      try shows("1.1 Parse", "n goes on", as: "solved")
      try terminal.press("x")
      try shows("Put the stub back?", as: "ask-reset")
      try terminal.press("z")
      try shows("1.1 Parse", "n goes on", as: "solved")
      try terminal.press("x", "y")
      try shows("The stub is back", "not started", "0 of 3 solved", as: "reset")
      try terminal.press("u")
      try shows("Your own text is back", "1 of 3 solved", as: "undo")
      #expect(try book.workbook.text(book.exercise("1.1").file) == book.solution("1.1"))

      try terminal.press("q")
      // What was typed before the prompt stood is no screen of the grader's: only the end is looked at.
      try terminal.waitFor(["status 0\n$"])
      try terminal.expectGivenBack()
    }

    @Test func `the screen follows the terminal's size`() throws {
      let narrow = Tmux.Size(width: 40, height: 12)
      let sizes = VerdictScreensTests.sizes + [narrow]
      let terminal = try Tmux(sizes[1], in: book.root)
      try book.save(book.solution("1.1", with: "reads words little-endian"), as: "1.1")
      try terminal.enter("grader watch 1.1; echo status $?")
      try terminal.waitFor(["Looks like: reads words little-endian"])
      for size in sizes {
        try terminal.resize(size)
        try GoldenScreen(name: "fail", size: size).compare(terminal, showing: ["1.1 Parse", "Edit"])
      }
      for (key, words) in [("r", "Enter goes back"), ("l", "Up and down"), ("?", "the one before")] {
        try terminal.press(key)
        try terminal.waitFor([words])
        try narrow.expectFits(terminal)
      }
      try terminal.press("q")
      try terminal.waitFor(["status 0"])
    }
  }
}
