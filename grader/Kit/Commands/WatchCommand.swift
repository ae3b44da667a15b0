import Foundation
import SystemKit

/// `grader watch`: judges the exercise again on each save.
enum WatchCommand {
  static let command = Command(
    name: "watch", summary: "judge again on each save, with hints and pages a key away",
    arguments: .exercise, options: [Session.timeout.option],
    examples: ["swift run grader watch", "swift run grader watch 5.3"], action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let start = try session.one(options.words, command: command.name)
    // The screen has no line for what is wrong with the state, so it is reported before and read after.
    if let warning = try session.memory.read().warning { session.console.errorLine("grader: \(warning)") }
    session.memory.change(reportingTo: session.console) { _ in }
    let watch = try Watch(session, at: start)
    guard session.console.canPage, TerminalMode.take() else {
      let words = "grader: `watch` needs a terminal that it can draw on. Without one:"
      session.console.errorLine(
        words.wrapped(to: session.console.width) + "\n  swift run grader run \(start.id)")
      return ExitStatus.usage
    }
    defer { TerminalMode.giveBack() }
    watch.run()
    return ExitStatus.success
  }
}
