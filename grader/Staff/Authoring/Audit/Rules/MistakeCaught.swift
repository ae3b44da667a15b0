import JudgeKit

extension Rule where Input == Trial {
  /// Every mistake compiles, its witnesses fail, and it ends the suite only where its author says so.
  static var mistakeCaught: Rule {
    Rule("mistakeCaught") { (trial: Trial) -> [String] in
      trial.mistakes.compactMap { attempt in
        attempt.complaint.map { "\(trial.parts.mistakes.path): \"\(attempt.item.name)\" \($0)" }
      }
    }
  }
}

extension Trial.Attempt<Mistakes.Mistake> {
  /// What is wrong with the mistake, its first cause alone; nil where it is caught as its author says.
  var complaint: String? {
    if judgement.verdict == .doesNotCompile { return "does not compile: \(judgement.firstError)." }
    let end: Mistakes.Mistake.End? =
      switch judgement.verdict {
      case .hung: .hung
      case .crashed: .crashed
      default: nil
      }
    if end != item.ends {
      return
        "ends \(end?.rawValue ?? "without a crash or a hang"), but `ends` says \(item.ends?.rawValue ?? "nothing")."
    }
    let verdicts = Dictionary(judgement.tests.map { ($0.source.name, $0.outcome.verdict) }) { first, _ in
      first
    }
    let silent = item.caughtBy.filter { verdicts[$0] == .passed || verdicts[$0] == .notRun }
    guard !silent.isEmpty else { return nil }
    let named = silent.map { "`\($0)` (\(verdicts[$0]?.rawValue ?? "missing"))" }.joined(separator: " and ")
    return "is not caught by \(named): sharpen the test, or name another."
  }
}

extension Trial {
  /// The mistakes that nothing is wrong with: what other rules say about the rest would follow from it.
  var soundAnswers: [Recorded.Answer] {
    let unsound = Set(mistakes.filter { $0.complaint != nil }.map(\.item.name))
    return answers.filter { !unsound.contains($0.mistake) }
  }

  /// The mistakes that were not tried, or that something is wrong with.
  var unsoundMistakes: [Mistakes.Mistake] {
    let sound = Set(soundAnswers.map(\.mistake))
    return (parts.knownMistakes.value?.mistakes ?? []).filter { !sound.contains($0.name) }
  }
}
