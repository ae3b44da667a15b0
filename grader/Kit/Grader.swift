import CurriculumKit
import Foundation
import JudgeKit
import SystemKit

/// The grader: takes a command line, does it, and says how it went.
public enum Grader {
  static let commands = [
    ProgressCommand.command, RunCommand.command, WatchCommand.command, ListCommand.command,
    ReadCommand.command,
    HintCommand.command, SolutionCommand.command, ResetCommand.reset, ResetCommand.undo, CheckCommand.command,
    HandoutCommand.command, GradeCommand.command, CohortCommand.command, NewCommand.command,
    MistakeCommand.command, StubsCommand.command, BookCommand.command, LabCommand.command,
    CompletionCommand.command,
    HelpCommand.command,
  ]

  /// Runs a command line on the workbook that the current folder lies in. Returns the exit status.
  public static func main(_ arguments: [String]) -> Int32 {
    Signals.prepare()
    let console = Console.standard()
    return console.status(run(arguments, from: FileManager.default.currentDirectoryPath, console: console))
  }

  static func run(_ arguments: [String], from folder: String, console: Console) -> Int32 {
    do {
      let (command, options) = try parse(arguments)
      // Help needs no workbook.
      if command.name == HelpCommand.command.name {
        console.line(try HelpCommand.text(about: options.words.first, width: console.width))
        return ExitStatus.success
      }
      let curriculum = try Curriculum(Workbook.find(from: folder))
      if command.needsSolutions, !curriculum.hasSolutions { throw GraderError.noSolutions }
      var session = Session(curriculum: curriculum, console: console)
      if let seconds = options[Session.timeout] { session.patience = seconds }
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
    // What follows is another program's.
    if let first = arguments.first, let command = commands.first(where: { $0.name == first }),
      case .program = command.arguments
    {
      return (command, try Options(["--"] + arguments.dropFirst(), known: [], command: first))
    }
    // After `--` all are words.
    var own = Array(arguments.prefix { $0 != "--" })
    let words = arguments.dropFirst(own.count)
    let wantsHelp = own.contains { $0 == "--help" || $0 == "-h" }
    own.removeAll { $0 == "--help" || $0 == "-h" }
    var name: String?
    if let first = own.first, !first.hasPrefix("-") { name = own.removeFirst() }
    let command = try command(named: name ?? ProgressCommand.command.name)
    if wantsHelp {
      return (
        HelpCommand.command,
        try Options(name.map { [$0] } ?? [], known: [], command: HelpCommand.command.name)
      )
    }
    let options = try Options(own + words, known: command.options, command: command.name)
    try command.arguments.check(options.words, command: command.name)
    return (command, options)
  }

  static func command(named word: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == word }) { return command }
    let meant = commands.map(\.name).min { $0.editDistance(to: word) < $1.editDistance(to: word) }
    throw .unknownCommand(word, meant: meant.flatMap { $0.editDistance(to: word) <= 2 ? $0 : nil })
  }
}
