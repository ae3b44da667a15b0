/// `grader list`: all exercises with their files.
enum ListCommand {
  static let command = Command(
    name: "list",
    summary: "all exercises, with their verdicts and files",
    options: [Options.Known(name: "--json", help: "one JSON object instead of text")],
    examples: ["swift run grader list", "swift run grader list --json"],
    action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    if let extra = options.words.first {
      throw UsageError.tooManyArguments(command: command.name, extra: extra)
    }
    let subject = try Subject.exercises(session.curriculum)
    let judgements = try session.judge(session.curriculum.exercises, of: subject)
    let report = Report(judgements, curriculum: session.curriculum, subject: subject.kind)
    if options.has("--json") {
      session.console.line(JSON.text(report))
      return ExitStatus.success
    }
    for chapter in report.chapters {
      session.console.line(session.style.bold("\(chapter.number) \(chapter.title)"))
      for part in chapter.exercises {
        let row =
          "  \(session.style.mark(part.verdict)) \(part.id.padded(to: 5)) \(part.name.padded(to: 18)) \(part.title)"
        session.console.line(
          row.columns <= session.console.width
            ? row : "  \(session.style.mark(part.verdict)) \(part.id.padded(to: 5)) \(part.name)")
      }
    }
    return ExitStatus.success
  }
}
