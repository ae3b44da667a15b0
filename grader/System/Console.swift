import Foundation

/// Where the grader writes: the answer to standard output, progress and errors to standard error.
package struct Console: Sendable {
  /// The least and the greatest width that text is set for. No terminal is wider: it is a wrong number in `COLUMNS`.
  package static let widths = 20...500

  package var write: @Sendable (String) -> Void
  package var writeError: @Sendable (String) -> Void
  /// Whether colours and a line that rewrites itself are welcome on each.
  package var isColored = false
  package var isErrorLive = false
  /// Whether somebody can answer a question.
  package var isInteractive = false
  /// Whether a long text may be shown page by page.
  package var canPage = false
  package var width: Int
  /// Why what was written to standard output did not arrive.
  package var outputFailure: @Sendable () -> OutputStreams.Failure? = { nil }

  /// The process's own.
  package static func standard(environment: [String: String] = ProcessInfo.processInfo.environment) -> Console
  {
    let isDumb = environment["TERM"].map { $0 == "dumb" || $0.isEmpty } ?? true
    let noColor = !(environment["NO_COLOR"] ?? "").isEmpty
    let isTerminal = (0...2).map { TerminalMode.isTerminal($0) }
    let streams = OutputStreams()
    return Console(
      write: { streams.writeOutput($0) }, writeError: { OutputStreams.writeError($0) },
      isColored: isTerminal[1] && !isDumb && !noColor, isErrorLive: isTerminal[2] && !isDumb,
      isInteractive: isTerminal[0] && isTerminal[1], canPage: isTerminal[0] && isTerminal[1] && !isDumb,
      width: terminalWidth(environment),
      outputFailure: { streams.outputFailure })
  }

  /// One that shows nothing, for a screen that draws itself and for tests.
  package static func silent(width: Int = 80) -> Console {
    Console(write: { _ in }, writeError: { _ in }, width: width)
  }

  /// The terminal's columns; `COLUMNS` where there is none; 80 where that is not set.
  private static func terminalWidth(_ environment: [String: String]) -> Int {
    clamp(TerminalMode.knownSize()?.width ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80)
  }

  private static func clamp(_ width: Int) -> Int { min(max(width, widths.lowerBound), widths.upperBound) }

  package func line(_ text: String = "") { write(text + "\n") }
  package func errorLine(_ text: String) { writeError(text + "\n") }
}
