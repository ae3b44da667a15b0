extension Rule where Input == Trial {
  /// The report on a mistake names that mistake and no other: what the suite says to it tells it apart.
  static var mistakeNamed: Rule {
    Rule("mistakeNamed") { (trial: Trial) -> [String] in
      guard let mistakes = trial.parts.knownMistakes.value?.mistakes else { return [] }
      let file = trial.parts.mistakes.path
      let sound = trial.soundAnswers
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
