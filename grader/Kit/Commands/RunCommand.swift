import CurriculumKit
import JudgeKit
import SystemKit

/// `grader run`: judges what is named.
enum RunCommand {
  static let command = Command(
    name: "run",
    summary: "judge exercises by id, name, chapter or path; without one, where you are",
    arguments: .exercises,
    options: [Flag.json.option, solutions.option, test.option, Session.timeout.option],
    examples: [
      "swift run grader run", "swift run grader run 1.1", "swift run grader run Header SmoothWRR",
      "swift run grader run LoadBalancing", "swift run grader run 1.1 --test 3",
      "swift run grader run --solutions --json",
    ],
    action: run)

  private static let solutions = Flag(
    "--solutions", help: "judge the reference solutions instead of Exercises", needsSolutions: true)
  private static let test = Setting(
    "--test", "number or name", wanted: "a test's number in the report, or words of its name",
    help: "run one test of one exercise alone; the verdict that is remembered stays"
  ) { $0.isEmpty ? nil : $0 }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let curriculum = session.curriculum
    let named = try Selector(curriculum: curriculum).select(options.words)
    let chapters = named.isEmpty ? nil : Set(named.map(\.chapter))
    let subject =
      options.has(solutions)
      ? try Subject.solutions(curriculum) : try Subject.exercises(curriculum, of: chapters)
    if let wanted = options[test] {
      let exercise = try session.one(options.words, command: command.name)
      return try SingleTest(exercise: exercise, subject: subject, session: session)
        .run(wanted, asJSON: options.has(.json))
    }
    if named.isEmpty, subject.kind == .exercises, !options.has(.json) {
      return try RunWhereYouAre(session: session, subject: subject).run()
    }
    let judgements = try session.judge(
      named.isEmpty ? curriculum.exercises : named, of: subject, reusing: named.isEmpty)
    let report = session.report(judgements, of: subject)
    if options.has(.json) {
      session.console.line(JSON.text(report))
    } else {
      session.console.line(RunView(report, session).text)
      if subject.kind == .exercises { try session.tellNext(after: report, judgements) }
    }
    return report.isSolved ? ExitStatus.success : ExitStatus.unsolved
  }
}

extension RunView {
  /// A view with the session's terminal and files.
  init(_ report: Report, _ session: Session) {
    self.init(
      report: report, style: session.style, width: session.console.width,
      source: session.workbook.line(of:_:))
  }
}

extension Session {
  /// The next step, always: the first of these that is not solved, else where the learner goes on.
  func tellNext(after report: Report, _ judgements: [Exercise: Judgement]) throws {
    console.line("")
    let next = try place(knowing: judgements).next()
    let open = report.exercises.filter { $0.verdict != .solved }
    let part = open.first { $0.id == next?.id } ?? open.first
    if let part, part.verdict == .notStarted {
      tell("Read its page:", command: "swift run grader read \(part.id)")
    } else if let part {
      tell("Edit \(part.file), then", command: "swift run grader run \(part.id)")
    } else if let next {
      tell(
        "Next: \(next.id) \(curriculum.title(of: next)):", command: "swift run grader read \(next.id)")
    } else {
      tell("Every exercise is solved:", command: "swift run grader")
    }
  }
}
