import Testing

@testable import AuthoringKit

/// Verdicts of runs that came to their end.
@Suite struct JudgeTests {
  @Test func `a suite whose tests all pass is solved`() {
    let outcome = RecordedRun.judge(
      RecordedStream.passed, .exited(0), tests: "the first is one", "the second is two")
    #expect(outcome.verdict == .solved)
    let verdicts = outcome.tests.mapValues(\.verdict)
    #expect(verdicts == ["the first is one": .passed, "the second is two": .passed])
    #expect(outcome.fault == nil)
    #expect(!outcome.hasCulprit)
  }

  @Test func `a failure is told with its words and its place`() throws {
    let outcome = RecordedRun.judge(
      RecordedStream.failed, .exited(1), tests: "the first is one", "the id is big-endian")
    #expect(outcome.verdict == .failing)
    #expect(outcome.tests["the first is one"]?.verdict == .passed)
    let failed = try #require(outcome.tests["the id is big-endian"])
    #expect(failed.verdict == .failed)
    let issue = try #require(failed.issues.first)
    #expect(issue.message == "Expectation failed: (id → 13330) == (0x1234 → 4660)\n0x12 0x34 is 0x1234")
    #expect(issue.file == "DNSMessagesTests/01-HeaderTests.swift")
    #expect(issue.line == 14)
    #expect(outcome.fault == nil, "a status of 1 agrees with a failure")
  }

  @Test func `a status that hides a failure changes nothing`() {
    let outcome = RecordedRun.judge(
      RecordedStream.failed, .exited(0), tests: "the first is one", "the id is big-endian")
    #expect(outcome.verdict == .failing)
    #expect(outcome.fault == nil)
  }

  @Test func `each case that fails is an issue of the one test`() throws {
    let name = "an index that is not there is an error"
    let outcome = RecordedRun.judge(RecordedStream.parameterized, .exited(1), tests: name, "plain")
    let test = try #require(outcome.tests[name])
    #expect(test.verdict == .failed)
    let messages = test.issues.map(\.message)
    #expect(
      messages == [
        "Expectation failed: (index → -1) == 2\nindex -1", "Expectation failed: (index → 7) == 2\nindex 7",
      ])
    #expect(
      outcome.tests["plain"]?.verdict == .passed, "a test without a sentence goes by its function's name")
  }

  @Test func `a known issue and a warning fail nothing`() {
    let outcome = RecordedRun.judge(
      RecordedStream.known, .exited(0), tests: "a known issue is none", "a warning is none")
    #expect(outcome.verdict == .solved)
  }

  @Test func `a cancelled test is no pass, though the process says that all went well`() {
    let outcome = RecordedRun.judge(
      RecordedStream.cancelled, .exited(0), tests: "a task that cancels itself", "the next one")
    #expect(outcome.verdict == .failing)
    #expect(outcome.tests["a task that cancels itself"]?.verdict == .failed)
    #expect(outcome.tests["a task that cancels itself"]?.issues.first?.message.contains("cancelled") == true)
    #expect(outcome.tests["the next one"]?.verdict == .passed)
  }

  @Test func `a test with cancelled cases is no pass`() {
    let name = "a case that cancels itself"
    let outcome = RecordedRun.judge(RecordedStream.caseCancelled, .exited(0), tests: name)
    #expect(outcome.tests[name]?.verdict == .failed)
  }

  @Test func `a skipped test is no pass`() {
    let outcome = RecordedRun.judge(
      RecordedStream.skipped, .exited(0), tests: "a test that is disabled", "the next one")
    #expect(outcome.verdict == .failing)
    #expect(outcome.tests["a test that is disabled"]?.issues.first?.message.contains("skipped") == true)
    #expect(outcome.tests["the next one"]?.verdict == .passed)
  }
}
