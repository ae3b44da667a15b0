import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that has the terminal until it ends: an editor, a pager. Ctrl-C is its own meanwhile.
package enum ForegroundProgram {
  /// Runs it and returns how it ended, as `waitpid` says it: 0 where all went well.
  ///
  /// - Parameters:
  ///   - input: What it reads from.
  ///   - output: Where its standard output goes.
  ///   - meanwhile: Done once it has started, before it is waited for.
  package static func run(
    _ command: [String], environment: [String: String], input: Int32 = 0, output: Int32 = 1,
    meanwhile: () -> Void = {}
  ) throws -> Int32 {
    // Whoever is in the group of the grader's own may read from the terminal, and gets its signals.
    let kept = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, old) in kept { signal(number, old) } }
    let process = try Spawn(
      command: command, environment: environment, descriptors: [input, output, 2], group: getpgrp()
    ).start()
    meanwhile()
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status
  }

  /// The signal that ended a program; nil where it ended by itself.
  package static func endingSignal(_ status: Int32) -> Int32? { status & 0x7F == 0 ? nil : status & 0x7F }

  /// What a shell would say of it: its own exit status, or 128 and the signal that ended it.
  package static func exitStatus(_ status: Int32) -> Int32 {
    endingSignal(status).map { 128 + $0 } ?? (status >> 8) & 0xFF
  }

  /// Puts a program in the place of this process: it has its number, its terminal and its streams.
  package static func become(_ command: [String]) throws(GraderError) -> Never {
    let arguments = command.map { strdup($0) } + [nil]
    defer { for pointer in arguments { free(pointer) } }
    execv(command[0], arguments)
    throw .cannotStart(command[0], reason: String(cString: strerror(errno)))
  }
}
