import Foundation
import Testing

@testable import SystemKit

/// What a command line comes to: its exit status, and on which stream it says what.
@Suite struct CommandLineTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  @Test(
    arguments: [
      (["runn"], "Did you mean `run`?"), (["lst"], "Did you mean `list`?"),
      (["bicycle"], "no command `bicycle`"),
      (["run", "--jsn"], "Did you mean `--json`?"), (["--solution"], "no option `--solution`"),
      (["run", "Heeder"], "Did you mean `Header`?"), (["run", "9.9"], "no exercise or chapter `9.9`"),
      (["list", "1.1"], "does not take `1.1`"), (["progress", "1.1"], "does not take `1.1`"),
      (["help", "runn"], "Did you mean `run`?"), (["run", "--json=yes"], "no value"),
      (["run", "--timeout"], "needs a value"), (["check", "--timeout", "3"], "no option `--timeout`"),
      (["run", "\u{1B}[2J"], "\u{FFFD}[2J"), (["run", "--", "--help"], "no exercise or chapter `--help`"),
    ]) func `what cannot be understood is told on standard error, with status 2`(
      line: [String], words: String
    )
  {
    let run = GraderRun(line, in: book.root)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("grader: "))
    #expect(run.errors.contains(words))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(arguments: ["0", "-1", "30.5", "31", "abc", "", "nan", "inf", "5s", "--json"])
  func `a timeout is a number of seconds, more than 0 and at most 30`(value: String) {
    for line in [["run", "--timeout", value], ["--timeout", value], ["run", "--timeout=\(value)"]] {
      let run = GraderRun(line, in: book.root)
      #expect(run.status == 2, "\(line)")
      #expect(run.errors.contains("--timeout \(value)`: expected seconds"), "\(line)")
    }
  }

  @Test(arguments: ["0.5", "5", "30"]) func `a timeout within its bounds is taken`(value: String) {
    #expect(book.grader("run", "1.1", "--timeout", value).status == 1)
  }

  @Test func `where there is no workbook nothing is judged, with status 3`() {
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    let run = GraderRun([], in: folder)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("no workbook at"))
    #expect(run.errors.contains("Package.swift"), "what to do is told")
  }

  @Test func `the workbook is found from any of its folders`() {
    #expect(GraderRun(["list"], in: book.root + "/Exercises/01-DNSMessages").status == 0)
  }

  @Test func `a solution that cannot be cut is trouble, and no verdict`() throws {
    try book.write("let a = 1\n", to: "Solutions/01-DNSMessages/01-Header.swift")
    let run = book.grader("run", "1.1", "--json")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("Solutions/01-DNSMessages/01-Header.swift is damaged"))
  }

  @Test func `an untouched workbook is judged without a build`() throws {
    #expect(book.grader().status == 0)
    #expect(book.grader("list").status == 0)
    #expect(book.grader("run").status == 1, "not all is solved")
    let verdicts = try book.grader("list", "--json").verdicts
    #expect(verdicts == ["1.1": .notStarted, "1.2": .notStarted, "5.1": .notStarted])
    #expect(!book.workbook.exists(".build/grader/bench"))
  }

  @Test func `JSON is one object and nothing else`() throws {
    for line in [["--json"], ["progress", "--json"], ["list", "--json"], ["run", "1", "--json"]] {
      let run = GraderRun(line, in: book.root)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(object?["schema"] as? String == "postroad.report/1", "\(line)")
      #expect(run.errors == "", "\(line)")
    }
  }
}
