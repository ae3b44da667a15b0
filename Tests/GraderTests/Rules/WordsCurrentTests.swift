import Testing

@testable import JudgeKit
@testable import SystemKit

/// What is recorded, compared with what the suite says now.
@Suite struct WordsCurrentTests {
  private let exercise = SampleExercise.exercise
  private let tests = SampleExercise.tests

  private func findings(_ change: (inout Recorded) -> Void) throws -> [String] {
    var recorded = SampleExercise.recorded
    change(&recorded)
    return try SampleExercise(recorded: JSON.text(recorded)).trialFindings()
  }

  private func finding(_ change: (inout Recorded) -> Void) throws -> String {
    let found = try findings(change)
    return try #require(found.count == 1 ? found[0] : nil, "\(found)")
  }

  @Test func `an expectation that went missing is reported, and a new one`() throws {
    let test = tests[0]
    #expect(
      try finding { $0.assertions[test] = 2 }
        .hasPrefix("wordsCurrent: \(exercise.suiteFile): `\(test)` had 2 expectations and has 1: put it back")
    )
    #expect(
      try finding { $0.assertions[test] = 0 }
        .hasPrefix("wordsCurrent: \(exercise.recorded): `\(test)` has a new expectation"))
  }

  @Test func `a test that went missing is one finding, and a new one is`() throws {
    #expect(
      try finding {
        $0.assertions["gone"] = 1
        for index in $0.answers.indices {
          $0.answers[index].failures.append(.init(test: "gone", verdict: .failed, failures: [.fixture()]))
        }
      }.hasPrefix("wordsCurrent: \(exercise.suiteFile): the test `gone` is gone"))
    #expect(
      try finding {
        $0.assertions[tests[0]] = nil
        $0.answers[0].failures.removeFirst()
      }.hasPrefix("wordsCurrent: \(exercise.recorded) does not know the test `\(tests[0])`"))
  }

  @Test func `other words are one finding, however many mistakes have them`() throws {
    let said = "wordsCurrent: \(exercise.recorded): the suite's answer to"
    #expect(
      try finding { $0.answers[0].failures[0].failures = [.fixture("other")] }.hasPrefix(
        "\(said) \"subtracts\" has changed"))
    #expect(try finding { $0.answers[0].failures[0].verdict = .crashed }.hasPrefix(said))
    #expect(
      try finding { for index in $0.answers.indices { $0.answers[index].failures = [] } }
        .hasPrefix("\(said) \"subtracts\", \"forgets b\", \"is off by one\" has changed"))
  }

  @Test func `a mistake that was never recorded is reported, and one that is none any more`() throws {
    #expect(
      try finding { $0.answers.removeLast() }
        .hasPrefix("wordsCurrent: \(exercise.recorded) has no answer to \"is off by one\""))
    #expect(
      try finding { $0.answers.append(.init(mistake: "old", failures: [])) }
        .hasPrefix(
          "wordsCurrent: \(exercise.recorded) has an answer to \"old\", which is no mistake any more"))
  }

  @Test func `a recorded file that cannot be read is reported`() throws {
    let found = try SampleExercise(recorded: "{").trialFindings()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("wordsCurrent: \(exercise.recorded) is damaged: ") == true)
  }
}
