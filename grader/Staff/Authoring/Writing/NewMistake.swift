import JudgeKit

/// A wrong answer that its author wants to keep: what the suite said to it, and which of the failing tests are its witnesses.
struct NewMistake {
  let parts: ExerciseParts
  let change: SolutionChange
  let solution: Judgement
  let judgement: Judgement

  /// The tests that may be named: those that did not pass, and were not kept from running by another.
  var candidates: [String] {
    judgement.tests.filter { ![.passed, .notRun].contains($0.outcome.verdict) }.map(\.source.name)
  }

  private var end: Mistakes.Mistake.End? {
    switch judgement.verdict {
    case .hung: .hung
    case .crashed: .crashed
    default: nil
    }
  }

  func mistake(_ name: String, caughtBy witnesses: [String], hint: String) -> Mistakes.Mistake {
    Mistakes.Mistake(
      name: name, find: change.find, replace: change.replace, caughtBy: witnesses, hint: hint, ends: end)
  }

  /// The text of the mistakes' file and what is recorded, with a mistake more; nil where the file cannot be added to.
  func files(with mistake: Mistakes.Mistake) -> (text: String, recorded: Recorded)? {
    guard let text = MistakesText.adding(mistake, to: parts.mistakes.text ?? MistakesText.file([])),
      let all = MistakesText.parse(text)?.mistakes
    else { return nil }
    let trial = Trial(
      parts: parts, solution: solution, mistakes: [Trial.Attempt(item: mistake, judgement: judgement)])
    let answers = (parts.knownAnswers.value?.answers ?? []) + trial.answers
    return (
      text,
      Recorded(
        assertions: trial.assertions,
        answers: all.compactMap { kept in answers.last { $0.mistake == kept.name } })
    )
  }

  /// Mistakes that the report would no longer name rightly, or the new one; empty where all is well.
  func misnamed(with mistake: Mistakes.Mistake) -> [String] {
    guard let files = files(with: mistake), let all = MistakesText.parse(files.text)?.mistakes else {
      return []
    }
    func names(_ mistakes: [Mistakes.Mistake], _ recorded: Recorded) -> [String: String?] {
      let found = recorded.answers.map { answer in
        (
          answer.mistake, MistakeFinder.find(answer.failures, mistakes: mistakes, recorded: recorded)?.name
        )
      }
      return Dictionary(found) { first, _ in first }
    }
    let after = names(all, files.recorded)
    let before = names(
      all.filter { $0.name != mistake.name },
      Recorded(
        assertions: files.recorded.assertions,
        answers: files.recorded.answers.filter { $0.mistake != mistake.name }))
    return all.map(\.name).filter { name in
      guard let named = after[name] else { return false }
      return named != name && (name == mistake.name || before[name] == .some(name))
    }
  }

  /// The mistake that the suite says exactly the same to, so that no witness tells them apart.
  func twin(of mistake: Mistakes.Mistake) -> String? {
    guard let answers = files(with: mistake)?.recorded.answers,
      let own = answers.first(where: { $0.mistake == mistake.name })
    else { return nil }
    return answers.first { $0.mistake != mistake.name && $0.failures == own.failures }?.mistake
  }

  /// The fewest witnesses by which a report names this mistake and still every other: of as many those that the fewest other
  /// mistakes fail. Nil where there are none.
  func witnesses() -> [String]? {
    let others = parts.knownAnswers.value?.answers ?? []
    let ranked = candidates.enumerated().map { number, test in
      (test, number, others.count { $0.failures.contains { $0.test == test } })
    }.sorted { ($0.2, $0.1) < ($1.2, $1.1) }.prefix(Self.mostTried).map(\.0)
    return Self.choices(of: ranked).first { choice in
      misnamed(with: mistake(Self.unnamed, caughtBy: choice, hint: "")).isEmpty
    }
  }

  /// Stands for the name while witnesses are looked for.
  private static let unnamed = "\u{0}"
  /// Every three of twelve are 220: more would be waited for.
  private static let mostTried = 12

  /// Each one, each two, each three of them.
  private static func choices(of tests: [String]) -> [[String]] {
    let indices = tests.indices
    let pairs = indices.flatMap { one in indices.filter { $0 > one }.map { [one, $0] } }
    let triples = pairs.flatMap { pair in indices.filter { $0 > pair[1] }.map { pair + [$0] } }
    return (indices.map { [$0] } + pairs + triples).map { $0.map { tests[$0] } }
  }
}
