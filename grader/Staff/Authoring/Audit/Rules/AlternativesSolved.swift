extension Rule where Input == Trial {
  /// Every alternative passes: a suite that refuses it asks for one way of writing, and not for what is right.
  static var alternativesSolved: Rule {
    Rule("alternativesSolved") { (trial: Trial) -> [String] in
      trial.alternatives.compactMap { attempt in
        attempt.judgement.refusal.map {
          "\(attempt.item.path) \($0). Mend the alternative, or let the suite accept it."
        }
      }
    }
  }
}
