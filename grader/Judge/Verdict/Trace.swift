/// What the stream told of one test.
package struct Trace {
  package var announced = 0
  package private(set) var issues: [TestIssue] = []
  private var starts = 0
  private var ends = 0
  private var hasFailed = false
  private var wasCutOff: String?

  /// Started, and not ended.
  package var isOpen: Bool { starts > ends }

  package mutating func note(_ event: StreamRecord.Event) {
    switch event.kind {
    case "testStarted": starts += 1
    case "testEnded": ends += 1
    case "testSkipped": wasCutOff = "was skipped"
    case "testCancelled", "testCaseCancelled": wasCutOff = "was cancelled"
    case "issueRecorded":
      guard let issue = event.issue, issue.isFailure else { return }
      hasFailed = true
      issues.append(TestIssue(issue))
    default: break
    }
  }

  /// The verdict of a test that is not open; nil where it never started.
  package var outcome: TestOutcome? {
    if hasFailed { return TestOutcome(verdict: .failed, issues: issues) }
    if let wasCutOff {
      return TestOutcome(
        verdict: .failed, issues: [TestIssue(message: "the test \(wasCutOff) before it had proved anything")])
    }
    guard starts > 0 else { return nil }
    guard starts == 1, ends == 1, announced == 1 else {
      return TestOutcome(
        verdict: .failed, issues: [TestIssue(message: "the test started or ended more than once")])
    }
    return TestOutcome(verdict: .passed)
  }
}
