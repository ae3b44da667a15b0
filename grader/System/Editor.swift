import Foundation

/// The editor of whoever sits at the terminal.
package enum Editor {
  /// The command in `EDITOR`, which may have arguments; nil where it is not set.
  package static var command: String? {
    let command = ProcessInfo.processInfo.environment["EDITOR"] ?? ""
    return command.allSatisfy(\.isWhitespace) ? nil : command
  }

  /// Opens a file and waits until the editor ends.
  package static func open(_ file: String, with command: String) throws {
    let status = try ForegroundProgram.run(
      ["/bin/sh", "-c", "\(command) \"$1\"", "sh", file],
      environment: ProcessInfo.processInfo.environment)
    guard status == 0 else { throw GraderError.cannotStart(command, reason: "it ended with an error") }
  }
}
