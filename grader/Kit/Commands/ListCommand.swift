import CurriculumKit
import JudgeKit
import SystemKit

/// `grader list`: all exercises with what was last said of them, at once: nothing is built.
enum ListCommand {
  static let command = Command(
    name: "list", summary: "all exercises with their last verdicts; nothing is built",
    options: [Flag.json.option],
    examples: ["swift run grader list", "swift run grader list --json"], action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let (report, stale) = try lastReport(session)
    if options.has(.json) {
      session.console.line(JSON.text(report))
    } else {
      session.console.line(
        ListView(report: report, stale: stale, style: session.style, width: session.console.width).text)
    }
    return ExitStatus.success
  }

  /// What the last judging said, and which exercises have changed since.
  static func lastReport(_ session: Session) throws -> (report: Report, stale: Set<String>) {
    let subject = try Subject.exercises(session.curriculum)
    let record = try VerdictRecord(session: session, sources: SourceSet(session.curriculum, subject: subject))
    if let warning = record.warning { session.console.errorLine("grader: \(warning)") }
    var judgements: [Exercise: Judgement] = [:]
    var notJudged: Set<Exercise> = []
    var stale: Set<String> = []
    for exercise in session.curriculum.exercises {
      switch try subject.submission(of: exercise) {
      case .untouched: judgements[exercise] = .notStarted
      case .unusable(let diagnostic): judgements[exercise] = .doesNotCompile([diagnostic])
      case .refused(let diagnostics):
        judgements[exercise] = Judgement(verdict: .refused, diagnostics: diagnostics)
      case .written:
        let last = try record.last(exercise)
        if let last, !last.isStale {
          judgements[exercise] = Judgement(verdict: last.verdict.verdict)
        } else {
          notJudged.insert(exercise)
          if last != nil { stale.insert(exercise.id) }
        }
      }
    }
    return (
      Report(judgements, notJudged: notJudged, curriculum: session.curriculum, subject: subject.kind), stale
    )
  }
}
