import Testing

@testable import JudgeKit
@testable import SystemKit

/// The structures that a suite's checks wrote down, and the issues they belong to.
@Suite struct FailureLogTests {
  private let test = "DNSMessagesTests.HeaderTests/`the id`()/01-HeaderTests.swift:9:4"

  /// A line of the log.
  private func entry(
    _ actual: String, test: String? = nil, file: String = "M/a.swift", line: Int = 12, number: Int = 1,
    schema: String = CheckFailure.schema
  ) -> String {
    let test = (test ?? self.test).replacing("\\", with: "\\\\")
    return #"""
      {"failure":{"actual":"\#(actual)","call":"c(_:)","expected":"e","input":"i","kind":"call","rule":"r",\#
      "schema":"\#(schema)"},"file":"\#(file)","line":\#(line),"number":\#(number),"test":"\#(test)"}
      """#
  }

  private func issue(
    line: Int = 12, test: String? = nil, isFailure: Bool = true, thrown: ThrownError? = nil
  ) -> StreamRecord {
    let issue = StreamRecord.Issue(
      isFailure: isFailure, message: "own words", fileID: "M/a.swift", line: line, thrown: thrown)
    return .event(.init(kind: "issueRecorded", testID: test ?? self.test, issue: issue))
  }

  /// What came, by the structure of each issue; nil where it has none.
  private func actuals(_ log: [String], _ records: [StreamRecord]) -> [String?] {
    let joined = FailureLog(Array(log.joined(separator: "\n").utf8)).joined(to: records)
    return joined.map { record -> String? in
      if case .event(let event) = record { event.issue?.failure?.actual } else { nil }
    }
  }

  @Test func `a structure goes to the issue of its test, its line and its number there`() {
    let log = [
      entry("other test", test: "x"), entry("first"), entry("other line", line: 13),
      entry("second", number: 2), entry("other file", file: "M/b.swift"),
    ]
    #expect(actuals(log, [issue(), issue(), issue(line: 13)]) == ["first", "second", "other line"])
    #expect(
      actuals(log.reversed(), [issue(), issue(test: "x"), issue()]) == ["first", "other test", "second"])
  }

  @Test func `what belongs to no issue changes nothing`() {
    let records: [StreamRecord] = [
      .test(id: test, name: "the id"), .event(.init(kind: "testStarted", testID: test)),
      .event(.init(kind: "testEnded", testID: test)),
    ]
    let log = FailureLog(Array(entry("forged").utf8))
    #expect(log.joined(to: records) == records, "no issue, no failure")
    #expect(log.joined(to: [issue(line: 7)]) == [issue(line: 7)])
  }

  @Test func `a thrown error and an issue that fails nothing are no check's`() {
    let error = ThrownError(type: ThrownError.notStarted, description: "not started")
    #expect(
      actuals([entry("first")], [issue(thrown: error), issue(isFailure: false), issue()]) == [
        nil, nil, "first",
      ])
  }

  @Test func `a damaged line costs its own issue the structure, and no other`() {
    let second = entry("second", number: 2)
    for damage in [String(entry("first").dropLast(20)), "", "no JSON", "[]", entry("first", number: 7)] {
      #expect(actuals([damage, second], [issue(), issue()]) == [nil, "second"], "\(damage)")
    }
    let torn = Array("\(second)\n".utf8) + [0xFF, 0xFE, 0x0A] + Array(entry("first").utf8.dropLast())
    let joined = FailureLog(torn).joined(to: [issue(), issue()])
    #expect(joined[0] == issue())
  }

  @Test func `two lines that claim one issue leave it its own words`() {
    #expect(actuals([entry("true"), entry("forged")], [issue()]) == [nil])
    #expect(actuals([entry("true"), entry("forged"), entry("again")], [issue()]) == [nil])
  }

  @Test func `a structure of another schema is left out`() {
    #expect(actuals([entry("new", schema: "postroad.failure/2")], [issue()]) == [nil])
  }

  @Test func `a log that is too large is not read`() {
    let room = FailureLog.mostBytes - entry("first").utf8.count
    let fitting = Array((entry("first") + String(repeating: "\n", count: room)).utf8)
    #expect(FailureLog(fitting).joined(to: [issue()]) != [issue()])
    #expect(FailureLog(fitting + [0x0A]).joined(to: [issue()]) == [issue()])
  }

  @Test func `what a terminal would obey is taken out of every part`() throws {
    let evil = entry(#"\u001b[2J"#).replacing(#""r""#, with: #""\u001b""#)
    let joined = FailureLog(Array(evil.utf8)).joined(to: [issue()])
    guard case .event(let event) = joined[0] else { return }
    let failure = try #require(event.issue?.failure)
    #expect(failure.actual == "\u{FFFD}[2J")
    #expect(failure.rule == "\u{FFFD}")
  }

  @Test func `a log that is absent, or no file, is an empty one`() {
    for path in ["/nowhere/failures.jsonl", "/", "/dev/zero"] {
      #expect(FailureLog(file: path).joined(to: [issue()]) == [issue()], "\(path)")
    }
  }
}
