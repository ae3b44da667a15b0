import Testing

@testable import AuthoringKit
@testable import JudgeKit
@testable import SystemKit

/// Verdicts by how the process ended.
@Suite struct JudgeEndingsTests {
  private let three = ["the first is one", "the last byte is read", "the third never runs"]

  private func crashed(_ ending: ChildProcess.Ending) -> Outcome {
    RecordedRun.judge(
      RecordedStream.crashed, ending, errors: RecordedCrash.index, tests: three[0], three[1], three[2])
  }

  @Test func `the test that was open when the process crashed is the culprit`() {
    let outcome = crashed(.signalled(4))
    #expect(outcome.verdict == .crashed)
    #expect(outcome.hasCulprit)
    #expect(outcome.tests[three[0]]?.verdict == .passed)
    #expect(outcome.tests[three[1]]?.verdict == .crashed)
    let issue = outcome.tests[three[1]]?.issues.first
    #expect(issue?.message == "crashed: an index out of range")
    #expect(issue?.file == "Exercises/01-DNSMessages/01-Header.swift")
    #expect(issue?.line == 3)
    #expect(outcome.tests[three[2]] == nil, "what never began is left open")
    #expect(outcome.fault == nil, "the culprit is blamed, not the process")
  }

  @Test func `the test that was open when the process was ended is hung`() {
    let outcome = crashed(.stopped(.silence(seconds: 5)))
    #expect(outcome.verdict == .hung)
    #expect(outcome.tests[three[1]]?.verdict == .hung)
    #expect(outcome.tests[three[1]]?.issues.first?.message.contains("5 s without an event") == true)
    #expect(outcome.tests[three[2]] == nil)
  }

  @Test func `a test that ends the program has crashed, and keeps what had failed in it`() throws {
    let outcome = RecordedRun.judge(
      RecordedStream.exited, .exited(0), tests: "the first is one", "the program goes", "the third never runs"
    )
    #expect(outcome.verdict == .crashed)
    let culprit = try #require(outcome.tests["the program goes"])
    #expect(culprit.verdict == .crashed)
    let messages = culprit.issues.map(\.message)
    #expect(messages.count == 2)
    #expect(messages.first == "Expectation failed: (one → 1) == 2")
    #expect(messages.last?.contains("status 0") == true)
  }

  @Test func `without the end of the run nothing is solved`() {
    let stream = RecordedRun.stream(RecordedStream.passed, without: #""kind":"runEnded""#)
    let outcome = RecordedRun.judge(stream, .exited(0), tests: "the first is one", "the second is two")
    #expect(outcome.verdict == .crashed)
    #expect(outcome.fault?.message.contains("status 0") == true)
    #expect(!outcome.hasCulprit)
  }

  @Test func `a signal after the end of the run is the process's fault, with the place that was told`() {
    let output = """
      DNSMessagesTests/01-HeaderTests.swift:42: Fatal error: far away
        1 [ra] 0x00 closure #1 in x at /home/ada/post road/.build/grader/bench/Suites/01-DNSMessages/01-HeaderTests.swift:42:58
      """
    let outcome = RecordedRun.judge(
      RecordedStream.diedLate, .signalled(4), errors: output, tests: "a task goes on after the end")
    #expect(outcome.verdict == .crashed)
    #expect(outcome.tests["a task goes on after the end"]?.verdict == .passed)
    #expect(outcome.fault?.message == "after the tests had ended, crashed: far away")
    #expect(outcome.fault?.file == "Tests/01-DNSMessages/01-HeaderTests.swift")
    #expect(outcome.fault?.line == 42)
  }

  @Test func `a process that goes on after the end of the run is not solved`() {
    let outcome = RecordedRun.judge(
      RecordedStream.passed, .stopped(.silence(seconds: 5)), tests: "the first is one", "the second is two")
    #expect(outcome.verdict == .crashed)
    #expect(outcome.fault?.message.contains("still running") == true)
  }

  @Test func `a status that nothing in the stream explains is a fault`() {
    for status in [1, 3, 69] as [Int32] {
      let outcome = RecordedRun.judge(
        RecordedStream.passed, .exited(status), tests: "the first is one", "the second is two")
      #expect(outcome.verdict == .crashed)
      #expect(outcome.fault?.message.contains("status \(status)") == true)
    }
  }

  @Test func `an issue of nobody's is a fault`() {
    let outcome = RecordedRun.judge(RecordedStream.nobodys, .exited(1), tests: "an issue of nobody's")
    #expect(outcome.tests["an issue of nobody's"]?.verdict == .passed)
    #expect(outcome.verdict != .solved)
    #expect(outcome.fault?.message == "Issue recorded\nwho was it?")
  }
}
