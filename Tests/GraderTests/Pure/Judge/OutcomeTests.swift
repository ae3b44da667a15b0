import Testing

@testable import JudgeKit

/// A suite's verdict, out of its tests', from one run or several.
@Suite struct OutcomeTests {
  private func outcome(_ verdicts: TestVerdict..., fault: TestIssue? = nil) -> Outcome {
    let tests = verdicts.enumerated().map { ("\($0.offset)", TestOutcome(verdict: $0.element)) }
    return Outcome(tests: Dictionary(uniqueKeysWithValues: tests), fault: fault)
  }

  @Test func `only a suite whose every test passed is solved`() {
    #expect(outcome(.passed, .passed).verdict == .solved)
    #expect(outcome(.passed, .notRun).verdict == .failing)
    #expect(outcome(.passed, .failed).verdict == .failing)
    #expect(outcome(.passed, .failed, .crashed).verdict == .crashed)
    #expect(outcome(.passed, .failed, .crashed, .hung).verdict == .hung)
    #expect(outcome().verdict == .failing, "no test proves nothing")
  }

  @Test func `a fault of the process keeps a suite from being solved`() {
    let fault = TestIssue(message: "status 3")
    #expect(outcome(.passed, fault: fault).verdict == .crashed)
    #expect(outcome(.passed, .failed, fault: fault).verdict == .failing, "the failures are told first")
  }

  @Test func `a later run adds what was open, and takes nothing back`() {
    var first = Outcome(tests: ["a": TestOutcome(verdict: .crashed)], hasCulprit: true)
    first.merge(
      Outcome(
        tests: ["a": TestOutcome(verdict: .passed), "b": TestOutcome(verdict: .passed)],
        fault: TestIssue(message: "late")))
    #expect(first.tests.mapValues(\.verdict) == ["a": .crashed, "b": .passed])
    #expect(first.fault?.message == "late")
    #expect(!first.hasCulprit)
  }
}
