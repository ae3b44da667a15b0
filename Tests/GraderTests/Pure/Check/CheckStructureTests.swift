import Foundation
import Testing

@testable import JudgeKit
@testable import TestSupport

/// What the suites' checks write down is what the grader reads: `postroad.failure/1`.
@Suite struct CheckStructureTests {
  private let full = TestSupport.CheckFailure(
    kind: .steps, call: "pick()", input: "a new subject", expected: "\"a\"", actual: "\"b\"",
    difference: "at character 0", rule: "turns", steps: ["1. mark(1, up: false)"])
  private let small = TestSupport.CheckFailure(
    call: "id(_:)", input: "12", expected: "1", actual: "2", rule: "r")

  @Test func `a structure has the fields of its schema, and none where there is nothing to say`() throws {
    func keys(_ failure: TestSupport.CheckFailure) throws -> [String] {
      let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(failure)) as? [String: Any]
      #expect(json?["schema"] as? String == "postroad.failure/1")
      return (json ?? [:]).keys.sorted()
    }
    let always = ["actual", "call", "expected", "input", "kind", "rule", "schema"]
    #expect(try keys(small) == always)
    #expect(try keys(full) == (always + ["difference", "steps"]).sorted())
  }

  @Test func `the grader reads every field`() throws {
    for failure in [small, full] {
      let read = try JSONDecoder().decode(JudgeKit.CheckFailure.self, from: JSONEncoder().encode(failure))
      #expect(
        try JSONDecoder().decode(TestSupport.CheckFailure.self, from: JSONEncoder().encode(read)) == failure)
    }
    let read = try JSONDecoder().decode(JudgeKit.CheckFailure.self, from: JSONEncoder().encode(full))
    #expect(read.kind == .steps)
    #expect(read.steps == full.steps)
    #expect(read.difference == full.difference)
  }

  @Test func `a log that is written is the log that is read`() throws {
    let folder = NSTemporaryDirectory() + "failures-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = TestSupport.FailureLog(path: folder + "/failures.jsonl")
    for (number, failure) in [(1, small), (2, full)] {
      log.append(
        .init(
          test: "M.T/`a \"b\"`()/a.swift:1:2", file: "M/a.swift", line: 9, number: number, failure: failure))
    }
    let issue = StreamRecord.Issue(isFailure: true, message: "own", fileID: "M/a.swift", line: 9)
    let record = StreamRecord.event(
      .init(kind: "issueRecorded", testID: "M.T/`a \"b\"`()/a.swift:1:2", issue: issue))
    let joined = JudgeKit.FailureLog(file: log.path).joined(to: [record, record])
    let calls = joined.map { record -> String? in
      if case .event(let event) = record { event.issue?.failure?.call } else { nil }
    }
    #expect(calls == ["id(_:)", "pick()"])
  }

  @Test func `a log that cannot be written is missing, and nothing else happens`() {
    TestSupport.FailureLog(path: "/nowhere/failures.jsonl").append(
      .init(test: "t", file: "f", line: 1, number: 1, failure: small))
  }

  @Test func `both sides name the same variable`() {
    #expect(TestSupport.FailureLog.variable == JudgeKit.FailureLog.variable)
    #expect(TestSupport.CheckFailure.schema == JudgeKit.CheckFailure.schema)
  }
}
