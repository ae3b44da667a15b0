import JudgeKit

extension Rule where Input == Trial {
  /// The report on a mistake names that mistake and no other: what the suite says to it tells it apart.
  static var mistakeNamed: Rule {
    Rule("mistakeNamed") { (trial: Trial) -> [String] in
      guard let mistakes = trial.parts.knownMistakes.value?.mistakes else { return [] }
      let file = trial.parts.mistakes.path
      // Without a witness of its own, or with a name that another has, none can be named: other rules say so.
      let tests = Set(trial.parts.tests.map(\.name))
      let nameable = mistakes.filter { mistake in
        mistake.caughtBy.contains(where: tests.contains)
          && mistakes.count { $0.name == mistake.name } == 1
      }
      let sound = trial.soundAnswers.filter { answer in nameable.contains { $0.name == answer.mistake } }
      let recorded = Recorded(assertions: trial.assertions, answers: sound)
      var merged: Set<[Recorded.Failure]> = []
      return sound.compactMap { answer -> String? in
        let named = MistakeFinder.find(answer.failures, mistakes: mistakes, recorded: recorded)?.name
        if named == answer.mistake { return nil }
        let same = sound.filter { $0.failures == answer.failures }.map { "\"\($0.mistake)\"" }
        if same.count > 1 {
          // Said once for all of them.
          guard merged.insert(answer.failures).inserted else { return nil }
          return
            "\(file): the suite says the same to \(same.joined(separator: " and ")). Merge them, or add a test that tells them apart."
        }
        return
          "\(file): the report on \"\(answer.mistake)\" names \(named.map { "\"\($0)\"" } ?? "nobody"), because another mistake's witnesses fail with the same words. Choose witnesses that only this mistake fails in this way."
      }
    }
  }
}
