import CurriculumKit

/// `grader read`: a page of the book, set for the terminal.
enum ReadCommand {
  static let command = Command(
    name: "read", summary: "the page of an exercise or a chapter, without its hints and answers",
    arguments: .page, options: [answers.option],
    examples: [
      "swift run grader read", "swift run grader read 1.1", "swift run grader read DNSMessages",
      "swift run grader read 1 --answers",
    ],
    action: run)

  private static let answers = Flag("--answers", help: "a chapter's questions, each with its answer")

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let exercises = try session.named(options.words)
    let view = PageView(style: session.style, width: session.console.width)
    // A chapter's name names its page. Without a name, the chapter where the learner is has the answers.
    let namesChapter = exercises.count > 1 || (options.has(answers) && options.words.isEmpty)
    if namesChapter, let chapter = exercises.first?.chapter {
      try show(chapter, withAnswers: options.has(answers), view, in: session)
      return ExitStatus.success
    }
    let exercise = try session.one(options.words, command: command.name)
    guard !options.has(answers) else { throw UsageError.answersOfExercise(exercise) }
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

  private static func show(
    _ chapter: Chapter, withAnswers: Bool, _ view: PageView, in session: Session
  ) throws {
    let text = try session.workbook.text(chapter.page)
    let page = Page(text)
    if withAnswers {
      Pager(session).show(view.render(sheet(of: page)))
      return
    }
    let shown = view.render(text, without: [Page.answers, "The story so far", "Topics"])
    Pager(session).show(page.answered.isEmpty ? shown : shown + "\n")
    if !page.answered.isEmpty {
      session.tell(
        "Compare your answers with ours:", command: "swift run grader read \(chapter.number) --answers")
    }
  }

  /// Each question with its answer below it.
  private static func sheet(of page: Page) -> String {
    let title = "# \(page.title ?? Page.questions)\n\n## \(Page.answers)"
    guard !page.answered.isEmpty else { return "\(title)\n\nThis chapter has no answers yet." }
    return page.answered.enumerated().reduce(title) { text, pair in
      "\(text)\n\n\(pair.offset + 1). \(pair.element.question)\n\n\(pair.element.answer)"
    }
  }
}
