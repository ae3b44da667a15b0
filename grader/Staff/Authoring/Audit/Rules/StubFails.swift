extension Rule where Input == Trial {
  /// Every test of an untouched exercise fails as not started, and names the place to write.
  static var stubFails: Rule {
    Rule("stubFails") { (trial: Trial) -> [String] in
      guard let judgement = trial.stub else { return [] }
      let parts = trial.parts
      if judgement.verdict == .doesNotCompile {
        return ["the stub of \(parts.solution.path) does not compile: \(judgement.firstError)."]
      }
      // What did not run was kept from it by a test that crashed or hung, which is reported.
      let ended = judgement.tests.contains { [.crashed, .hung].contains($0.outcome.verdict) }
      return judgement.tests.compactMap { test, outcome in
        let place = "\(parts.suite.path):\(test.line): `\(test.name)`"
        switch outcome.verdict {
        case .failed where outcome.isNotStarted(in: parts.stub.path): return nil
        case .failed:
          return
            "\(place) fails on the stub, but not as \"not started\": call the exercise before anything else."
        case .passed: return "\(place) passes on the stub: call the exercise, and let its error through."
        case .notRun where ended: return nil
        case .crashed, .hung, .notRun:
          return "\(place): \(outcome.verdict.rawValue) on the stub, where it has to fail."
        }
      }
    }
  }
}
