import Foundation
import Testing

@testable import SystemKit

extension RealBuilds {
  /// However `watch` ends, the terminal is given back and nothing runs on.
  @Suite(
    .serialized, .enabled(if: Tmux.program != nil, "tmux is not installed"),
    .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
  struct EndingsTests {
    private static let size = Tmux.Size(width: 80, height: 24)
    /// Seconds for what was ended to be gone. A build goes on for much longer.
    private static let patience = 5.0

    /// What works on the workbook beside the grader: SwiftPM, the compiler, a suite.
    private func workers(on book: TestWorkbook) throws -> [String] {
      let processes = try ChildProcess(
        ["/bin/sh", "-c", "exec ps -Aww -o pid= -o args="], with: try Toolchain()
      ).run()
      return processes.output.split(separator: "\n").map(String.init).filter {
        // The root of the folder of the test in `/private` or not: its last part names it.
        $0.contains(book.root.suffix(36)) && !$0.contains("tmux")
      }
    }

    /// A build that has come to the compiler, in a workbook where nothing was built before.
    private func beginBuild(_ book: TestWorkbook) throws -> Tmux {
      let terminal = try Tmux(Self.size, in: book.root)
      try book.save(book.solution("1.1"), as: "1.1")
      try terminal.enter("grader watch 1.1; echo status $?")
      let clock = Stopwatch()
      while try !workers(on: book).contains(where: { $0.contains("-module-name PostRoad ") }) {
        try #require(clock.seconds < Tmux.patience, "a build begins")
        usleep(20_000)
      }
      return terminal
    }

    private func expectNobodyWorks(on book: TestWorkbook) throws {
      let clock = Stopwatch()
      while try !workers(on: book).isEmpty, clock.seconds < Self.patience { usleep(50_000) }
      let left = try workers(on: book)
      #expect(left == [], "nothing of the workbook runs on")
    }

    @Test(arguments: [("C-c", "status 130"), ("C-\\", "status 131"), ("q", "status 0")])
    func `a build that is interrupted leaves nobody behind`(key: String, status: String) throws {
      let book = try TestWorkbook.smallCourse()
      let terminal = try beginBuild(book)
      try terminal.press(key)
      try terminal.waitFor([status])
      try expectNobodyWorks(on: book)
      try terminal.expectGivenBack()
      #expect(try book.workbook.text(book.exercise("1.1").file) == book.solution("1.1"))
    }

    @Test func `a terminal that is closed ends the grader and its build`() throws {
      let book = try TestWorkbook.smallCourse()
      var terminal: Tmux? = try beginBuild(book)
      _ = terminal
      terminal = nil
      try expectNobodyWorks(on: book)
    }
  }
}
