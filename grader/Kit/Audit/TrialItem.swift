import JudgeKit

/// One text that is put in the place of an exercise and judged.
enum TrialItem: Sendable {
  case solution(String)
  case stub(String)
  case alternative(CourseFile, String)
  case mistake(Mistakes.Mistake, String)

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

  /// What it has to come to, so that it counts where it was tried among others.
  func expectation(in parts: ExerciseParts) -> Expectation {
    switch self {
    case .solution, .alternative: .solved
    case .stub: .notStarted(file: parts.stub.path)
    case .mistake(let mistake, _):
      // Whoever records wants the answer as it is now.
      .answered(
        mistake,
        parts.scope.isRecording
          ? nil : parts.knownAnswers.value?.answers.first { $0.mistake == mistake.name })
    }
  }
}

extension ExerciseParts {
  /// What is tried of an exercise whose solution is solved.
  func items(stubCompiles: Bool) -> [TrialItem] {
    guard let solution = solution.text else { return [] }
    var items: [TrialItem] = []
    if stubCompiles, case .success(let stub)? = cut { items.append(.stub(stub)) }
    items += alternatives.compactMap { file in file.text.map { .alternative(file, $0) } }
    items += (knownMistakes.value?.mistakes ?? []).compactMap { mistake in
      mistake.laid(in: solution).map { .mistake(mistake, $0) }
    }
    return items
  }
}
