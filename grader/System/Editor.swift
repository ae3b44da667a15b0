import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor of whoever sits at the terminal.
package enum Editor {
  /// The command in `EDITOR`, which may have arguments; nil where it is not set.
  package static var command: String? {
    let command = ProcessInfo.processInfo.environment["EDITOR"] ?? ""
    return command.allSatisfy(\.isWhitespace) ? nil : command
  }

  /// Opens a file and waits until the editor ends. It has the terminal; Ctrl-C is its own meanwhile.
  package static func open(_ file: String, with command: String) throws {
    // The group of the grader's own is the one that may read from the terminal.
    let process = try Spawn(
      command: ["/bin/sh", "-c", "\(command) \"$1\"", "sh", file],
      environment: ProcessInfo.processInfo.environment, descriptors: [0, 1, 2], group: getpgrp()
    ).start()
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    guard status == 0 else { throw GraderError.cannotStart(command, reason: "it ended with an error") }
  }
}
