import JudgeKit

/// What a suite said to the mistakes in a trial, and what of it is written down.
extension Trial {
  /// How many expectations each test has.
  var assertions: [String: Int] {
    Dictionary(parts.tests.map { ($0.name, $0.assertions) }) { first, _ in first }
  }

  /// The answers to the mistakes that compiled.
  var answers: [Recorded.Answer] {
    mistakes.filter { $0.judgement.verdict != .doesNotCompile }.map {
      Recorded.Answer(mistake: $0.item.name, failures: Recorded.failures(in: $0.judgement))
    }
  }

  /// What is to be recorded; nil where the trial does not tell.
  ///
  /// A mistake that could not be tried keeps its recorded answer: only a mistake that is gone from its file loses it.
  var recording: Recorded? {
    guard solution.verdict == .solved, let all = parts.knownMistakes.value?.mistakes else { return nil }
    if case .unreadable = parts.recorded.contents { return nil }
    let new = Dictionary(answers.map { ($0.mistake, $0) }) { first, _ in first }
    let old = Dictionary(
      (parts.knownAnswers.value?.answers ?? []).map { ($0.mistake, $0) }
    ) { first, _ in first }
    return Recorded(assertions: assertions, answers: all.compactMap { new[$0.name] ?? old[$0.name] })
  }
}
