import CurriculumKit
import GraderKit
import JudgeKit
import SystemKit

/// Tries out on the bench of a workshop.
struct BenchTryout: Tryout {
  let workshop: JudgingContext

  func judge(_ exercise: Exercise, text: String, patience: Double?, linking suites: [Exercise]) throws
    -> Judgement
  {
    let sources = try ChapterSources(
      exercise.chapter, subject: .only(exercise, text: text), curriculum: workshop.curriculum)
    let recipe = try sources.recipe(laying: [exercise], judging: suites)
    guard case .program(let program) = try workshop.workspace.build(recipe),
      let suite = program.suite(of: exercise)
    else {
      // The judge finds out why, and whether it is only that other suites do not compile.
      return try workshop.judge([exercise], from: sources, patience: patience)[exercise] ?? .notStarted
    }
    var judge = workshop.suites
    if let patience { judge.patience = patience }
    return try judge.judge(suite)
  }

  func judge(_ chapter: Chapter, _ texts: [Exercise: String], linking suites: [Exercise]) throws
    -> [Exercise: Judgement]
  {
    var texts = texts
    // One alone is no round.
    while texts.count > 1 {
      let sources = try ChapterSources(chapter, subject: .texts(texts), curriculum: workshop.curriculum)
      let recipe = try sources.recipe(laying: sources.written, judging: suites)
      switch try workshop.workspace.build(recipe) {
      case .rejected(let rejection):
        let culprits = Culprits(rejection, recipe: recipe).exercises.intersection(texts.keys)
        guard !culprits.isEmpty else { return [:] }
        for culprit in culprits { texts[culprit] = nil }
      case .program(let program):
        var judgements: [Exercise: Judgement] = [:]
        for exercise in sources.written {
          judgements[exercise] = try program.suite(of: exercise).flatMap(runOnce)
        }
        return judgements
      }
    }
    return [:]
  }

  /// What one run decides; nil where a neighbour may have kept tests from running.
  private func runOnce(_ suite: LinkedSuite) throws -> Judgement? {
    var suites = workshop.suites
    suites.patience = SuiteJudge.shortPatience
    do {
      return try suites.judgeOnce(suite)
    } catch GraderError.noTestsRan {
      return nil
    }
  }

  func compile(_ chapter: Chapter, _ texts: [Exercise: String], as kind: SourceKind, strictly: Bool) throws
    -> Compilation
  {
    let sources = try ChapterSources(
      chapter, subject: .texts(texts, as: kind == .stubs ? .exercises : .solutions),
      curriculum: workshop.curriculum)
    let recipe = try sources.recipe(
      laying: sources.written, judging: sources.written.filter { sources.suites[$0] != nil })
    if strictly {
      return try workshop.workspace.strictRejection(of: recipe).map(Compilation.failed) ?? .compiled
    }
    guard case .rejected(let rejection) = try workshop.workspace.build(recipe) else { return .compiled }
    return .failed(rejection)
  }

  func say(_ doing: String) { workshop.activity.say(doing) }
}
