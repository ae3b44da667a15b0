import CurriculumKit

/// `grader read`: a page of the book, set for the terminal.
enum ReadCommand {
  static let command = Command(
    name: "read", summary: "the page of an exercise or a chapter, without its hints",
    arguments: .page,
    examples: ["swift run grader read", "swift run grader read 1.1", "swift run grader read DNSMessages"],
    action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let exercises = try session.named(options.words)
    let view = PageView(style: session.style, width: session.console.width)
    // A chapter's name names its page.
    if let chapter = exercises.first?.chapter, exercises.count > 1 {
      let page = try session.workbook.text(chapter.page)
      Pager(session).show(view.render(page, without: ["The story so far", "Topics"]))
      return ExitStatus.success
    }
    let exercise = try session.one(options.words, command: command.name)
    var text = view.render(try session.workbook.text(exercise.page), without: ["Hints"]) + "\n"
    let given = Vocabulary(session.curriculum).files(of: exercise)
    if !given.isEmpty {
      let files = "You are given, in \(Vocabulary.home): " + given.joined(separator: ", ")
      text += "\n" + files.wrapped(to: session.console.width) + "\n"
    }
    Pager(session).show(text)
    session.tell("Edit \(exercise.file), then", command: "swift run grader run \(exercise.id)")
    return ExitStatus.success
  }
}
