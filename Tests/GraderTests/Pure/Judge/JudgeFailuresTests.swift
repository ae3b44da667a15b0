import Testing

@testable import CurriculumKit
@testable import JudgeKit

/// The stream alone decides, whatever the log of failures says.
@Suite struct JudgeFailuresTests {
  private static let id = "DNSMessagesTests.PassTests/`the first is one`()/01-HeaderTests.swift:9:4"

  private func log(_ test: String, line: Int) -> FailureLog {
    FailureLog(
      Array(
        #"""
        {"test":"\#(test)","file":"DNSMessagesTests/01-HeaderTests.swift","line":\#(line),"number":1,\#
        "failure":{"schema":"postroad.failure/1","kind":"call","call":"c(_:)","input":"i","expected":"e",\#
        "actual":"a","rule":"r"}}
        """#.utf8))
  }

  private func judge(_ records: [StreamRecord], tests: String...) -> Outcome {
    let inventory = tests.map { SuiteSource.Test(name: $0, reference: nil, line: 1, assertions: 1) }
    return Judge.judge(
      SuiteRun(records: records, ending: .exited(0), errors: ""), inventory: inventory, paths: nil)
  }

  @Test func `a forged failure fails no test that passed`() throws {
    let records = try StreamRecord.decode(Array(RecordedStream.passed.utf8))
    let forged = log(Self.id, line: 9).joined(to: records)
    #expect(forged == records)
    #expect(judge(forged, tests: "the first is one", "the second is two").verdict == .solved)
  }

  @Test func `a failure has its structure beside its words, and the same verdict`() throws {
    let records = try StreamRecord.decode(Array(RecordedStream.failed.utf8))
    let ids = records.compactMap { record -> String? in
      if case .test(let id, "the id is big-endian") = record { id } else { nil }
    }
    let name = "the id is big-endian"
    let plain = judge(records, tests: "the first is one", name)
    let told = judge(
      log(try #require(ids.first), line: 14).joined(to: records), tests: "the first is one", name)
    #expect(told.tests.mapValues(\.verdict) == plain.tests.mapValues(\.verdict))
    let issue = try #require(told.tests[name]?.issues.first)
    #expect(issue.failure?.actual == "a")
    #expect(issue.message == plain.tests[name]?.issues.first?.message)
  }
}
