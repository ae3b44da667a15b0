extension Rule {
  /// The reference passes every test of its suite.
  static let solutionPasses = Rule(
    name: "solutionPasses",
    exercise: { exercise, inspection in
      let solution = try inspection.workbook.text(exercise.solution)
      let judgement = try inspection.workshop.judge(exercise, as: solution)
      if judgement.verdict == .solved { return [] }
      let why =
        judgement.diagnostics.first.map { "\($0.line.map { "line \($0): " } ?? "")\($0.message)" }
        ?? judgement.tests.first { $0.outcome.verdict != .passed }.map {
          "`\($0.source.name)` \($0.outcome.verdict.rawValue)"
        }
      let verdict =
        judgement.verdict == .doesNotCompile ? "does not compile" : "is \(judgement.verdict.words)"
      return [
        "\(exercise.solution) \(verdict): \(why ?? "no reason was told"). Mend the solution or the suite."
      ]
    })
}
