import Foundation
import Testing

@testable import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that runs beside the test.
struct StartedProcess {
  private let number: Int32

  init(_ words: [String]) throws {
    let argv = words.map { strdup($0) } + [nil]
    let envp = try Toolchain().environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let error = withOpenSignals { posix_spawn(&process, words[0], nil, nil, argv, envp) }
    try #require(error == 0)
    number = process
  }

  /// Ends a process after some milliseconds, while the test goes on.
  static func killer(of process: String, after milliseconds: Int) throws -> StartedProcess {
    let script = "sleep \(Double(milliseconds) / 1000); kill -9 \"$1\""
    return try StartedProcess(["/bin/sh", "-c", script, "sh", process])
  }

  func end() { kill(number, SIGKILL) }

  /// The exit status; 128 and the signal where one ended it.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
