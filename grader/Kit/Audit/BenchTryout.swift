import CurriculumKit
import JudgeKit

/// Tries out on the bench of a workshop.
struct BenchTryout: Tryout {
  let workshop: Workshop

  func judge(_ exercise: Exercise, text: String, patience: Double?) throws -> Judgement {
    try workshop.judge(exercise, as: text, patience: patience)
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
