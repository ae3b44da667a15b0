import CurriculumKit
import GraderKit
import JudgeKit
import SystemKit

/// What came of a text with mutants in it.
enum MutantRound: Sendable {
  /// It does not compile. Diagnostics name the lines of the text where they are about it.
  case rejected([Diagnostic])
  /// Whether the suite found nothing, for each number that was chosen.
  case ran([Int: Bool])
}

/// Where texts with mutants are tried. The bench does; a test may answer from memory.
protocol MutantBench {
  /// Builds a text in the place of an exercise, alone among references, and runs its suite for each of the numbers.
  func tryOut(_ exercise: Exercise, text: String, choosing numbers: [Int], linking suites: [Exercise]) throws
    -> MutantRound

  /// Says what is being done, for those who wait.
  func say(_ doing: String)
}

/// Where several are tried at once.
protocol MutantBenches {
  /// The results in the order of the jobs; `finished` is given each in the same order, once all before it are there.
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], finished: @escaping @Sendable (Result) -> Void,
    on work: @escaping @Sendable (Job, any MutantBench) throws -> Result
  ) throws -> [Result]
}

extension BenchPool: MutantBenches {
  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], finished: @escaping @Sendable (Result) -> Void,
    on work: @escaping @Sendable (Job, any MutantBench) throws -> Result
  ) throws -> [Result] {
    try map(jobs, finished: finished) { try work($0, WorkshopMutantBench(workshop: $1)) }
  }
}

/// Tries mutants on the bench of a workshop.
struct WorkshopMutantBench: MutantBench {
  let workshop: JudgingContext

  /// Seconds without an event after which a mutant is taken for hung: a suite that finds nothing is never silent for one.
  private static let patience = 2.0

  func tryOut(_ exercise: Exercise, text: String, choosing numbers: [Int], linking suites: [Exercise]) throws
    -> MutantRound
  {
    let sources = try ChapterSources(
      exercise.chapter, subject: .only(exercise, text: text), curriculum: workshop.curriculum)
    let recipe = try sources.recipe(laying: [exercise], judging: suites)
    switch try workshop.workspace.build(recipe) {
    case .rejected(let rejection):
      let errors = rejection.errors
      return .rejected(errors.isEmpty ? [Diagnostic(message: rejection.lastError)] : errors)
    case .program(let program):
      guard let suite = program.suite(of: exercise) else { throw GraderError.noTestsRan(exercise.suiteFile) }
      var found: [Int: Bool] = [:]
      for (done, number) in numbers.enumerated() {
        say("\(exercise.id) \(exercise.name): \(done) of \(numbers.count) mutants")
        found[number] = try finds(nothingWith: number, in: suite)
      }
      return .ran(found)
    }
  }

  private func finds(nothingWith number: Int, in suite: LinkedSuite) throws -> Bool {
    var runner = SuiteRunner(workbook: workshop.curriculum.workbook, toolchain: workshop.toolchain)
    // Where a mutant crashes is of no interest, and finding that out takes longer than the suite.
    runner.environment = [MutantSchema.variable: "\(number)", "SWIFT_BACKTRACE": "enable=no"]
    return try SuiteJudge(runner: runner, patience: Self.patience).passes(suite) != nil
  }

  func say(_ doing: String) { workshop.activity.say(doing) }
}
