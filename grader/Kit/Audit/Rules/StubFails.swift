extension Rule {
  /// Every test of an untouched exercise fails as not started, and names the place to write.
  static let stubFails = Rule(
    name: "stubFails",
    exercise: { exercise, inspection in
      guard let stub = try? inspection.curriculum.stub(of: exercise) else { return [] }
      let judgement = try inspection.workshop.judge(exercise, as: stub)
      if judgement.verdict == .doesNotCompile {
        return [
          "the stub of \(exercise.solution) does not compile: \(judgement.diagnostics.first?.message ?? "no reason was told")."
        ]
      }
      let wanted = "not started: write it in \(exercise.file)"
      return judgement.tests.compactMap { test, outcome in
        let place = "\(exercise.suiteFile):\(test.line): `\(test.name)`"
        switch outcome.verdict {
        case .failed where outcome.issues.contains { $0.message.contains(wanted) }: return nil
        case .failed:
          return
            "\(place) fails on the stub, but not as \"not started\": call the exercise before anything else."
        case .passed: return "\(place) passes on the stub: call the exercise, and let its error through."
        case .crashed, .hung, .notRun:
          return "\(place): \(outcome.verdict.rawValue) on the stub, where it has to fail."
        }
      }
    })
}
