import Testing

extension RealBuilds {
  /// What `run` and `grader` show for each verdict, on terminals of three sizes.
  @Suite(
    .serialized, .enabled(if: Tmux.program != nil, "tmux is not installed"),
    .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
  struct VerdictScreensTests {
    static let sizes = [(60, 20), (80, 24), (120, 40)].map { Tmux.Size(width: $0.0, height: $0.1) }

    let book = TestWorkbook.small

    init() throws { try book.forget() }

    /// The solution of 1.1 with a line at the start of its function.
    private func beginning(with line: String) throws -> String {
      let signature = "throws -> DNS.Header {\n"
      return try book.solution("1.1").replacing(signature, with: "\(signature)  \(line)\n")
    }

    @Test(arguments: sizes) func `each verdict has its screen`(size: Tmux.Size) throws {
      let terminal = try Tmux(size, in: book.root)
      /// What is on the screen when a command has ended: the end of what it said.
      func shows(
        _ command: String, status: Int, as name: String, place: SourceLocation = #_sourceLocation
      ) throws {
        try terminal.clear()
        try terminal.enter("clear; \(command); echo status $?")
        try GoldenScreen(name: name, size: size).compare(
          terminal, showing: ["status \(status)\n$"], place: place)
      }
      try shows("grader run 1.1", status: 1, as: "run-not-started")

      let mistake = try book.solution("1.1", with: "reads words little-endian")
      let printing = "print(\"high is\", message[2])\n  let high ="
      try book.save(mistake.replacing("let high =", with: printing), as: "1.1")
      try shows("grader run 1.1", status: 1, as: "run-failing")
      try shows("grader run 1.1 --test 3", status: 0, as: "run-single")

      let beyond = "print(\"at\", message.count); _ = message[message.count]"
      try book.save(beginning(with: beyond), as: "1.1")
      try shows("grader run 1.1", status: 1, as: "run-crashed")

      let endless = "print(\"begins\"); while true {}"
      try book.save(beginning(with: endless), as: "1.1")
      try shows("grader run 1.1 --timeout 1", status: 1, as: "run-hung")

      try book.save(book.solution("1.1"), as: "1.1")
      try shows("grader run 1.1", status: 0, as: "run-solved")

      // Two of three functions are written.
      let last = "  public mutating func pick() throws -> Int {\n"
      let solution = try book.solution("5.1")
      let start = try #require(solution.firstRange(of: last)).upperBound
      try book.save(solution[..<start] + "    throw NotStarted()\n  }\n}\n", as: "5.1")
      try shows("grader run 5.1", status: 1, as: "run-half-done")

      // Work in a later chapter alone.
      try book.forget()
      try book.save(solution, as: "5.1")
      try shows("grader run 5.1 && clear && grader", status: 0, as: "progress-later")
    }
  }
}
