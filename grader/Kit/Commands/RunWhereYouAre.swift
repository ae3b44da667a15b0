import CurriculumKit
import JudgeKit

/// `grader run` without a name: judges what has changed since it was judged, and shows the exercise that the learner works on.
struct RunWhereYouAre {
  let session: Session
  let subject: Subject

  func run() throws -> Int32 {
    let sources = SourceSet(session.curriculum, subject: subject)
    let record = try VerdictRecord(session: session, sources: sources)
    let place = record.place()
    guard let next = try place.next() else {
      // All are solved by what is remembered: whether they still are is part of the progress.
      let (report, text) = try ProgressCommand.progress(session)
      session.console.line(text)
      return report.isSolved ? ExitStatus.success : ExitStatus.unsolved
    }
    let changed = try session.curriculum.exercises.filter { exercise in
      guard case .written = try subject.submission(of: exercise) else { return false }
      return try record.isChanged(exercise)
    }
    // What fails is judged again though nothing changed: that is what was asked for.
    let work = changed.isEmpty ? [next] : changed
    let judgements = try session.judge(work, of: subject)
    let shown =
      Place.last(place.last, judging: work) { judgements[$0]?.verdict == .solved } ?? next
    let report = session.report(judgements, of: subject).only(shown.id)
    session.console.line(RunView(report, session).text)
    try session.tellNext(after: report, judgements)
    return judgements[shown]?.verdict == .solved ? ExitStatus.success : ExitStatus.unsolved
  }
}
