import CurriculumKit
import JudgeKit

/// Tries out exercises in batches: one item of each exercise of a chapter at once.
///
/// What came to exactly what was expected counts; everything else is tried alone, so that what is found does not depend on
/// what was tried beside it.
struct BatchedTrials {
  typealias Entry = Batches<Exercise, TrialItem>.Entry

  /// Judges the items of each round compiled together. What a round could not tell is missing from its answer.
  let together: ([[Entry]]) throws -> [[Exercise: Judgement]]
  /// Judges each item alone among references, in the order of the entries.
  let alone: ([Entry]) throws -> [Judgement]

  /// The trials of the exercises that have a solution and a suite, in their order.
  func run(_ parts: [ExerciseParts], brokenStubs: Set<Exercise> = []) throws -> [Trial] {
    let able = parts.filter { $0.solution.text != nil && !$0.tests.isEmpty }
    let known = Dictionary(able.map { ($0.exercise, $0) }) { first, _ in first }
    let solutions = try judge(
      rounds(able) { parts in parts.solution.text.map { [.solution($0)] } ?? [] }, known)
    // A suite that refuses the solution says nothing about anything else.
    let solved = able.filter { solutions[$0.exercise]?.first?.1.verdict == .solved }
    let items = try judge(
      rounds(solved) { $0.items(stubCompiles: !brokenStubs.contains($0.exercise)) }, known)
    return able.compactMap { parts in
      guard let solution = solutions[parts.exercise]?.first?.1 else { return nil }
      var trial = Trial(parts: parts, solution: solution)
      for (item, judgement) in items[parts.exercise] ?? [] { trial.add(item, judgement) }
      return trial
    }
  }

  /// Rounds of the exercises' items, chapter by chapter: only what is compiled into one module can be tried at once.
  private func rounds(_ parts: [ExerciseParts], _ items: (ExerciseParts) -> [TrialItem]) -> [[Entry]] {
    let chapters = Dictionary(grouping: parts, by: \.exercise.chapter).sorted {
      $0.key.number < $1.key.number
    }
    return chapters.flatMap { _, parts in Batches(parts.map { ($0.exercise, items($0)) }).rounds }
  }

  /// What the items of each exercise came to, in their order.
  private func judge(_ rounds: [[Entry]], _ parts: [Exercise: ExerciseParts]) throws
    -> [Exercise: [(TrialItem, Judgement)]]
  {
    // A round of one is tried alone anyway.
    let shared = rounds.filter { $0.count > 1 }
    var answers = try together(shared)[...]
    var judged = rounds.map { round -> [Judgement?] in
      guard round.count > 1, let answer = answers.popFirst() else { return round.map { _ in nil } }
      return round.map { entry in
        guard let judgement = answer[entry.owner], let parts = parts[entry.owner],
          entry.item.expectation(in: parts).isMet(by: judgement)
        else { return nil }
        return judgement
      }
    }
    var open: [(round: Int, place: Int)] = []
    for (round, found) in judged.enumerated() {
      for (place, judgement) in found.enumerated() where judgement == nil { open.append((round, place)) }
    }
    for (at, judgement) in zip(open, try alone(open.map { rounds[$0.round][$0.place] })) {
      judged[at.round][at.place] = judgement
    }
    var results: [Exercise: [(TrialItem, Judgement)]] = [:]
    for (entry, judgement) in zip(rounds.joined(), judged.joined()) {
      if let judgement { results[entry.owner, default: []].append((entry.item, judgement)) }
    }
    return results
  }
}
