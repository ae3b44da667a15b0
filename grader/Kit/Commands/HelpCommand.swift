/// `grader help`: the commands, or one of them.
enum HelpCommand {
  static let command = Command(
    name: "help",
    summary: "the commands, or one of them",
    arguments: .command,
    examples: ["swift run grader help", "swift run grader help run"],
    action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    session.console.line(try text(about: options.words.first, width: session.console.width))
    return ExitStatus.success
  }

  /// The help on a command, or on all of them.
  static func text(about word: String?, width: Int) throws(UsageError) -> String {
    guard let word else { return overview(width).joined(separator: "\n") }
    return lines(on: try Grader.command(named: word), width: width).joined(separator: "\n")
  }

  private static func overview(_ width: Int) -> [String] {
    [
      "The grader of the Post Road workbook: it judges your exercises and says what comes next.".wrapped(
        to: width), "",
      row("swift run grader", "Your Progress", width), "  swift run grader <command>", "",
    ]
      + Grader.commands.map { row($0.usage, $0.summary, width) }
      + [
        "",
        "Exit status: 0 done; 1 not all solved, or something found; 2 a command line that cannot be understood; 3 could not judge."
          .wrapped(to: width),
      ]
  }

  private static func lines(on command: Command, width: Int) -> [String] {
    var lines = [
      "swift run grader \(command.usage)", "", command.summary.wrapped(to: width),
    ]
    if !command.options.isEmpty {
      lines += ["", "Options"]
      lines += command.options.map {
        row($0.name + ($0.value.map { " <\($0.placeholder)>" } ?? ""), $0.help, width)
      }
    }
    return lines + ["", "Examples"] + command.examples.map { "  \($0)" }
  }

  /// Two columns where there is room, and two lines where there is not.
  private static func row(_ name: String, _ meaning: String, _ width: Int) -> String {
    let column = 24
    let indent = String(repeating: " ", count: width >= 2 * column ? column + 2 : 6)
    if width >= 2 * column, name.count < column {
      return meaning.wrapped(to: width, first: "  " + name.padded(to: column), indent: indent)
    }
    return "  \(name)\n" + meaning.wrapped(to: width, first: indent, indent: indent)
  }
}
