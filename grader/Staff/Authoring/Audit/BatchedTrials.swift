import CurriculumKit
import JudgeKit

/// Tries out the exercises of a chapter in rounds: one item of each at once.
///
/// What came to exactly what was expected counts; everything else is tried alone, so that what is found does not depend on
/// what was tried beside it.
struct BatchedTrials {
  /// An item of an exercise, with its place among all of the chapter.
  struct Entry: Sendable {
    let number: Int
    let parts: ExerciseParts
    let item: TrialItem

    var exercise: Exercise { parts.exercise }
  }

  let benches: any Benches
  /// Whether several are tried at once at all.
  var sharesRounds = true

  /// The trials of the exercises that have a solution and a suite, in their order.
  func run(_ parts: [ExerciseParts], brokenStubs: Set<Exercise> = []) throws -> [Trial] {
    let able = parts.filter { $0.solution.text != nil && !$0.tests.isEmpty }
    let items = able.flatMap { parts in
      parts.items(stubCompiles: !brokenStubs.contains(parts.exercise)).map { (parts, $0) }
    }
    let entries = items.enumerated().map { Entry(number: $0, parts: $1.0, item: $1.1) }
    var judged = [Judgement?](repeating: nil, count: entries.count)
    // The same in each program, so that they are compiled once.
    let suites = able.map(\.exercise)
    if sharesRounds { try together(entries, linking: suites, &judged) }
    let solutions = entries.filter { $0.item.kind == .solution }
    try alone(solutions, linking: suites, &judged)
    // A suite that refuses the solution says nothing about anything else.
    let refused = Set(solutions.filter { judged[$0.number]?.verdict != .solved }.map(\.exercise))
    let others = entries.filter { $0.item.kind != .solution && !refused.contains($0.exercise) }
    try alone(others, linking: suites, &judged)
    return solutions.compactMap { solution in
      guard let judgement = judged[solution.number] else { return nil }
      var trial = Trial(parts: solution.parts, solution: judgement)
      for entry in others where entry.exercise == solution.exercise {
        if let judgement = judged[entry.number] { trial.add(entry.item, judgement) }
      }
      return trial
    }
  }

  /// The part of a pass that has to be accepted, so that another one is worth its time: in a round an item costs about a third of
  /// what it costs alone.
  private static let worthwhileShare = 1.0 / 3

  /// Judges what can share a round; what is not as expected there stays open.
  ///
  /// An exercise is disturbed by mistakes in those that it calls. In the next pass those are accepted and gone, unless they were
  /// disturbed themselves: each pass goes one step up the chain of calls.
  private func together(_ entries: [Entry], linking suites: [Exercise], _ judged: inout [Judgement?]) throws {
    let able = entries.filter { $0.item.canShare(in: $0.parts) }
    while true {
      let rounds = Self.rounds(able.filter { judged[$0.number] == nil })
      guard !rounds.isEmpty else { return }
      let found = try pass(rounds, linking: suites)
      let accepted = found.filter { $0.judgement != nil }
      for (number, judgement) in accepted { judged[number] = judgement }
      guard Double(accepted.count) >= Double(found.count) * Self.worthwhileShare else { return }
    }
  }

  private static func rounds(_ entries: [Entry]) -> [[Entry]] {
    // Items of one kind: no right answer is accepted thanks to a mistake beside it.
    TrialItem.Kind.allCases.flatMap { kind in
      let lists = Dictionary(grouping: entries.filter { $0.item.kind == kind }, by: \.exercise)
      // A round of one is tried alone.
      return Batches(lists.sorted { $0.key.number < $1.key.number }.map(\.value)).rounds.filter {
        $0.count > 1
      }
    }
  }

  private typealias Found = (number: Int, judgement: Judgement?)

  /// Judges each round, and returns what was tried, with its judgement where that is as expected.
  private func pass(_ rounds: [[Entry]], linking suites: [Exercise]) throws -> [Found] {
    let tally = RoundTally(rounds)
    let found = try benches.map(rounds) { round, tryout -> [Found] in
      let able = round.filter(tally.isWorthTrying)
      guard let first = able.first else { return [] }
      // Whom nobody is left to disturb is judged alone.
      if able.count == 1 { return [(first.number, try Self.judge(first, linking: suites, on: tryout))] }
      let chapter = first.exercise.chapter
      tryout.say("\(chapter.name): one \(first.item.kind.rawValue) of each of \(able.count) exercises")
      let answers = try tryout.judge(
        chapter, Dictionary(uniqueKeysWithValues: able.map { ($0.exercise, $0.item.text) }), linking: suites)
      return able.map { entry in
        if let judgement = answers[entry.exercise],
          entry.item.expectation(in: entry.parts).isMet(by: judgement)
        {
          return (entry.number, judgement)
        }
        tally.noteDisturbed(entry)
        return (entry.number, nil)
      }
    }
    return Array(found.joined())
  }

  /// Judges each of these that is still open alone among references, those that take long first.
  private func alone(_ entries: [Entry], linking suites: [Exercise], _ judged: inout [Judgement?]) throws {
    let open = entries.filter { judged[$0.number] == nil }
    let jobs = open.filter(\.item.endsSuite) + open.filter { !$0.item.endsSuite }
    let found = try benches.map(jobs) { try Self.judge($0, linking: suites, on: $1) }
    for (entry, judgement) in zip(jobs, found) { judged[entry.number] = judgement }
  }

  private static func judge(_ entry: Entry, linking suites: [Exercise], on tryout: any Tryout) throws
    -> Judgement
  {
    tryout.say("\(entry.exercise.id) \(entry.item.summary)")
    return try tryout.judge(
      entry.exercise, text: entry.item.text, patience: entry.item.patience, linking: suites)
  }
}
