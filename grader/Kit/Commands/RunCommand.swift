import CurriculumKit
import SystemKit

/// `grader run`: judges what is named.
enum RunCommand {
  static let command = Command(
    name: "run",
    summary: "judge exercises by id, name, chapter or path; without one, the next unsolved",
    arguments: .exercises,
    options: [Flag.json.option, solutions.option, Session.timeout.option],
    examples: [
      "swift run grader run", "swift run grader run 1.1", "swift run grader run Header SmoothWRR",
      "swift run grader run LoadBalancing", "swift run grader run --solutions --json",
    ],
    action: run)

  private static let solutions = Flag(
    "--solutions", help: "judge the reference solutions instead of Exercises")

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let curriculum = session.curriculum
    let named = try Selector(curriculum: curriculum).select(options.words)
    let chapters = named.isEmpty ? nil : Set(named.map(\.chapter))
    let subject =
      options.has(solutions)
      ? try Subject.solutions(curriculum) : try Subject.exercises(curriculum, of: chapters)
    let judgements = try session.judge(
      named.isEmpty ? curriculum.exercises : named, of: subject, reusing: named.isEmpty)
    let report = session.report(judgements, of: subject.kind)
    if options.has(.json) {
      session.console.line(JSON.text(report))
    } else if named.isEmpty, subject.kind == .exercises {
      tellNext(report, session)
    } else {
      let view = RunView(
        report: report, style: session.style, width: session.console.width,
        source: session.workbook.line(of:_:), makesBytes: session.workbook.makesBytes)
      session.console.line(view.text)
      if subject.kind == .exercises { tellWhatToDo(report, session) }
    }
    return report.isSolved ? ExitStatus.success : ExitStatus.unsolved
  }

  /// Without a name: the first unsolved that was begun in full, or the praise for the last one and what comes next.
  private static func tellNext(_ report: Report, _ session: Session) {
    let begun = report.exercises.filter { $0.verdict != .notStarted }
    let shown = begun.first { $0.verdict != .solved } ?? begun.last
    if let shown {
      let view = RunView(
        report: report.only(shown.id), style: session.style, width: session.console.width,
        source: session.workbook.line(of:_:), makesBytes: session.workbook.makesBytes)
      session.console.line(view.text)
    }
    if let unsolved = shown, unsolved.verdict != .solved {
      tellWhatToDo(report.only(unsolved.id), session)
    } else {
      session.console.line("")
      session.console.line(
        ProgressView(
          report: report, curriculum: session.curriculum, style: session.style, width: session.console.width
        ).text)
    }
  }

  /// The next step, always.
  private static func tellWhatToDo(_ report: Report, _ session: Session) {
    guard let part = report.exercises.first(where: { $0.verdict != .solved }) else {
      session.console.line("")
      let last = report.exercises.last?.id
      let judged = session.curriculum.exercises.first { $0.id == last }
      let next = judged.flatMap(session.next(after:))
      let command = next.map { "swift run grader read \($0.id)" } ?? "swift run grader"
      let title = next.map { "Next: \($0.id) \(session.curriculum.title(of: $0))" } ?? "Your progress"
      session.tell("\(title):", command: command)
      return
    }
    session.console.line("")
    session.tell("Edit \(part.file), then", command: "swift run grader run \(part.id)")
  }
}

extension Report {
  /// The report with one exercise alone; the counts stay those of all.
  func only(_ id: String) -> Report {
    var report = self
    report.chapters = chapters.compactMap { chapter in
      var chapter = chapter
      chapter.exercises = chapter.exercises.filter { $0.id == id }
      return chapter.exercises.isEmpty ? nil : chapter
    }
    return report
  }
}
