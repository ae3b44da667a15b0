/// What building and running an exercise's parts showed.
struct Trial: Sendable {
  struct Attempt<Item: Sendable>: Sendable {
    let item: Item
    let judgement: Judgement
  }

  let parts: ExerciseParts
  let solution: Judgement
  /// Nil where the solution is not solved, or there is no stub that compiles.
  var stub: Judgement?
  /// Those whose text is in the solution; none where the solution is not solved.
  var mistakes: [Attempt<Mistakes.Mistake>] = []
  var alternatives: [Attempt<CourseFile>] = []

  /// Seconds of silence after which a mistake that is known to hang is taken for hung.
  static let patienceForHung = 2.0

  /// Tries out what there is of an exercise; nil where its solution or its suite is missing.
  static func run(_ parts: ExerciseParts, stubCompiles: Bool = true, on tryout: some Tryout) throws -> Trial?
  {
    guard let solution = parts.solution.text, !parts.tests.isEmpty else { return nil }
    let exercise = parts.exercise
    var trial = Trial(
      parts: parts, solution: try tryout.judge(exercise, text: solution, patience: nil))
    // A suite that refuses the solution says nothing about anything else.
    guard trial.solution.verdict == .solved else { return trial }
    if stubCompiles, case .success(let stub)? = parts.cut {
      trial.stub = try tryout.judge(exercise, text: stub, patience: nil)
    }
    for file in parts.alternatives {
      guard let text = file.text else { continue }
      tryout.say("\(exercise.id) \(file.path)")
      trial.alternatives.append(
        Attempt(item: file, judgement: try tryout.judge(exercise, text: text, patience: nil)))
    }
    for mistake in parts.knownMistakes.value?.mistakes ?? [] {
      guard let text = mistake.laid(in: solution) else { continue }
      let patience = mistake.ends == .hung ? patienceForHung : nil
      trial.mistakes.append(
        Attempt(item: mistake, judgement: try tryout.judge(exercise, text: text, patience: patience)))
    }
    return trial
  }
}

extension Judgement {
  /// The compiler's first error, with the line of the judged text.
  var firstError: String {
    guard let first = diagnostics.first(where: { $0.severity == .error }) else {
      return "no reason was given"
    }
    return (first.line.map { "line \($0): " } ?? "") + first.message
  }

  /// The first test that did not pass and how it ended, for a sentence.
  var firstFailure: String {
    tests.first { $0.outcome.verdict != .passed }
      .map { "`\($0.source.name)` \($0.outcome.verdict.rawValue)" } ?? "no test is to blame"
  }
}
