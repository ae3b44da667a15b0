import Testing

@testable import CurriculumKit
@testable import JudgeKit

/// Streams that are not as they should be never make a pass.
@Suite struct JudgeDamageTests {
  private let first = "the first is one"
  private let second = "the second is two"

  private func judge(_ stream: String) -> Outcome {
    RecordedRun.judge(stream, .exited(0), tests: first, second)
  }

  @Test func `a run that did not end on a full disk is nobody's crash`() throws {
    func run(_ stream: String) throws -> SuiteRun {
      SuiteRun(records: try StreamRecord.decode(Array(stream.utf8)), ending: .signalled(6), errors: "")
    }
    let cut = try run(RecordedRun.stream(RecordedStream.passed, without: "runEnded"))
    #expect(cut.mayHaveLackedRoom(freeBytes: 0))
    #expect(cut.mayHaveLackedRoom(freeBytes: SuiteRun.roomForEvents - 1))
    #expect(!cut.mayHaveLackedRoom(freeBytes: SuiteRun.roomForEvents))
    #expect(!cut.mayHaveLackedRoom(freeBytes: nil))
    #expect(try !run(RecordedStream.passed).mayHaveLackedRoom(freeBytes: 0))
  }

  @Test func `a test of the inventory that the stream does not know has no verdict`() {
    let outcome = RecordedRun.judge(RecordedStream.passed, .exited(0), tests: first, second, "a third")
    #expect(outcome.tests["a third"] == nil)
    #expect(outcome.tests[first]?.verdict == .passed)
  }

  @Test func `a test that was announced and never began has no verdict`() {
    let outcome = judge(RecordedRun.stream(RecordedStream.passed, without: #"Test \"the second is two\""#))
    #expect(outcome.tests[second] == nil)
  }

  @Test func `a test that only ended has no verdict`() {
    let outcome = judge(
      RecordedRun.stream(RecordedStream.passed, without: #""Test \"the second is two\" started."#))
    #expect(outcome.tests[second]?.verdict != .passed)
  }

  @Test func `events of a test that was never announced are nobody's pass`() {
    let outcome = judge(RecordedRun.stream(RecordedStream.passed, without: #""displayName":"the second"#))
    #expect(outcome.tests[second] == nil)
    #expect(outcome.tests[first]?.verdict == .passed)
  }

  @Test(
    arguments: [
      #""displayName":"the second"#, #"Test \"the second is two\" started"#,
      #"Test \"the second is two\" passed"#,
      #"Test \"the second is two\""#,
    ])
  func `a doubled record is no pass`(words: String) {
    let outcome = judge(RecordedRun.stream(RecordedStream.passed, doubling: words))
    #expect(outcome.tests[second]?.verdict != .passed)
    #expect(outcome.verdict != .solved)
    #expect(outcome.tests[first]?.verdict == .passed)
  }

  @Test func `every stream that is cut short is unsolved, wherever the cut is`() throws {
    let bytes = Array(RecordedStream.passed.utf8)
    let inventory = [first, second].map {
      SuiteSource.Test(name: $0, reference: nil, line: 1, assertions: 1)
    }
    let solved = try (0..<bytes.count).filter { length in
      let records = try StreamRecord.decode(Array(bytes[..<length]))
      let run = SuiteRun(records: records, ending: .exited(0), errors: "")
      return Judge.judge(run, inventory: inventory, paths: nil).verdict == .solved
    }
    #expect(solved == [], "only the whole stream holds the end of the run")
  }

  @Test func `kinds that are not known are left alone`() {
    let unknown = """
      {"kind":"weather","payload":{"kind":"rain"},"version":"6.9"}
      {"kind":"event","payload":{"kind":"testPondered","testID":"x","messages":[]},"version":"6.3.0"}
      {"kind":"event","payload":{"kind":"valueAttached","attachment":{"path":"x"}},"version":0}
      not a record at all

      """
    let outcome = judge(unknown + RecordedStream.passed)
    #expect(outcome.verdict == .solved)
  }

  @Test func `a stream without anything decides nothing`() {
    let outcome = judge("")
    #expect(outcome.tests.isEmpty)
    #expect(outcome.verdict != .solved)
  }
}
