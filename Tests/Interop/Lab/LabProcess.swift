import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `lab` in a process of its own, as people start it. It is killed when it is let go.
final class LabProcess {
  struct Silence: Error, CustomStringConvertible {
    let description: String
  }

  /// Patience for one line: on a busy machine a program may take seconds to start.
  private static let milliseconds: Int32 = 30_000

  private let daemon: Daemon
  private let reader: Int32
  private var input: [UInt8] = []
  /// The lines that were read so far.
  private(set) var lines: [String] = []

  /// Starts a command, and waits for the line that it prints first: from then on it can be asked.
  convenience init(_ arguments: String...) throws { try self.init(arguments) }

  init(_ arguments: [String]) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    // Nobody else who is started meanwhile may hold the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reader = ends[0]
    defer { close(ends[1]) }
    daemon = try Daemon(
      path: Self.path, arguments: arguments, environment: ProcessInfo.processInfo.environment, output: ends[1]
    )
    _ = try line { $0.contains(" listens on ") }
  }

  deinit { close(reader) }

  /// Where it listens, as its first line says.
  var address: String {
    get throws {
      let first = try #require(lines.first { $0.contains(" listens on ") })
      let words = first.split(separator: " ")
      let index = try #require(words.firstIndex(of: "on"))
      return words[index + 1].filter { $0 != "," }
    }
  }

  var port: UInt16 {
    get throws { try #require(try UInt16(address.split(separator: ":").last ?? "")) }
  }

  /// Reads lines until one is as it should be.
  @discardableResult func line(where isWanted: (String) -> Bool) throws -> String {
    while true {
      let next = try nextLine()
      if isWanted(next) { return next }
    }
  }

  /// Ends it as Ctrl-C does: its status, and the last line.
  func interrupted() throws -> (status: Int32, last: String) {
    let status = daemon.interrupted()
    while let more = try? nextLine() { _ = more }
    return (status, lines.last ?? "")
  }

  private func nextLine() throws -> String {
    while true {
      if let end = input.firstIndex(of: 0x0A) {
        lines.append(String(decoding: input[..<end], as: UTF8.self))
        input.removeFirst(end + 1)
        return lines[lines.count - 1]
      }
      var polled = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, Self.milliseconds) == 1 else { throw Silence(description: "no line for 30 s") }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(reader, &buffer, buffer.count)
      guard count > 0 else { throw Silence(description: "lab has ended; it printed: \(lines)") }
      input += buffer[..<count]
    }
  }

  /// What a command prints that ends by itself, and its status.
  static func output(_ arguments: [String]) throws -> (status: Int32, text: String) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let daemon = try Daemon(
      path: path, arguments: arguments, environment: ProcessInfo.processInfo.environment, output: ends[1])
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    // The status is in the second octet (waitpid(2)); a signal's number would be in the first.
    let status = daemon.ended()
    return (status & 0x7F == 0 ? status >> 8 : -1, String(decoding: bytes, as: UTF8.self))
  }

  /// The program is built beside the tests.
  static let path: String = {
    var folder = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "lab").path(percentEncoded: false)
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    return "lab"
  }()
}
