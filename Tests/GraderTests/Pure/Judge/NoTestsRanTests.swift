import Testing

@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

/// A process that announced none of the suite's tests: nothing is judged, and its own words say why.
@Suite struct NoTestsRanTests {
  private struct Faked: Running {
    let run: SuiteRun

    func run(_ suite: LinkedSuite, skipping: [SuiteSource.Test], patience: Double, limit: Double) throws
      -> SuiteRun
    {
      run
    }
  }

  private let exercise = Exercise(chapter: .fixture(), number: 1, name: "Header")
  private let tests = [SuiteSource.Test(name: "one", reference: nil, line: 1, assertions: 1)]

  private func message(
    _ ending: ChildProcess.Ending, errors: String = "", records: [StreamRecord] = [],
    tests: [SuiteSource.Test]
  ) throws -> String {
    let suites = SuiteJudge(runner: Faked(run: SuiteRun(records: records, ending: ending, errors: errors)))
    let suite = LinkedSuite.fixture(exercise, tests: tests)
    let error = try #require(throws: GraderError.self) { try suites.judge(suite) }
    if !tests.isEmpty {
      let once = try #require(throws: GraderError.self) { try suites.judgeOnce(suite) }
      #expect("\(once)" == "\(error)")
    }
    return "\(error)"
  }

  private let file = "Tests/01-DNSMessages/01-HeaderTests.swift"

  @Test func `a sandbox that does not start is quoted, with its status`() throws {
    let words = "\nbwrap: setting up uid map: Permission denied\n\n"
    #expect(
      try message(.exited(1), errors: words, tests: tests)
        == "\(file) did not run the tests that it promises: its process ended with status 1 and wrote last: bwrap: setting up uid map: Permission denied. Nothing was judged. Where that shows no reason, its file may be damaged. It is part of the workbook: restore it with `git restore \(file)`, or copy it from a fresh download."
    )
  }

  @Test(
    arguments: [
      (.exited(0), "its process ended with status 0 and wrote no error."),
      (.signalled(9), "its process was ended by signal 9 and wrote no error."),
      (
        .stopped(.silence(seconds: 5)),
        "its process was ended, still running after 5 s without an event, and wrote no error."
      ),
    ] as [(ChildProcess.Ending, String)])
  func `the end of a silent process is reported`(ending: ChildProcess.Ending, words: String) throws {
    #expect(try message(ending, tests: tests).contains(words))
  }

  @Test func `a process that announced other tests is reported too`() throws {
    let records = [StreamRecord.test(id: "1", name: "one"), .test(id: "2", name: "another")]
    let message = try message(.exited(3), errors: "no such suite", records: records, tests: tests)
    #expect(message.contains("ended with status 3 and wrote last: no such suite."))
  }

  @Test func `a suite without tests started no process`() throws {
    let message = try message(.exited(0), tests: [])
    #expect(message.hasPrefix("\(file) did not run the tests that it promises. Its file may be damaged."))
  }

  @Test func `only the last lines are kept, cut and harmless for a terminal`() {
    let long = String(repeating: "x", count: ProcessEnd.mostCharacters)
    let end = ProcessEnd(.exited(1), errors: "first\r\nsecond\n \u{1B}[2Jthird\r\n\t\n\(long)y\n\(long)\n")
    #expect(end.lastWords == [" \u{FFFD}[2Jthird", long + "…", long])
    #expect(ProcessEnd(.exited(1), errors: " \n\n").lastWords == [])
  }
}
