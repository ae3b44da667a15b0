/// What a test is, once it is judged. Anything unclear is never `passed`.
package enum TestVerdict: String, Codable, Sendable {
  case passed
  case failed
  case crashed
  case hung
  case notRun
}

/// What an exercise is, once it is judged.
package enum ExerciseVerdict: String, Codable, Sendable, CaseIterable {
  case solved
  case failing
  case crashed
  case hung
  case doesNotCompile
  case notStarted
  /// It calls another exercise that is not solved yet, where no reference can stand in.
  case waiting
  /// A stranger's code that breaks a rule: it was never compiled.
  case refused
}

/// One test's verdict with what it said.
package struct TestOutcome: Hashable, Sendable {
  package var verdict: TestVerdict
  package var issues: [TestIssue] = []

  package init(verdict: TestVerdict, issues: [TestIssue] = []) {
    self.verdict = verdict
    self.issues = issues
  }
}

/// A suite's verdicts, from one run or several.
package struct Outcome: Sendable {
  /// By the test's name.
  package var tests: [String: TestOutcome] = [:]
  /// What was wrong with the process itself though no test can be blamed: no suite with one is solved.
  package var fault: TestIssue?
  /// Whether the last run was cut short by a test that can be named.
  package var hasCulprit = false

  package mutating func merge(_ later: Outcome) {
    tests.merge(later.tests) { earlier, _ in earlier }
    fault = fault ?? later.fault
    hasCulprit = later.hasCulprit
  }

  package var verdict: ExerciseVerdict {
    let verdicts = Set(tests.values.map(\.verdict))
    if verdicts.contains(.hung) { return .hung }
    if verdicts.contains(.crashed) || (fault != nil && !verdicts.contains(.failed)) { return .crashed }
    return verdicts == [.passed] ? .solved : .failing
  }
}
