import CurriculumKit
import JudgeKit

/// Builds and runs what an audit asks for. The bench does; a test may answer from memory.
protocol Tryout {
  /// Judges a text as an exercise's file, alone among the references of its chapter. The program may hold other suites of the
  /// chapter: where they are always the same, they are compiled once.
  func judge(_ exercise: Exercise, text: String, patience: Double?, linking suites: [Exercise]) throws
    -> Judgement

  /// Judges texts for several exercises of a chapter, compiled together and each run once. What it cannot tell is missing.
  func judge(_ chapter: Chapter, _ texts: [Exercise: String], linking suites: [Exercise]) throws
    -> [Exercise: Judgement]

  /// Compiles texts for the exercises of a chapter, with all its suites, and runs nothing. Diagnostics name files of `kind`.
  func compile(_ chapter: Chapter, _ texts: [Exercise: String], as kind: SourceKind, strictly: Bool) throws
    -> Compilation

  /// Says what is being done, for those who wait.
  func say(_ doing: String)
}

/// Where several things can be tried out at once.
protocol Benches {
  /// The results in the order of the jobs.
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], on work: @escaping @Sendable (Job, any Tryout) throws -> Result
  ) throws -> [Result]
}

/// One bench, where jobs are done in their order.
struct OneBench: Benches {
  let tryout: any Tryout

  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], on work: @escaping @Sendable (Job, any Tryout) throws -> Result
  ) throws -> [Result] {
    try jobs.map { try work($0, tryout) }
  }
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
