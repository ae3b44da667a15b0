import CurriculumKit

/// A program that holds a chapter's suites, built from one recipe. Its file is its own: no later build writes to it.
package struct TestProgram: Sendable {
  package let recipe: Recipe
  /// The absolute path of the executable.
  package let path: String
  /// Translates the paths that the compiler and the runtime name.
  package let paths: LaidPaths

  /// The suite of an exercise, where this program holds it.
  package func suite(of exercise: Exercise) -> LinkedSuite? {
    recipe.suites[exercise].map { LinkedSuite(exercise: exercise, tests: $0.tests, program: self) }
  }
}

/// The right to run one suite: there is one only where a program holds that suite.
package struct LinkedSuite: Sendable {
  package let exercise: Exercise
  /// The tests that have to be announced.
  package let tests: [SuiteSource.Test]
  package let program: TestProgram
}

/// How a build ended that the compiler finished.
package enum BuildOutcome: Sendable {
  case program(TestProgram)
  case rejected(Rejection)
}

/// Why a recipe does not build.
package struct Rejection: Sendable {
  package let diagnostics: [Diagnostic]
  /// The compiler's last line with an error, for when no file was named.
  package let lastError: String

  package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// Turns recipes into programs.
package protocol Building: AnyObject {
  func build(_ recipe: Recipe) throws -> BuildOutcome
  /// Whether an exercise's file compiles among the other files of a recipe. Nothing is linked.
  func compiles(_ exercise: Exercise, in recipe: Recipe) throws -> Bool
}

/// Runs a suite once.
package protocol Running: Sendable {
  /// Runs all tests of the suite but the skipped ones. `patience` is the time in seconds without an event after which it is
  /// ended, `limit` the time in all.
  func run(_ suite: LinkedSuite, skipping: [SuiteSource.Test], patience: Double, limit: Double) throws
    -> SuiteRun
}
