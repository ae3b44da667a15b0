import CurriculumKit

/// Recognises a recorded mistake by what the suite found: the same witnesses with the same failures.
package enum MistakeFinder {
  /// The mistake that all witnesses speak for and that explains at least a third of the failures. Of several the one that
  /// explains most of them, then the one that would have caused the fewest others; on a tie none. Where nothing fits, nothing
  /// is claimed. Tests that were cut short, because they met a function that is not written yet, speak neither for a mistake nor
  /// against one.
  package static func find(
    _ failures: [Recorded.Failure], cutShort: Set<String> = [], mistakes: [Mistakes.Mistake],
    recorded: Recorded
  ) -> Mistakes.Mistake? {
    let seen = Set(failures)
    guard !seen.isEmpty else { return nil }
    let answers = Dictionary(
      recorded.answers.map { answer in
        (answer.mistake, answer.failures.filter { !cutShort.contains($0.test) })
      }
    ) { first, _ in first }
    let fitting = mistakes.compactMap {
      mistake -> (mistake: Mistakes.Mistake, explained: Int, surplus: Int)? in
      guard let answer = answers[mistake.name] else { return nil }
      let witnessed = answer.filter { mistake.caughtBy.contains($0.test) }
      guard !witnessed.isEmpty, witnessed.allSatisfy(seen.contains) else { return nil }
      let explained = answer.count(where: seen.contains)
      // Few among many may speak by accident: of two mistakes at once, that is who names a third.
      guard explained * 3 >= seen.count else { return nil }
      return (mistake, explained, answer.count - explained)
    }
    let ranked = fitting.sorted { ($1.explained, $0.surplus) < ($0.explained, $1.surplus) }
    guard let best = ranked.first else { return nil }
    if ranked.count > 1, ranked[1].explained == best.explained, ranked[1].surplus == best.surplus {
      return nil
    }
    return best.mistake
  }

  /// The same for a judgement of an exercise of the workbook. What an author left unfinished names no mistake.
  package static func diagnose(_ judgement: Judgement, of exercise: Exercise, in workbook: Workbook)
    -> Diagnosis?
  {
    guard [.failing, .crashed, .hung].contains(judgement.verdict),
      let mistakes = try? Mistakes.read(exercise, workbook).mistakes,
      let recorded = try? Recorded.read(exercise, workbook),
      let found = find(
        Recorded.failures(in: judgement),
        cutShort: Set(judgement.tests.filter(\.outcome.isCutShort).map(\.source.name)), mistakes: mistakes,
        recorded: recorded)
    else { return nil }
    return Diagnosis(mistake: found.name, hint: found.hint)
  }
}
