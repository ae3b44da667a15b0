import Testing

@testable import JudgeKit

@Suite struct CrashReportTests {
  private func issue(_ output: String, signal: Int32 = 4) -> TestIssue {
    CrashReport(RecordedCrash.run(output, .signalled(signal)), paths: RecordedCrash.paths).issue
  }

  @Test(
    arguments: [
      (RecordedCrash.index, "an index out of range", 3),
      (RecordedCrash.overflow, "arithmetic overflow: the result does not fit into its type", 6),
      (RecordedCrash.forcedNil, "a nil was unwrapped with `!`", 9),
      (RecordedCrash.fatalError, "the roof", 12),
      (RecordedCrash.division, "division by zero", 14),
      (RecordedCrash.negative, "a negative number was converted to an unsigned type", 15),
      (RecordedCrash.tooLarge, "a number does not fit into the type it is converted to", 16),
      (RecordedCrash.range, "a range whose end lies before its start", 17),
    ]) func `a trap is told in plain words, with the learner's own line`(
      output: String, words: String, line: Int
    )
  {
    let issue = issue(output)
    #expect(issue.message == "crashed: \(words)")
    #expect(issue.file == "Exercises/01-DNSMessages/01-Header.swift")
    #expect(issue.line == line)
  }

  @Test func `a fatal error without words is told, in the suite's line where there is no other`() {
    let issue = issue(RecordedCrash.silentFatalError)
    #expect(issue.message == "crashed: fatalError, without a reason")
    #expect(issue.file == "Tests/01-DNSMessages/01-HeaderTests.swift")
    #expect(issue.line == 54)
  }

  @Test func `a precondition is told with its words`() {
    let message = issue(RecordedCrash.precondition).message
    #expect(message.contains("no arguments"), "the runtime says: Precondition failed: no arguments")
  }

  @Test func `memory without end is told as such`() {
    let issue = issue(RecordedCrash.memory, signal: 6)
    #expect(issue.message == "crashed: asked for more than 1 GiB of memory")
    #expect(issue.file == nil)
  }

  @Test func `a stack that ran out leaves nothing but a signal`() {
    for signal in [10, 11] as [Int32] {
      let issue = issue("◇ Test a() started.\n", signal: signal)
      #expect(issue.message.contains("calls itself without end"))
      #expect(issue.line == nil)
    }
  }

  @Test func `two traps are never told alike, since mistakes are told apart by them`() {
    #expect(Set(CrashReport.known.map(\.1)).count == CrashReport.known.count)
    // `removeFirst(9)` of a few elements is another trap: its own words say more than a wrong meaning.
    let words = "Fatal error: Can't remove more items from a collection than it has\n"
    #expect(issue(words).message == "crashed: Can't remove more items from a collection than it has")
  }

  @Test func `another signal is told by its number`() {
    #expect(issue("", signal: 9).message == "crashed with signal 9")
  }

  @Test(arguments: [
    ("Index out of bounds", "a slice has no such index: it keeps those of its array"),
    ("Array index is out of range", "a range or a place beyond the end of an array"),
    (
      "Can't remove first element from an empty collection",
      "the first element was removed from an empty collection"
    ),
  ]) func `a trap of the library is told in words of its own`(words: String, name: String) {
    #expect(issue("Swift/Slice.swift:1: Fatal error: \(words)").message == "crashed: \(name)")
  }

  @Test func `a program that ended itself is told by its status`() {
    let issue = CrashReport(RecordedCrash.run("", .exited(3)), paths: nil).issue
    #expect(issue.message.contains("status 3"))
  }

  @Test(
    arguments: [
      "Fatal error: printed by the code itself", "failed to allocate all of it", "std::bad_alloc",
      "✘ Test a() recorded an issue: \"x.swift:1: Fatal error: in a value\"",
    ]) func `words that were printed before explain nothing`(words: String)
  {
    #expect(issue(words + "\n\n" + RecordedCrash.fatalError).message == "crashed: the roof")
    #expect(issue(words + "\n\n" + RecordedCrash.overflow).message.hasPrefix("crashed: arithmetic overflow"))
    let run = SuiteRun(
      records: [], ending: .signalled(11), errors: "◇ Test a() started.\n", printed: PrintedOutput(end: words)
    )
    #expect(CrashReport(run, paths: nil).issue.message.contains("calls itself without end"))
  }

  @Test func `what a terminal would obey is made visible`() {
    #expect(issue("a.swift:1: Fatal error: \u{1B}[2Jgone").message == "crashed: \u{FFFD}[2Jgone")
  }
}
