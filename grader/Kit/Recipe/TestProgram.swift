/// A program that holds a chapter's suites, built from one recipe. Its file is its own: no later build writes to it.
struct TestProgram: Sendable {
  let recipe: Recipe
  /// The absolute path of the executable.
  let path: String
  /// Translates the paths that the compiler and the runtime name.
  let paths: LaidPaths

  /// The suite of an exercise, where this program holds it.
  func suite(of exercise: Exercise) -> LinkedSuite? {
    recipe.suites[exercise].map { LinkedSuite(exercise: exercise, tests: $0.tests, program: self) }
  }
}

/// The right to run one suite: there is one only where a program holds that suite.
struct LinkedSuite: Sendable {
  let exercise: Exercise
  /// The tests that have to be announced.
  let tests: [SuiteSource.Test]
  let program: TestProgram
}

/// How a build ended that the compiler finished.
enum BuildOutcome: Sendable {
  case program(TestProgram)
  case rejected(Rejection)
}

/// Why a recipe does not build.
struct Rejection: Sendable {
  let diagnostics: [Diagnostic]
  /// The compiler's last line with an error, for when no file was named.
  let lastError: String

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// Turns recipes into programs.
protocol Building: AnyObject {
  func build(_ recipe: Recipe) throws -> BuildOutcome
  /// Whether an exercise's file compiles among the other files of a recipe. Nothing is linked.
  func compiles(_ exercise: Exercise, in recipe: Recipe) throws -> Bool
}

/// Runs a suite once.
protocol Running {
  /// Runs all tests of the suite but the skipped ones. `patience` is the time in seconds without an event after which it is
  /// ended, `limit` the time in all.
  func run(_ suite: LinkedSuite, skipping: [SuiteSource.Test], patience: Double, limit: Double) throws
    -> SuiteRun
}
