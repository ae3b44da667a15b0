import Foundation
import SystemKit

/// Shows a long text page by page where somebody sits before a terminal: with `PAGER`, else `less -R`, else its own.
struct Pager {
  let session: Session
  let environment: [String: String]

  init(_ session: Session, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.session = session
    self.environment = environment
  }

  func show(_ text: String) {
    let console = session.console
    guard console.canPage, text.lines.count >= TerminalMode.size().height else { return console.line(text) }
    for command in Self.commands(environment) where Self.run(command, on: text, environment) { return }
    PagerScreen(text: text, style: session.style).run { console.line(text) }
  }

  /// The commands to try, one after the other. `cat` and an empty `PAGER` page nothing.
  static func commands(_ environment: [String: String]) -> [String] {
    let own = environment["PAGER"] ?? ""
    return own.isEmpty ? ["less -R"] : [own, "less -R"]
  }

  /// Runs a pager of the shell's; false where there is none, or where it could not show the text.
  private static func run(_ command: String, on text: String, _ environment: [String: String]) -> Bool {
    let program = command.split(separator: " ").first.map(String.init) ?? ""
    guard Self.exists(program, environment["PATH"] ?? "") else { return false }
    var environment = environment
    // Quits at once where everything fits, and keeps colours, as git has it.
    environment["LESS"] = environment["LESS"] ?? "FRX"
    guard let ends = try? PipeEnds() else { return false }
    let status = try? ForegroundProgram.run(
      ["/bin/sh", "-c", command], environment: environment, input: ends.reader
    ) {
      close(ends.reader)
      _ = OutputStreams.write(text + "\n", to: ends.writer)
      close(ends.writer)
    }
    // What could not be started has closed neither.
    if status == nil { for end in [ends.reader, ends.writer] { close(end) } }
    return status == 0
  }

  private static func exists(_ program: String, _ path: String) -> Bool {
    if program.contains("/") { return FileManager.default.isExecutableFile(atPath: program) }
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
