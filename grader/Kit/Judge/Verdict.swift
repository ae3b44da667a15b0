/// What a test is, once it is judged. Anything unclear is never `passed`.
enum TestVerdict: String, Codable, Sendable {
  case passed
  case failed
  case crashed
  case hung
  case notRun
}

/// What an exercise is, once it is judged.
enum ExerciseVerdict: String, Codable, Sendable, CaseIterable {
  case solved
  case failing
  case crashed
  case hung
  case doesNotCompile
  case notStarted
}

/// What went wrong, and where.
struct TestIssue: Codable, Hashable, Sendable {
  var message: String
  /// From the top of the workbook.
  var file: String?
  var line: Int?
}

/// One test's verdict with what it said.
struct TestOutcome: Hashable, Sendable {
  var verdict: TestVerdict
  var issues: [TestIssue] = []
}

/// A suite's verdicts, from one run or several.
struct Outcome: Sendable {
  /// By the test's name.
  var tests: [String: TestOutcome] = [:]
  /// What was wrong with the process itself though no test can be blamed: no suite with one is solved.
  var fault: TestIssue?
  /// Whether the last run was cut short by a test that can be named.
  var hasCulprit = false

  mutating func merge(_ later: Outcome) {
    tests.merge(later.tests) { earlier, _ in earlier }
    fault = fault ?? later.fault
    hasCulprit = later.hasCulprit
  }

  var verdict: ExerciseVerdict {
    let verdicts = Set(tests.values.map(\.verdict))
    if verdicts.contains(.hung) { return .hung }
    if verdicts.contains(.crashed) || (fault != nil && !verdicts.contains(.failed)) { return .crashed }
    return verdicts == [.passed] ? .solved : .failing
  }
}
