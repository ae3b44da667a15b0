/// `grader help`: the commands, or one of them.
enum HelpCommand {
  static let command = Command(
    name: "help",
    summary: "the commands, or one of them",
    arguments: "[command]",
    examples: ["swift run grader help", "swift run grader help run"],
    action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    guard let word = options.words.first else {
      session.console.line(overview)
      return ExitStatus.success
    }
    session.console.line(help(for: try Grader.command(named: word)))
    return ExitStatus.success
  }

  static var overview: String {
    let rows = Grader.commands.map { command in
      "  \((command.name + " " + command.arguments).padded(to: 22)) \(command.summary)"
    }
    return """
      The grader of the Post Road workbook: it judges your exercises and says what comes next.

      swift run grader               Your Progress
      swift run grader <command>

      \(rows.joined(separator: "\n"))

      Exit status: 0 done, 1 not all solved or something found, 2 a command line that cannot be understood, 3 could not judge.
      """
  }

  static func help(for command: Command) -> String {
    var lines = ["swift run grader \(command.name) \(command.arguments)", "", "  \(command.summary)"]
    if !command.options.isEmpty {
      lines += ["", "Options"]
      lines += command.options.map { option in
        "  \((option.name + (option.value.map { " <\($0)>" } ?? "")).padded(to: 22)) \(option.help)"
      }
    }
    lines += ["", "Examples"] + command.examples.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }
}
