import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the grader writes: the answer to standard output, progress and errors to standard error.
struct Console: Sendable {
  /// The least and the greatest width that text is set for.
  static let widths = 40...100

  var write: @Sendable (String) -> Void
  var writeError: @Sendable (String) -> Void
  /// Whether colours and a line that rewrites itself are welcome on each.
  var isColored: Bool
  var isErrorLive: Bool
  /// Whether somebody can answer a question.
  var isInteractive = false
  var width: Int

  /// The process's own.
  static func standard(environment: [String: String] = ProcessInfo.processInfo.environment) -> Console {
    let isDumb = environment["TERM"].map { $0 == "dumb" || $0.isEmpty } ?? true
    let noColor = !(environment["NO_COLOR"] ?? "").isEmpty
    return Console(
      write: { put($0, to: 1) }, writeError: { put($0, to: 2) },
      isColored: isatty(1) == 1 && !isDumb && !noColor, isErrorLive: isatty(2) == 1 && !isDumb,
      isInteractive: isatty(0) == 1 && isatty(1) == 1,
      width: terminalWidth(environment))
  }

  private static func put(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Self.writeSome($0, to: descriptor) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// The terminal's columns; `COLUMNS` where there is none; 80 where that is not set.
  private static func terminalWidth(_ environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return clamp(Int(size.ws_col)) }
    return clamp(environment["COLUMNS"].flatMap { Int($0) } ?? 80)
  }

  private static func clamp(_ width: Int) -> Int { min(max(width, widths.lowerBound), widths.upperBound) }

  func line(_ text: String = "") { write(text + "\n") }
  func errorLine(_ text: String) { writeError(text + "\n") }
}
