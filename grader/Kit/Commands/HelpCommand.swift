/// `grader help`: the commands, or one of them.
struct HelpCommand {
  static let command = Command(
    name: "help",
    summary: "the commands, or one of them",
    arguments: .command,
    examples: ["swift run grader help", "swift run grader help run"],
    action: run)

  /// What needs a workbook: help on what another program does.
  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    try StaffProgram(session.workbook).run([command.name] + options.words, session.console)
  }

  /// What is listed.
  let commands: [Command]
  let width: Int

  /// The help on a command, or on all of them.
  func text(about command: Command?) -> String {
    (command.map(lines) ?? overview).joined(separator: "\n")
  }

  private var overview: [String] {
    [
      "The grader of the Post Road workbook: it judges your exercises and says what comes next.".wrapped(
        to: width), "",
      row("swift run grader", "Your Progress"), "  swift run grader <command>", "",
    ]
      + commands.map { row($0.usage, $0.summary) }
      + [
        "",
        "Exit status: 0 done; 1 not all solved, or something found; 2 a command line that cannot be understood; 3 could not judge."
          .wrapped(to: width),
      ]
  }

  private func lines(on command: Command) -> [String] {
    var lines = [
      "swift run grader \(command.usage)", "", command.summary.wrapped(to: width),
    ]
    if !command.options.isEmpty {
      lines += ["", "Options"]
      lines += command.options.map {
        row($0.name + ($0.value.map { " <\($0.placeholder)>" } ?? ""), $0.help)
      }
    }
    return lines + ["", "Examples"] + command.examples.map { "  \($0)" }
  }

  /// Two columns where there is room, and two lines where there is not.
  private func row(_ name: String, _ meaning: String) -> String {
    let column = 24
    let indent = String(repeating: " ", count: width >= 2 * column ? column + 2 : 6)
    if width >= 2 * column, name.count < column {
      return meaning.wrapped(to: width, first: "  " + name.padded(to: column), indent: indent)
    }
    return "  \(name)\n" + meaning.wrapped(to: width, first: indent, indent: indent)
  }
}
