import JudgeKit

/// One text that is put in the place of an exercise and judged.
enum TrialItem: Sendable {
  case solution(String)
  case stub(String)
  case alternative(CourseFile, String)
  case mistake(Mistakes.Mistake, String)

  enum Kind: String, CaseIterable, Sendable {
    case solution
    case stub
    case alternative
    case mistake
  }

  var kind: Kind {
    switch self {
    case .solution: .solution
    case .stub: .stub
    case .alternative: .alternative
    case .mistake: .mistake
    }
  }

  var text: String {
    switch self {
    case .solution(let text), .stub(let text), .alternative(_, let text), .mistake(_, let text): text
    }
  }

  /// Seconds of silence after which a test is taken for hung, where they are not the usual ones.
  var patience: Double? {
    guard case .mistake(let mistake, _) = self, mistake.ends == .hung else { return nil }
    return Self.patienceForHung
  }

  /// A mistake that is known to hang is not waited for as long as others.
  private static let patienceForHung = 2.0

  /// For those who wait.
  var summary: String {
    switch self {
    case .solution: "the solution"
    case .stub: "the stub"
    case .alternative(let file, _): file.path
    case .mistake(let mistake, _): "\"\(mistake.name)\""
    }
  }

  /// Whether it crashes or hangs, as its author says.
  var endsSuite: Bool {
    if case .mistake(let mistake, _) = self { return mistake.ends != nil }
    return false
  }

  /// Whether it can be tried among others: what ends the suite of an exercise may end those of its neighbours, and what nothing
  /// is recorded for has nothing to be compared with.
  func canShare(in parts: ExerciseParts) -> Bool {
    if case .answered(_, nil) = expectation(in: parts) { return false }
    return !endsSuite
  }

  /// What it has to come to, so that it counts where it was tried among others.
  func expectation(in parts: ExerciseParts) -> Expectation {
    switch self {
    case .solution, .alternative: .solved
    case .stub: .notStarted(file: parts.stub.path)
    case .mistake(let mistake, _):
      // Also for whoever records: what equals the recorded answer is written down already.
      .answered(mistake, parts.knownAnswers.value?.answers.first { $0.mistake == mistake.name })
    }
  }
}

extension ExerciseParts {
  /// What is tried of an exercise: its solution first, and where that is solved the rest.
  func items(stubCompiles: Bool) -> [TrialItem] {
    guard let solution = solution.text else { return [] }
    var items = [TrialItem.solution(solution)]
    if stubCompiles, case .success(let stub)? = cut { items.append(.stub(stub)) }
    items += alternatives.compactMap { file in file.text.map { .alternative(file, $0) } }
    items += (knownMistakes.value?.mistakes ?? []).compactMap { mistake in
      mistake.applied(to: solution).map { .mistake(mistake, $0) }
    }
    return items
  }
}
