import JudgeKit

extension Rule where Input == Trial {
  /// The reference passes every test of its suite.
  static var solutionPasses: Rule {
    Rule("solutionPasses") { (trial: Trial) -> [String] in
      trial.solution.refusal.map {
        ["\(trial.parts.solution.path) \($0). Mend the solution or the suite."]
      } ?? []
    }
  }
}

extension Judgement {
  /// Why something that has to be solved is not, for a sentence that begins with its file; nil where it is solved.
  var refusal: String? {
    switch verdict {
    case .solved: nil
    case .doesNotCompile: "does not compile: \(firstError)"
    default:
      "is \(verdict.words): \(diagnostics.contains { $0.severity == .error } ? firstError : firstFailure)"
    }
  }
}
