import Foundation

/// The grader: takes a command line, does it, and says how it went.
public enum Grader {
  static let commands = [
    ProgressCommand.command, RunCommand.command, WatchCommand.command, ListCommand.command,
    ReadCommand.command,
    HintCommand.command, SolutionCommand.command, ResetCommand.reset, ResetCommand.undo, CheckCommand.command,
    StubsCommand.command, CompletionCommand.command, HelpCommand.command,
  ]

  /// Runs a command line on the workbook that the current folder lies in. Returns the exit status.
  public static func main(_ arguments: [String]) -> Int32 {
    RunningGroups.endOnSignals()
    return run(arguments, from: FileManager.default.currentDirectoryPath, console: .standard())
  }

  static func run(_ arguments: [String], from folder: String, console: Console) -> Int32 {
    do {
      let (command, options) = try parse(arguments)
      if command.name == HelpCommand.command.name, options.words.isEmpty {
        console.line(try HelpCommand.text(about: nil, width: console.width))
        return ExitStatus.success
      }
      let curriculum = try Curriculum(Workbook.find(from: folder))
      var session = Session(curriculum: curriculum, console: console)
      if let text = options.value("--timeout") {
        guard let seconds = Double(text), seconds > 0, seconds <= SuiteRunner.deadline else {
          throw UsageError.badValue(
            text, of: "--timeout", wanted: "seconds, more than 0 and at most \(Int(SuiteRunner.deadline))")
        }
        session.patience = seconds
      }
      return try command.action(options, session)
    } catch let error as UsageError {
      console.errorLine("grader: \(error)".wrapped(to: console.width))
      return ExitStatus.usage
    } catch {
      console.errorLine("grader: \(error)".wrapped(to: console.width))
      return ExitStatus.trouble
    }
  }

  private static func parse(_ arguments: [String]) throws -> (Command, Options) {
    var arguments = arguments
    let wantsHelp = ["--help", "-h"].contains(where: arguments.prefix { $0 != "--" }.contains)
    arguments.removeAll { $0 == "--help" || $0 == "-h" }
    var name = ProgressCommand.command.name
    if let first = arguments.first, !first.hasPrefix("-") { name = arguments.removeFirst() }
    let command = try command(named: name)
    if wantsHelp {
      let topic = name == ProgressCommand.command.name ? [] : [name]
      return (HelpCommand.command, try Options(topic, known: [], command: HelpCommand.command.name))
    }
    return (command, try Options(arguments, known: command.options, command: name))
  }

  static func command(named word: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == word }) { return command }
    let meant = commands.map(\.name).min { $0.editDistance(to: word) < $1.editDistance(to: word) }
    throw .unknownCommand(word, meant: meant.flatMap { $0.editDistance(to: word) <= 2 ? $0 : nil })
  }
}
