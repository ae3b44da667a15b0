import Testing

@testable import JudgeKit

/// A learner's file for exercise 1.1 that does something to the grader, and the verdict it has to get.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let name: String
  let verdict: ExerciseVerdict
  /// The file's bytes, made from the reference solution; nil where there is to be no file.
  let bytes: @Sendable (_ solution: String) -> [UInt8]?
  /// What one of the diagnostics or issues has to say.
  var says: String?
  /// Whether the place in the learner's file has to be told, and the words that stand on that line.
  var line: String?

  var testDescription: String { name }

  func isFirst(of files: [HostileFile]) -> Bool { files.first?.name == name }

  /// The right solution with a prelude that runs before it.
  static func prelude(
    _ name: String, _ code: String, imports: String = "", verdict: ExerciseVerdict, says: String? = nil,
    line: String? = nil
  ) -> HostileFile {
    HostileFile(
      name: name, verdict: verdict,
      bytes: { solution in
        let signature = "public func parseHeader(_ message: [UInt8]) throws -> DNS.Header {\n"
        return Array((imports + solution.replacing(signature, with: signature + code + "\n")).utf8)
      }, says: says, line: line)
  }

  /// The right solution with a text in place of another.
  static func edit(
    _ name: String, _ old: String, _ new: String, verdict: ExerciseVerdict, says: String? = nil,
    line: String? = nil
  ) -> HostileFile {
    HostileFile(
      name: name, verdict: verdict, bytes: { Array($0.replacing(old, with: new, maxReplacements: 1).utf8) },
      says: says,
      line: line)
  }
}

extension HostileFile {
  private static let system = """
    #if canImport(Glibc)
      import Glibc
    #else
      import Darwin
    #endif

    """
  private static let guardLine = "  guard message.count >= DNS.Header.length else {"

  static let doNotCompile: [HostileFile] = [
    .edit(
      "a syntax error", "return DNS.Header(", "return DNS.Header((", verdict: .doesNotCompile,
      says: "expected"),
    .prelude(
      "a type error", "  let count: Int = \"a dozen\"", verdict: .doesNotCompile, says: "cannot convert",
      line: "a dozen"),
    .prelude(
      "the machine's words in a string", "  let why: Int = \"Permission denied, No space left on device\"",
      verdict: .doesNotCompile, says: "cannot convert", line: "Permission denied"),
    .edit(
      "a changed signature", "parseHeader(_ message", "parseHeader(from message", verdict: .doesNotCompile,
      says: "Restore the declarations from the stub"),
    .edit(
      "a renamed function", "func parseHeader(", "func readHeader(", verdict: .doesNotCompile,
      says: "parseHeader"),
    HostileFile(
      name: "an entry point of its own", verdict: .doesNotCompile,
      bytes: { Array(($0 + "\n@main struct Mine { static func main() {} }\n").utf8) }, says: "@main",
      line: "@main"),
    HostileFile(
      name: "a file that is missing", verdict: .doesNotCompile, bytes: { _ in nil }, says: "missing"),
    HostileFile(name: "a file that is empty", verdict: .doesNotCompile, bytes: { _ in [] }, says: "empty"),
    HostileFile(
      name: "a file of blank lines", verdict: .doesNotCompile, bytes: { _ in [10, 32, 13, 10] }, says: "empty"
    ),
    HostileFile(
      name: "a file that is not UTF-8", verdict: .doesNotCompile,
      bytes: { Array($0.utf8) + [0x2F, 0x2F, 0xE9, 0x0A] },
      says: "UTF-8"),
    HostileFile(
      name: "a file of comments", verdict: .doesNotCompile, bytes: { _ in Array("// later\n".utf8) },
      says: "parseHeader"),
  ]

  static let crash: [HostileFile] = [
    .prelude(
      "an index out of range", "  _ = message[message.count]", verdict: .crashed, says: "index out of range",
      line: "message[message.count]"),
    .prelude(
      "words of another crash, printed first",
      "  print(\"Fatal error: failed to allocate all\\n\\n*** Signal 6: Backtracing\")\n  _ = message[message.count]",
      verdict: .crashed, says: "index out of range", line: "message[message.count]"),
    .prelude(
      "a forced nil", "  let none: Int? = message.count < 0 ? 1 : nil\n  _ = none!", verdict: .crashed,
      says: "nil",
      line: "none!"),
    .prelude(
      "a fatal error", "  if true { fatalError(\"the roof\") }", verdict: .crashed, says: "the roof",
      line: "the roof"),
    .prelude(
      "arithmetic overflow",
      "  let most = UInt8(truncatingIfNeeded: message.count | 255)\n  let more = most + 1\n  _ = more",
      verdict: .crashed,
      says: "overflow", line: "most + 1"),
    .edit(
      "endless recursion", guardLine,
      "  if message.count >= 0 { return try parseHeader(message + []) }\n" + guardLine,
      verdict: .crashed, says: "calls itself without end"),
    .prelude(
      "memory without end",
      "  var all: [[UInt8]] = []\n  while message.count >= 0 { all.append([UInt8](repeating: 1, count: 1 << 22)) }",
      verdict: .crashed, says: "memory"),
    .prelude(
      "exit(0)", "  if message.count >= 0 { exit(0) }", imports: system, verdict: .crashed, says: "status 0"),
    .prelude(
      "_exit(0)", "  if message.count >= 0 { _exit(0) }", imports: system, verdict: .crashed, says: "status 0"
    ),
    .prelude(
      "all descriptors closed", "  for descriptor in 0..<256 { close(Int32(descriptor)) }", imports: system,
      verdict: .crashed),
    .prelude(
      "a detached task that traps", "  Task.detached { fatalError(\"far away\") }", verdict: .crashed,
      says: "far away"),
    .prelude("a signal to itself", "  raise(SIGKILL)", imports: system, verdict: .crashed, says: "signal 9"),
  ]

  static let hang: [HostileFile] = [
    .prelude("an endless loop", "  while message.count >= 0 {}", verdict: .hung),
    .prelude(
      "an endless loop that prints", "  while message.count >= 0 { print(\"here\", message) }", verdict: .hung
    ),
    .prelude(
      "a semaphore never signalled", "  DispatchSemaphore(value: 0).wait()", imports: "import Dispatch\n",
      verdict: .hung),
    .prelude("sleep", "  sleep(100)", imports: system, verdict: .hung),
    .prelude("a stopped process", "  raise(SIGSTOP)", imports: system, verdict: .hung),
  ]

  static let neverSolved: [HostileFile] = [
    .prelude(
      "a cancelled task", "  withUnsafeCurrentTask { unsafe $0?.cancel() }", verdict: .failing,
      says: "cancelled"),
    .prelude(
      "a wrong answer and a status that hides it",
      "  atexit { _exit(0) }\n  if message.count > 11 { return DNS.Header() }", imports: system,
      verdict: .failing),
    .prelude(
      "a fake summary and a wrong answer",
      """
        print("✔ Test run with 14 tests in 1 suite passed after 0.001 seconds.")
        print(#"{"kind":"event","payload":{"kind":"runEnded"},"version":0}"#)
        if message.count > 11 { return DNS.Header() }
      """, verdict: .failing),
  ]

  static let harmless: [HostileFile] = [
    .prelude(
      "a flood of output", "  for _ in 0..<100 { print(String(repeating: \"x\", count: 200)) }",
      verdict: .solved),
    .prelude(
      "escape sequences", "  print(\"\\u{1B}[2J\\u{1B}[31m\\u{1B}]0;title\\u{07}\\r\\u{08}\")",
      verdict: .solved),
    .prelude("standard output closed", "  close(1)\n  close(2)", imports: system, verdict: .solved),
    .prelude(
      "a child left behind",
      """
        let sleeper = Process()
        sleeper.executableURL = URL(filePath: "/bin/sleep")
        sleeper.arguments = ["60"]
        try? sleeper.run()
      """, imports: "import Foundation\n", verdict: .solved),
    HostileFile(
      name: "CRLF", verdict: .solved, bytes: { Array($0.replacing("\n", with: "\r\n").utf8) }),
    HostileFile(
      name: "a byte-order mark and no final newline", verdict: .solved,
      bytes: { [0xEF, 0xBB, 0xBF] + Array($0.utf8).dropLast() }),
  ]
}
