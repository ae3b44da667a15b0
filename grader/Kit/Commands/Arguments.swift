import CurriculumKit

/// What may follow a command's name beside options.
package enum Arguments: Sendable {
  case none
  /// Any number of exercises and chapters.
  case exercises
  /// One exercise; without it, the one where the learner is.
  case exercise
  /// One exercise, which has to be named.
  case namedExercise
  /// One exercise or chapter.
  case page
  case command
  /// A chapter and the name of an exercise that it does not have yet.
  case newExercise
  /// A path, by what it is: `submission`.
  case path(String)
  /// One path or more, with what the first may be instead.
  case paths(usage: String, wanted: String)
  /// Another program's command line, whatever is in it.
  case program
  /// One word of these.
  case word(String, of: [String])

  /// As help shows it.
  package var usage: String {
    switch self {
    case .none: ""
    case .exercises: "[exercise …]"
    case .exercise: "[exercise]"
    case .namedExercise: "<exercise>"
    case .page: "[exercise or chapter]"
    case .command: "[command]"
    case .newExercise: "<chapter> <Name>"
    case .program: "[command …]"
    case .word(let name, _), .path(let name): "<\(name)>"
    case .paths(let usage, _): usage
    }
  }

  /// Refuses what does not fit; what an exercise's name stands for is found out later.
  package func check(_ words: [String], command: String) throws(UsageError) {
    switch self {
    case .exercises, .program: break
    case .none: if let extra = words.first { throw .tooManyArguments(command: command, extra: extra) }
    case .exercise, .page, .command:
      if words.count > 1 { throw .tooManyArguments(command: command, extra: words[1]) }
    case .namedExercise:
      if words.isEmpty { throw .needsExercise(command: command) }
      if words.count > 1 { throw .tooManyArguments(command: command, extra: words[1]) }
    case .newExercise:
      if words.count < 2 {
        throw .missingValue(command, wanted: "a chapter and a name, as in `\(command) 5 OutlierDetection`")
      }
      if words.count > 2 { throw .tooManyArguments(command: command, extra: words[2]) }
    case .path(let name):
      if words.isEmpty { throw .missingValue(command, wanted: "the path of a \(name)") }
      if words.count > 1 { throw .tooManyArguments(command: command, extra: words[1]) }
    case .paths(_, let wanted): if words.isEmpty { throw .missingValue(command, wanted: wanted) }
    case .word(_, let values):
      if words.isEmpty { throw .missingValue(command, wanted: values.listed(with: "or")) }
      guard words.count == 1, values.contains(words[0]) else {
        throw .badValue(words.joined(separator: " "), of: command, wanted: values.listed(with: "or"))
      }
    }
  }

  /// What a shell may complete.
  package func completions(_ curriculum: Curriculum, commands: [Command]) -> [String] {
    switch self {
    case .none, .program, .path, .paths: []
    case .exercise, .namedExercise: curriculum.exercises.flatMap { [$0.id, $0.name] }
    case .exercises, .page:
      curriculum.exercises.flatMap { [$0.id, $0.name] } + curriculum.chapters.map(\.name)
    case .command: commands.map(\.name)
    case .newExercise: curriculum.chapters.map(\.name)
    case .word(_, let values): values
    }
  }
}

extension [String] {
  /// `bash, zsh or fish`
  package func listed(with last: String) -> String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " \(last) \(self[count - 1])"
  }
}
