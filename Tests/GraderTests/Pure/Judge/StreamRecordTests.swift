import Testing

@testable import JudgeKit
@testable import SystemKit

@Suite struct StreamRecordTests {
  private func decode(_ line: String) -> [StreamRecord] { (try? StreamRecord.decode(Array(line.utf8))) ?? [] }

  @Test func `a sentence is a test's name, without its backticks`() throws {
    let records = try StreamRecord.decode(Array(RecordedStream.passed.utf8))
    let id = "DNSMessagesTests.PassTests/`the first is one`()/01-HeaderTests.swift:9:4"
    #expect(records.first == .test(id: id, name: "the first is one"), "the suite's own record is left out")
  }

  @Test func `the sentence is found where only the function's name is told`() {
    let name = #"`a pointer (to itself) is refused`(index:)"#
    let line = #"{"kind":"test","payload":{"id":"x","kind":"function","name":"\#(name)"},"version":0}"#
    #expect(decode(line) == [.test(id: "x", name: "a pointer (to itself) is refused")])
  }

  @Test func `a function's name has no parentheses`() {
    for name in ["boom()", "boom(index:)"] {
      let line = #"{"kind":"test","payload":{"id":"x","kind":"function","name":"\#(name)"},"version":0}"#
      #expect(decode(line) == [.test(id: "x", name: "boom")])
    }
  }

  @Test func `an issue of a stream before 6.3 fails unless it is known`() {
    for (isKnown, isFailure) in [("true", false), ("false", true)] {
      let line = #"""
        {"kind":"event","payload":{"kind":"issueRecorded","testID":"x","issue":{"isKnown":\#(isKnown)},\#
        "messages":[{"symbol":"fail","text":"one"},{"symbol":"details","text":"two"}]},"version":0}
        """#
      let issue = StreamRecord.Issue(isFailure: isFailure, message: "one\ntwo", fileID: nil, line: nil)
      #expect(decode(line) == [.event(.init(kind: "issueRecorded", testID: "x", issue: issue))])
    }
  }

  @Test func `an error that was thrown is known by its type, whatever the words are`() throws {
    let line = #"""
      {"kind":"event","payload":{"kind":"issueRecorded","testID":"x","issue":{"isKnown":false,\#
      "_error":{"code":1,"description":"not started: \u001b","domain":"PostRoad.NotStarted"}},\#
      "messages":[{"symbol":"fail","text":"Erreur"}]},"version":0}
      """#
    guard case .event(let event)? = decode(line).first else { return #expect(Bool(false), "an event") }
    let thrown = ThrownError(type: "PostRoad.NotStarted", description: "not started: \u{FFFD}")
    #expect(event.issue?.thrown == thrown)
    #expect(TestIssue(try #require(event.issue)).isNotStarted)
    let other = StreamRecord.Issue(
      isFailure: true, message: "not started: write it in a",
      thrown: ThrownError(type: "M.NotStarted", description: ""))
    #expect(!TestIssue(other).isNotStarted)
  }

  @Test(arguments: ["0", #""6.2""#, #""6.3.0""#, #""6.17.4""#]) func `a version that is known is read`(
    version: String
  ) {
    #expect(decode(#"{"kind":"event","payload":{"kind":"runEnded"},"version":\#(version)}"#).count == 1)
  }

  @Test(arguments: ["1", "99", #""7.0.0""#, #""9.0""#, #""6""#, #""new""#])
  func `a version that is not known is refused, whatever the line holds`(version: String) {
    for payload in [#"{"kind":"runEnded"}"#, #"{"sort":"other"}"#, "[]"] {
      let line = #"{"kind":"event","payload":\#(payload),"version":\#(version)}"#
      #expect(throws: GraderError.self) { try StreamRecord.decode(Array(line.utf8)) }
    }
  }

  @Test func `a record that is cut in half is none`() {
    let line = #"{"kind":"event","payload":{"kind":"runEnded"},"version":0}"#
    #expect(decode(line + "\n" + line.dropLast(9)).count == 1)
  }
}
