import CurriculumKit
import SystemKit

/// `grader`: Your Progress.
enum ProgressCommand {
  static let command = Command(
    name: "progress",
    summary: "Your Progress: every chapter, the next exercise, the story so far",
    options: [Flag.json.option, Session.timeout.option],
    examples: ["swift run grader", "swift run grader --json"],
    action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let (report, text) = try progress(session)
    session.console.line(options.has(.json) ? JSON.text(report) : text)
    return ExitStatus.success
  }

  /// The report on all exercises, where only what is not known to be solved is judged, and how it is shown.
  static func progress(_ session: Session) throws -> (report: Report, text: String) {
    let subject = try Subject.exercises(session.curriculum)
    let judgements = try session.judge(session.curriculum.exercises, of: subject, reusing: true)
    let report = session.report(judgements, of: subject)
    let view = ProgressView(
      report: report, curriculum: session.curriculum, style: session.style, width: session.console.width,
      next: try session.place(knowing: judgements).next()?.id)
    return (report, view.text)
  }
}
