import CurriculumKit
import GraderKit
import SystemKit

/// Looks over exercises with every rule: first the files as they are, then what they do on the bench.
struct Audit: Sendable {
  let session: Session
  let activity: Activity
  /// Whether the suites' answers are written down instead of compared.
  let isRecording: Bool
  /// Is given findings as soon as they are known, in the order of the report.
  var show: @Sendable ([Finding]) -> Void = { _ in }

  func run(on exercises: [Exercise]) throws -> AuditReport {
    let reader = PartsReader(
      curriculum: session.curriculum,
      scope: AuditScope(
        course: session.curriculum.exercises, checked: Set(exercises), isRecording: isRecording))
    var report = AuditReport(exercises: exercises.count)
    let parts = try exercises.map(reader.parts(of:))
    let chapters = try session.curriculum.chapters.filter { chapter in
      exercises.contains { $0.chapter == chapter }
    }.map(reader.parts(of:))

    let journal = FindingJournal(show: show)
    journal.add(RuleBook.course.findings(reader.course()))
    for chapter in chapters {
      journal.add(RuleBook.chapter.findings(chapter))
      for part in parts where part.exercise.chapter == chapter.chapter {
        journal.add(RuleBook.exercise.findings(part))
      }
    }
    // What is still to be filled in need not be built to be known.
    let filled = parts.filter { Rule.placeholdersFilled.findings($0, at: "").isEmpty }
    let tried = chapters.filter { chapter in filled.contains { $0.exercise.chapter == chapter.chapter } }
    for trial in try trials(filled, in: tried, journal) {
      report.tests += trial.parts.tests.count
      report.mistakes += trial.mistakes.count
      report.alternatives += trial.alternatives.count
    }
    report.findings = journal.findings
    return report
  }

  /// Builds and runs: each chapter as a whole, then the exercises of those whose solutions compile.
  private func trials(_ parts: [ExerciseParts], in chapters: [ChapterParts], _ journal: FindingJournal) throws
    -> [Trial]
  {
    // Two exercises that declare one type were found already; whatever the compiler says follows from it.
    let apart = chapters.filter { Rule.typesUnique.findings($0, at: "").isEmpty }
    let pool = BenchPool(session: session, activity: activity)
    let show: @Sendable (ChapterResult) -> Void = { result in
      journal.add(RuleBook.chapterTrial.findings(result.compiled))
      for trial in result.trials { journal.add(RuleBook.trial.findings(trial)) }
    }
    if apart.count > 1 {
      // By chapters: what is given in one, and its suites, are then compiled on one bench alone.
      return try pool.map(apart, finished: show) { chapter, workshop in
        try result(of: chapter, parts, on: OneBench(tryout: BenchTryout(workshop: workshop)))
      }.flatMap(\.trials)
    }
    return try apart.flatMap { chapter in
      let result = try result(of: chapter, parts, on: pool)
      show(result)
      return result.trials
    }
  }

  /// What building and running shows of a chapter.
  private struct ChapterResult: Sendable {
    let compiled: ChapterTrial
    /// None where the chapter does not compile.
    let trials: [Trial]
  }

  private func result(of chapter: ChapterParts, _ parts: [ExerciseParts], on benches: any Benches) throws
    -> ChapterResult
  {
    let compiled = try benches.map([chapter]) { try ChapterTrial.run($0, on: $1) }[0]
    guard !compiled.isBlocked else { return ChapterResult(compiled: compiled, trials: []) }
    let trials = try BatchedTrials(benches: benches).run(
      parts.filter { $0.exercise.chapter == chapter.chapter }, brokenStubs: compiled.brokenStubs)
    if isRecording { for trial in trials { try record(trial) } }
    return ChapterResult(compiled: compiled, trials: trials)
  }

  private func record(_ trial: Trial) throws {
    guard let recording = trial.recording, recording != trial.parts.knownAnswers.value else { return }
    try Files.write(
      Array((JSON.text(recording) + "\n").utf8), to: session.workbook.absolute(trial.parts.recorded.path))
  }
}
