import JudgeKit

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

  /// Keeps what an item came to.
  mutating func add(_ item: TrialItem, _ judgement: Judgement) {
    switch item {
    case .solution: break
    case .stub: stub = judgement
    case .alternative(let file, _): alternatives.append(Attempt(item: file, judgement: judgement))
    case .mistake(let mistake, _): mistakes.append(Attempt(item: mistake, judgement: judgement))
    }
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
