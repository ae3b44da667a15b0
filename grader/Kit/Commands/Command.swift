/// One verb of the grader's: a value in a file of its own.
struct Command: Sendable {
  let name: String
  /// One line for the list of commands.
  let summary: String
  /// What may follow the name.
  var arguments = Arguments.none
  var options: [Option] = []
  /// Whether it is of no use where the workbook was handed out without solutions.
  var needsSolutions = false
  let examples: [String]
  /// The name with what may follow it.
  var usage: String { arguments.usage.isEmpty ? name : "\(name) \(arguments.usage)" }
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
