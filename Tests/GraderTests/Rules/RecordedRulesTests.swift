import Testing

@testable import GraderKit

/// The rules that compare what the suite said to the mistakes, told what it said: nothing is built.
@Suite struct RecordedRulesTests {
  private let doctored: Doctored
  private let said = Recorded(
    assertions: ["a": 2, "b": 1],
    answers: [
      Recorded.Answer(
        mistake: "first", failures: [.init(test: "a", verdict: .failed, messages: ["no"])]),
      Recorded.Answer(mistake: "second", failures: [.init(test: "b", verdict: .crashed, messages: [])]),
    ])

  init() throws {
    doctored = try Doctored()
    try doctored.book.write(JSON.text(said) + "\n", to: Part.recorded)
  }

  private func finding(_ change: (inout Recorded) -> Void) throws -> String {
    var now = said
    change(&now)
    let findings = try doctored.findings(.wordsCurrent, "1.2", said: now)
    return try #require(findings.count == 1 ? findings[0] : nil, "\(findings)")
  }

  @Test func `what is as it was recorded is left alone`() throws {
    #expect(try doctored.findings(.wordsCurrent, "1.2", said: said) == [])
  }

  @Test func `an expectation that went missing is told, and a new one`() throws {
    #expect(
      try finding { $0.assertions["a"] = 1 }
        .hasPrefix("\(Part.suite): `a` had 2 expectations and has 1: put it back"))
    #expect(try finding { $0.assertions["a"] = 3 }.hasPrefix("\(Part.recorded): `a` has a new expectation"))
  }

  @Test func `a test that went missing is told, and a new one`() throws {
    #expect(try finding { $0.assertions["b"] = nil }.hasPrefix("\(Part.suite): the test `b` is gone"))
    #expect(try finding { $0.assertions["c"] = 1 }.hasPrefix("\(Part.recorded) does not know the test `c`"))
  }

  @Test func `other words to a mistake are told`() throws {
    let changed = "\(Part.recorded): what the suite says to \"first\" has changed"
    #expect(try finding { $0.answers[0].failures[0].messages = ["yes"] }.hasPrefix(changed))
    #expect(try finding { $0.answers[0].failures[0].verdict = .crashed }.hasPrefix(changed))
    #expect(try finding { $0.answers[0].failures = [] }.hasPrefix(changed))
  }

  @Test func `a mistake that is recorded no more, and one that was never recorded, are told`() throws {
    #expect(
      try finding { $0.answers.removeLast() }
        .hasPrefix("\(Part.recorded): \"second\" is recorded and no longer a mistake"))
    let new = Recorded.Answer(mistake: "third", failures: [])
    #expect(try finding { $0.answers.append(new) }.contains("\"third\""))
  }

  @Test func `a recorded file that cannot be read is told`() throws {
    try doctored.book.write("{", to: Part.recorded)
    #expect(try finding { _ in }.hasPrefix("\(Part.recorded) is damaged: "))
  }

  @Test func `recording writes down what was said, and finds nothing`() throws {
    var now = said
    now.answers.removeLast()
    #expect(try doctored.findings(.wordsCurrent, "1.2", said: now, isRecording: true) == [])
    #expect(try Recorded.read(doctored.book.exercise("1.2"), doctored.book.workbook) == now)
    #expect(try doctored.findings(.wordsCurrent, "1.2", said: now) == [])
  }

  @Test func `a test that no mistake fails is told, with its line`() throws {
    let tests = SuiteSource(try doctored.book.workbook.text(Part.suite)).tests
    let failures = tests.map { Recorded.Failure(test: $0.name, verdict: .failed, messages: []) }
    let all = Recorded(assertions: [:], answers: [.init(mistake: "all", failures: failures)])
    #expect(try doctored.findings(.testCatches, "1.2", said: all) == [])

    var some = all
    some.answers[0].failures.removeLast()
    // A test that did not run caught nothing.
    some.answers[0].failures[0].verdict = .notRun
    let findings = try doctored.findings(.testCatches, "1.2", said: some)
    #expect(
      findings
        == [tests[0], tests[tests.count - 1]].map {
          "\(Part.suite):\($0.line): no mistake fails `\($0.name)`: add one to \(Part.mistakes) that it catches."
        })
  }
}
