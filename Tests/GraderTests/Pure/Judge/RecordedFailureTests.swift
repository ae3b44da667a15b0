import Foundation
import Testing

@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

/// How a test failed, in the form that is recorded and compared.
@Suite struct RecordedFailureTests {
  private let test = SuiteSource.Test(name: "a", reference: nil, line: 1, assertions: 1)

  private func failures(_ verdict: TestVerdict, _ issues: [TestIssue]) -> [Recorded.Failure] {
    var judgement = Judgement(verdict: .failing)
    judgement.tests = [(test, TestOutcome(verdict: verdict, issues: issues))]
    return Recorded.failures(in: judgement)
  }

  @Test func `a check's failure is its structure, whatever the toolchain's words are`() {
    var other = TestIssue.fixture()
    other.message = "Échec enregistré"
    #expect(failures(.failed, [other]) == failures(.failed, [.fixture()]))
    #expect(failures(.failed, [.fixture()]) == [.init(test: "a", verdict: .failed, failures: [.fixture()])])
    #expect(failures(.failed, [.fixture("other")]) != failures(.failed, [.fixture()]))
  }

  @Test func `an error is what it says of itself, a crash what the grader says of it`() {
    let error = TestIssue(
      message: "Caught error: no", thrown: ThrownError(type: "M.E", description: "no"))
    #expect(failures(.failed, [error]) == [.init(test: "a", verdict: .failed, messages: ["threw no"])])
    let crash = TestIssue(message: "crashed: an index out of range")
    #expect(
      failures(.crashed, [.fixture(), crash])
        == [.init(test: "a", verdict: .crashed, failures: [.fixture()], messages: [crash.message])])
  }

  @Test func `nothing is said by a test that hung or did not run, and of many issues four are kept`() {
    #expect(failures(.hung, [.fixture()]) == [.init(test: "a", verdict: .hung)])
    #expect(failures(.notRun, []) == [.init(test: "a", verdict: .notRun)])
    let many = (1...9).map { TestIssue.fixture("\($0)") }
    #expect(failures(.failed, many).first?.failures.map(\.actual) == ["1", "2", "3", "4"])
  }

  @Test func `a test that met an unwritten function is none of them`() {
    #expect(failures(.failed, [.notStarted(in: "Exercises/a.swift")]) == [])
    #expect(failures(.failed, [.fixture(), .notStarted(in: "Exercises/a.swift")]) == [])
    let words = TestIssue(message: "not started: write it in Exercises/a.swift, line 7")
    #expect(failures(.failed, [words]).count == 1, "the words alone are no fact")
  }

  @Test func `what is recorded can be read back, and nothing empty is written`() throws {
    let all = [
      Recorded.Failure(test: "a", verdict: .failed, failures: [.fixture()]),
      Recorded.Failure(test: "b", verdict: .crashed, messages: ["crashed"]),
      Recorded.Failure(test: "c", verdict: .hung),
    ]
    let recorded = Recorded(assertions: ["a": 1], answers: [.init(mistake: "m", failures: all)])
    let text = JSON.text(recorded)
    #expect(try JSONDecoder().decode(Recorded.self, from: Data(text.utf8)) == recorded)
    #expect(text.contains("\"schema\" : \"postroad.failure/1\""))
    #expect(!text.contains("[\n\n"))
  }
}
