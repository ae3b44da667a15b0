import CurriculumKit
import SystemKit

/// A command line that cannot be understood: exit status 2.
package enum UsageError: Error {
  case unknownCommand(String, meant: String?)
  case unknownOption(String, command: String, meant: String?)
  case missingValue(String, wanted: String)
  /// An option that the command cannot do without.
  case missingOption(String, command: String, wanted: String)
  case badValue(String, of: String, wanted: String)
  case tooManyArguments(command: String, extra: String)
  case noSuchExercise(String, meant: String?)
  case severalExercises(String, meant: [String])
  /// `meant` are names of tests with these words in them.
  case noSuchTest(String, exercise: Exercise, tests: Int, meant: [String])
  case needsExercise(command: String)
  /// A chapter has answers; an exercise has hints.
  case answersOfExercise(Exercise)
  /// A word that cannot be taken, and why.
  case refused(String)
}

extension UsageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownCommand(let word, let meant):
      "there is no command `\(word.printable)`." + Self.suggestion(meant)
        + " `swift run grader help` lists the commands."
    case .unknownOption(let word, let command, let meant):
      "`\(command)` has no option `\(word.printable)`." + Self.suggestion(meant)
        + " `swift run grader help \(command)` lists its options."
    case .missingOption(let option, let command, let wanted):
      "`\(command)` needs `\(option)` with \(wanted). `swift run grader help \(command)` shows an example."
    case .missingValue(let option, let wanted): "`\(option)` needs a value after it: \(wanted)."
    case .badValue(let value, let option, let wanted): "`\(option) \(value.printable)`: expected \(wanted)."
    case .tooManyArguments(let command, let extra):
      "`\(command)` does not take `\(extra.printable)`. `swift run grader help \(command)` shows what it takes."
    case .noSuchExercise(let word, let meant):
      "there is no exercise or chapter `\(word.printable)`." + Self.suggestion(meant)
        + " `swift run grader list` shows them all."
    case .severalExercises(let word, let meant):
      "`\(word.printable)` may be \(meant.listed(with: "or")). Name one of them."
    case .noSuchTest(let word, let exercise, let tests, let meant):
      if meant.isEmpty {
        "\(exercise.id) has no test `\(word.printable)`. Its tests have the numbers 1 to \(tests), in the order of \(exercise.suiteFile)."
      } else {
        "\(exercise.id) has several tests with `\(word.printable)`: \(meant.map { "“\($0)”" }.listed(with: "and")). Name one by more of its words or by its number."
      }
    case .needsExercise(let command):
      "`\(command)` needs to know which exercise: `swift run grader \(command) 1.1`."
    case .answersOfExercise(let exercise):
      "answers are a chapter's: `swift run grader read \(exercise.chapter.number) --answers`. An exercise has hints: `swift run grader hint \(exercise.id)`."
    case .refused(let reason): reason
    }
  }

  private static func suggestion(_ meant: String?) -> String { meant.map { " Did you mean `\($0)`?" } ?? "" }
}
