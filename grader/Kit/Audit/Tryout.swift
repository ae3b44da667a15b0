import CurriculumKit
import JudgeKit

/// Builds and runs what an audit asks for. The bench does; a test may answer from memory.
protocol Tryout {
  /// Judges a text as an exercise's file, alone among the references of its chapter.
  func judge(_ exercise: Exercise, text: String, patience: Double?) throws -> Judgement

  /// Compiles texts for the exercises of a chapter, with all its suites, and runs nothing. Diagnostics name files of `kind`.
  func compile(_ chapter: Chapter, _ texts: [Exercise: String], as kind: SourceKind, strictly: Bool) throws
    -> Compilation

  /// Says what is being done, for those who wait.
  func say(_ doing: String)
}

/// Which of the mirrored folders a compiled text belongs to.
enum SourceKind: String, CaseIterable, Sendable {
  case solutions = "Solutions"
  case stubs = "Exercises"
}

/// How a compilation ended.
enum Compilation: Sendable {
  case compiled
  /// There may be no diagnostic that names a file.
  case failed(Rejection)
}
