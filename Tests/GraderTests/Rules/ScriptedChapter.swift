@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit

/// A chapter of five exercises, each answering alone as scripted, and together with others so, too, unless they disturb it.
final class ScriptedChapter: Tryout {
  static let exercises = (1...5).map {
    Exercise(chapter: SampleExercise.chapter, number: $0, name: "Sum\($0)")
  }

  var samples: [Exercise: SampleExercise] = [:]
  var tryouts: [Exercise: ScriptedTryout] = [:]
  /// Whether an exercise is disturbed in a round with these texts; rounds are counted from 1.
  var disturbed: (Exercise, _ texts: [Exercise: String], _ round: Int) -> Bool = { _, _, _ in false }
  /// What is said of a disturbed exercise: nil where its round did not compile.
  var wrong: [Recorded.Failure]?
  /// The texts of each round.
  private(set) var rounds: [[Exercise: String]] = []
  private(set) var alone: [(exercise: Exercise, text: String)] = []

  init() {
    for exercise in Self.exercises {
      let sample = SampleExercise(exercise: exercise, course: Self.exercises)
      samples[exercise] = sample
      tryouts[exercise] = ScriptedTryout(sample)
    }
  }

  private func answer(_ exercise: Exercise, _ text: String) throws -> Judgement {
    try tryouts[exercise]!.judge(exercise, text: text, patience: nil, linking: [])
  }

  func judge(_ exercise: Exercise, text: String, patience: Double?, linking suites: [Exercise]) throws
    -> Judgement
  {
    alone.append((exercise, text))
    return try answer(exercise, text)
  }

  func judge(_ chapter: Chapter, _ texts: [Exercise: String], linking suites: [Exercise]) throws
    -> [Exercise: Judgement]
  {
    rounds.append(texts)
    var answers: [Exercise: Judgement] = [:]
    for (exercise, text) in texts {
      let isDisturbed = disturbed(exercise, texts, rounds.count)
      answers[exercise] =
        try isDisturbed ? wrong.map { tryouts[exercise]!.judgement($0) } : answer(exercise, text)
    }
    return answers
  }

  func compile(_ chapter: Chapter, _ texts: [Exercise: String], as kind: SourceKind, strictly: Bool) throws
    -> Compilation
  { .compiled }

  func say(_ doing: String) {}

  private var parts: [ExerciseParts] { Self.exercises.map { samples[$0]!.parts } }

  func trials() throws -> [Trial] {
    rounds = []
    alone = []
    return try BatchedTrials(benches: OneBench(tryout: self)).run(parts)
  }

  func findings() throws -> [Finding] { try trials().flatMap(RuleBook.trial.findings) }

  /// The findings where each item of each exercise is tried alone.
  func findingsOneByOne() throws -> [Finding] {
    try parts.flatMap { parts in
      try Trial.run(parts, on: tryouts[parts.exercise]!).map(RuleBook.trial.findings) ?? []
    }
  }
}
