extension Rule {
  /// Seconds of silence after which a mistake that is known to hang is taken for hung.
  private static let patienceForHung = 2.0

  /// Every mistake compiles, its witnesses fail, and it ends the suite only where its author says so.
  static let mistakeCaught = Rule(
    name: "mistakeCaught",
    exercise: { exercise, inspection in
      let solution = try inspection.workbook.text(exercise.solution)
      var messages: [String] = []
      var answers: [Recorded.Answer] = []
      for mistake in try Mistakes.read(exercise, inspection.workbook).mistakes {
        func find(_ message: String) {
          messages.append("\(exercise.mistakes): \"\(mistake.name)\" \(message)")
        }
        guard let text = mistake.laid(in: solution) else { continue }
        let patience = mistake.ends == .hung ? patienceForHung : nil
        let judgement = try inspection.workshop.judge(exercise, as: text, patience: patience)
        if judgement.verdict == .doesNotCompile {
          find("does not compile: \(judgement.diagnostics.first?.message ?? "no reason was told").")
          continue
        }
        let verdicts = Dictionary(judgement.tests.map { ($0.source.name, $0.outcome.verdict) }) { first, _ in
          first
        }
        for witness in mistake.caughtBy where verdicts[witness] == .passed || verdicts[witness] == .notRun {
          find(
            "is not caught by `\(witness)` (\(verdicts[witness]?.rawValue ?? "missing")): sharpen the test, or name another."
          )
        }
        let end: Mistakes.Mistake.End? =
          switch judgement.verdict {
          case .hung: .hung
          case .crashed: .crashed
          default: nil
          }
        if end != mistake.ends {
          find(
            "ends \(end?.rawValue ?? "without a crash or a hang"), but `ends` says \(mistake.ends?.rawValue ?? "nothing")."
          )
        }
        answers.append(Recorded.Answer(mistake: mistake.name, failures: Recorded.failures(in: judgement)))
      }
      let counts = try inspection.suite(of: exercise).tests.map { ($0.name, $0.assertions) }
      inspection.said[exercise] = Recorded(
        assertions: Dictionary(counts) { first, _ in first }, answers: answers)
      return messages
    })
}
