/// One verb of the grader's: a value in a file of its own.
package struct Command: Sendable {
  package let name: String
  /// One line for the list of commands.
  package let summary: String
  /// What may follow the name.
  package var arguments = Arguments.none
  package var options: [Option] = []
  /// Whether it is of no use where the workbook was handed out without solutions.
  package var needsSolutions = false
  /// Whether it is of no use where the workbook was handed out without the lab.
  package var needsLab = false
  /// Whether another program does it, which also knows its options.
  package var isElsewhere = false
  package var examples: [String]
  /// The name with what may follow it.
  package var usage: String { arguments.usage.isEmpty ? name : "\(name) \(arguments.usage)" }
  /// Whether what follows is another program's command line, whatever is in it.
  package var takesAnything: Bool {
    if case .program = arguments { return true }
    return isElsewhere
  }
  /// Does it and returns the exit status.
  package let action: @Sendable (Options, Session) throws -> Int32
}

/// The exit statuses, which other programs rely on.
package enum ExitStatus {
  package static let success: Int32 = 0
  package static let unsolved: Int32 = 1
  package static let usage: Int32 = 2
  package static let trouble: Int32 = 3
}
