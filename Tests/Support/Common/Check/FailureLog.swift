#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Appends failures as structures to a file, for a program that runs the suites and wants more than their words: a line of JSON
/// for each. Nothing is written where no file is named.
struct FailureLog {
  /// The environment variable that names the file.
  static let variable = "POSTROAD_FAILURES"

  /// Where a failure belongs: the issue of the same test, at the same place, of the same number there.
  struct Entry: Encodable {
    /// As Swift Testing's event stream has it.
    var test: String
    /// `DNSMessagesTests/01-HeaderTests.swift`
    var file: String
    var line: Int
    /// From 1: a line in a loop has several.
    var number: Int
    var failure: CheckFailure
  }

  /// The log that the environment names.
  static let current = ProcessInfo.processInfo.environment[variable].map(FailureLog.init)

  let path: String

  /// Adds a line. What cannot be written is missing there, and stays in the words of the issue.
  func append(_ entry: Entry) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(entry) else { return }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(json) + [UInt8(ascii: "\n")]
    // One call for a line: a process that ends leaves whole lines.
    _ = write(descriptor, bytes, bytes.count)
  }
}
