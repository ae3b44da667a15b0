import CurriculumKit
import Foundation
import SystemKit

/// The grader: takes a command line, does it, and says how it went.
public struct Grader: Sendable {
  /// What it can do, in the order of help's list.
  package let commands: [Command]

  /// A grader with these commands for authors and instructors.
  package init(staff: [Command]) {
    commands =
      [
        ProgressCommand.command, RunCommand.command, WatchCommand.command, ListCommand.command,
        ReadCommand.command, HintCommand.command, SolutionCommand.command, ResetCommand.reset,
        ResetCommand.undo,
      ] + staff + [LabCommand.command, CompletionCommand.command, HelpCommand.command]
  }

  /// The learners': it has another program do what is for authors and instructors.
  public static let learners = Grader(staff: StaffCommand.allCases.map(Command.init(elsewhere:)))

  /// Runs a command line on the workbook that the current folder lies in. Returns the exit status.
  public func main(_ arguments: [String]) -> Int32 {
    Signals.prepare()
    let console = Console.standard()
    return console.status(run(arguments, from: FileManager.default.currentDirectoryPath, console: console))
  }

  package func run(_ arguments: [String], from folder: String, console: Console) -> Int32 {
    do {
      let (command, options) = try parse(arguments)
      // Help needs no workbook.
      if command.name == HelpCommand.command.name, try !isElsewhere(options.words.first) {
        let workbook = try? Workbook.find(from: folder)
        let help = HelpCommand(commands: listed(in: workbook), width: console.width)
        let asked = try options.words.first.map(self.command(named:))
        console.line(help.text(about: asked.map { command in workbook.map(command.usable) ?? command }))
        return ExitStatus.success
      }
      let curriculum = try Curriculum(Workbook.find(from: folder))
      if command.needsSolutions, !curriculum.hasSolutions { throw GraderError.noSolutions }
      var session = Session(curriculum: curriculum, console: console)
      session.commands = listed(in: curriculum.workbook)
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

  private func isElsewhere(_ word: String?) throws(UsageError) -> Bool {
    try word.map(command(named:))?.isElsewhere ?? false
  }

  /// What there is to do: a copy that was handed out to learners may have no solutions, no lab, and nothing for authors.
  private func listed(in workbook: Workbook?) -> [Command] {
    guard let workbook else { return commands }
    return commands.filter { $0.works(in: workbook) }.map { $0.usable(in: workbook) }
  }

  private func parse(_ arguments: [String]) throws -> (Command, Options) {
    // What follows is another program's.
    if let first = arguments.first, let command = commands.first(where: { $0.name == first }),
      command.takesAnything
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

  func command(named word: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == word }) { return command }
    let meant = commands.map(\.name).min { $0.editDistance(to: word) < $1.editDistance(to: word) }
    throw .unknownCommand(word, meant: meant.flatMap { $0.editDistance(to: word) <= 2 ? $0 : nil })
  }
}
