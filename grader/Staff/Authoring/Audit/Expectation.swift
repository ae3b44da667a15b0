import JudgeKit

/// What an item of a batch has to come to, so that its judgement among others' items is accepted.
///
/// The items of a chapter are compiled into one module: a mistake in 1.3 changes what 1.9 says. Only a judgement that is
/// exactly what was expected is accepted; everything else says nothing, and the item is tried alone.
enum Expectation: Sendable {
  /// A solution or an alternative.
  case solved
  /// A stub: every test fails as not started, and names the file to write in.
  case notStarted(file: String)
  /// A mistake and the answer that was recorded for it; nil where there is none, and then nothing is accepted.
  case answered(Mistakes.Mistake, Recorded.Answer?)

  func isMet(by judgement: Judgement) -> Bool {
    switch self {
    case .solved: return judgement.verdict == .solved
    case .notStarted(let file):
      return !judgement.tests.isEmpty && judgement.tests.allSatisfy { $0.outcome.isNotStarted(in: file) }
    case .answered(let mistake, let answer):
      guard let answer, answer.mistake == mistake.name, !answer.failures.isEmpty else { return false }
      return Recorded.failures(in: judgement) == answer.failures
        && Trial.Attempt(item: mistake, judgement: judgement).complaint == nil
    }
  }
}

extension TestOutcome {
  /// Whether the test failed because the exercise in this file is not written yet.
  func isNotStarted(in file: String) -> Bool {
    verdict == .failed && issues.contains { $0.isNotStarted(in: file) }
  }
}
