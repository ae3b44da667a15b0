/// One verb of the grader's: a value in a file of its own.
struct Command: Sendable {
  let name: String
  /// One line for the list of commands.
  let summary: String
  /// What follows the name: `[exercise …]`.
  var arguments = ""
  var options: [Options.Known] = []
  let examples: [String]
  /// Does it and returns the exit status.
  let action: @Sendable (Options, Session) throws -> Int32
}

/// The exit statuses, which other programs rely on.
enum ExitStatus {
  static let success: Int32 = 0
  static let unsolved: Int32 = 1
  static let usage: Int32 = 2
  static let trouble: Int32 = 3
}
