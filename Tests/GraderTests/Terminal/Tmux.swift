import Foundation
import Testing

@testable import SystemKit

/// A terminal of its own for each test: a tmux server with one window, real keys and what they lead to.
final class Tmux {
  struct Size: Sendable, CustomTestStringConvertible {
    let width: Int
    let height: Int

    var testDescription: String { "\(width)x\(height)" }
  }

  /// Where tmux is; nil on a machine without it.
  static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { $0 + "/tmux" }.first(where: FileManager.default.isExecutableFile(atPath:))

  /// Seconds until words have to be there. The first build on a busy machine takes most of them.
  static let patience = 180.0

  private let socket = "postroad-\(UUID().uuidString.prefix(8))"
  private let toolchain: Toolchain

  /// A shell in the workbook's folder, or another command in its place.
  init(_ size: Size, in root: String, command: [String] = ["/bin/sh"]) throws {
    toolchain = try Toolchain()
    let path = toolchain.environment["PATH"] ?? "/usr/bin:/bin"
    let folder = try #require(BuiltGrader.folder, "no built grader beside the tests")
    // In front of the path, so that no screen tells where the tests were built.
    try run(
      [
        "-f", "/dev/null", "start-server", ";", "set", "-g", "status", "off", ";", "set", "-g",
        "remain-on-exit",
      ]
        + ["on", ";", "new-session", "-d", "-x", "\(size.width)", "-y", "\(size.height)", "-c", root]
        + ["/usr/bin/env", "PS1=$ ", "ENV=", "PATH=\(folder):\(path)"] + command)
  }

  deinit {
    // Not every tmux takes its socket away.
    let path = try? value("socket_path")
    _ = try? run(["kill-server"])
    if let path { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Types a line and Enter.
  func enter(_ line: String) throws {
    try run(["send-keys", "-l", line])
    try press("Enter")
  }

  /// Presses keys, by their names or their letters.
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  func resize(_ size: Size) throws {
    try run(["resize-window", "-x", "\(size.width)", "-y", "\(size.height)"])
  }

  /// The rows of the terminal.
  var screen: [String] { get throws { try rows(["capture-pane", "-p"]) } }

  /// The rows with those joined that were one line, and too wide for the terminal.
  var lines: [String] { get throws { try rows(["capture-pane", "-p", "-J"]) } }

  /// What tmux knows of the window: `alternate_on`, `cursor_flag`, `pane_pid`, `pane_dead` …
  func value(_ name: String) throws -> String {
    try run(["display-message", "-p", "#{\(name)}"]).replacing("\n", with: "")
  }

  /// Waits until all the words are on the screen.
  func waitFor(_ words: [String], place: SourceLocation = #_sourceLocation) throws {
    let clock = Stopwatch()
    var screen = try screen.joined(separator: "\n")
    while !words.allSatisfy(screen.contains), clock.seconds < Self.patience {
      usleep(50_000)
      screen = try self.screen.joined(separator: "\n")
    }
    let missing = words.filter { !screen.contains($0) }
    try #require(missing == [], "the screen shows\n\(screen)", sourceLocation: place)
  }

  /// Clears the screen, and waits until it shows the prompt alone: then no word on it is of a command before.
  func clear() throws {
    try enter("clear")
    let clock = Stopwatch()
    while try screen.joined() != "$", clock.seconds < Self.patience { usleep(50_000) }
    try #require(try screen.joined() == "$", "the screen was not cleared")
  }

  private func rows(_ command: [String]) throws -> [String] {
    try run(command).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let tmux = try #require(Self.program, "no tmux")
    let client = ChildProcess(
      [tmux, "-u", "-L", socket] + arguments, with: toolchain,
      environment: ["LANG": "C.UTF-8", "TERM": "xterm-256color"])
    let result = try withOpenSignals { try client.run() }
    try #require(result.ending == .exited(0), "tmux \(arguments): \(result.output)")
    return result.output
  }
}
