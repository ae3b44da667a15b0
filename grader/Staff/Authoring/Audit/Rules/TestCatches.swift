extension Rule where Input == Trial {
  /// Every test is failed by at least one mistake: a test that nothing fails proves nothing.
  static var testCatches: Rule {
    Rule("testCatches") { (trial: Trial) -> [String] in
      guard trial.solution.verdict == .solved, trial.parts.knownMistakes.value != nil else { return [] }
      let failed = Set(trial.answers.flatMap(\.failures).filter { $0.verdict != .notRun }.map(\.test))
      // A mistake that another rule complains about may yet fail its witnesses.
      let awaited = Set(trial.unsoundMistakes.flatMap(\.caughtBy))
      return trial.parts.tests.filter { !failed.contains($0.name) && !awaited.contains($0.name) }.map {
        "\(trial.parts.suite.path):\($0.line): no mistake fails `\($0.name)`: add one to \(trial.parts.mistakes.path) that it catches."
      }
    }
  }
}
