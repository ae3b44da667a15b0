import SystemKit

/// How far an exercise is, counted by its tests: what is not written yet is counted apart from what is wrong.
struct TestProgress {
  private let part: Report.ExercisePart
  /// The tests that fail or were ended, what ended the suite first.
  let wrong: [Report.TestPart]
  /// The tests that failed only because a function is not written yet.
  let unwritten: [Report.TestPart]
  private let passed: Int

  init(_ part: Report.ExercisePart) {
    self.part = part
    let failed = part.tests.filter { $0.verdict != .passed && $0.verdict != .notRun }
    unwritten = failed.filter(\.isUnwritten)
    wrong =
      failed.filter { $0.verdict != .failed } + failed.filter { $0.verdict == .failed && !$0.isUnwritten }
    passed = part.tests.count { $0.verdict == .passed }
  }

  /// Whether what is written is right as far as the tests can tell, and some of it is not written.
  var isHalfDone: Bool {
    part.verdict == .failing && wrong.isEmpty && !unwritten.isEmpty
      && (passed > 0 || part.unwritten != nil)
  }

  /// The verdict in words, with its counts.
  var words: String {
    let all = part.tests.count.pluralized("test")
    switch part.verdict {
    case .notJudged where !part.tests.isEmpty:
      return part.tests.map { "test \($0.number) passes" }.joined(separator: ", ")
    case _ where part.tests.isEmpty: return part.verdict.words
    case .solved: return "\(part.verdict.words) (\(all))"
    default: break
    }
    let begun = part.tests.count - unwritten.count
    if begun == 0 { return isHalfDone ? "half done, \(all) not started" : "not started (\(all))" }
    let verdict = isHalfDone ? "half done" : part.verdict.words
    let counts = "\(passed) of \(begun.pluralized("test")) pass"
    return unwritten.isEmpty
      ? "\(verdict), \(counts)" : "\(verdict), \(counts), \(unwritten.count) not started"
  }
}

extension Report.TestPart {
  /// Whether it failed only because it met a function that is not written yet.
  var isUnwritten: Bool {
    verdict == .failed && !issues.isEmpty && issues.allSatisfy(\.isNotStarted)
  }
}
