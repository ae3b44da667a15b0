import CurriculumKit
import JudgeKit
import SystemKit

/// The bench with all that is needed to judge on it, held by one grader at a time.
struct JudgingContext {
  let curriculum: Curriculum
  let workspace: Workspace
  let suites: SuiteJudge
  let activity: Activity
  private let lock: FileLock

  /// Waits until no other grader works here.
  init(_ session: Session, activity: Activity) throws {
    let lock = try FileLock(Self.lockFile(session.workbook)) {
      activity.say("waiting for another grader to finish")
    }
    OrphanProcesses.endAll(in: session.workbook.root)
    try self.init(session, activity: activity, lock: lock)
  }

  /// Held by the one grader that works on the benches.
  static func lockFile(_ workbook: Workbook) -> String { workbook.absolute(".build/grader/lock") }

  /// One of several under the same lock, each with a bench of its own name.
  init(_ session: Session, activity: Activity, lock: FileLock, bench name: String = "bench") throws {
    curriculum = session.curriculum
    self.activity = activity
    self.lock = lock
    var toolchain = try Toolchain()
    toolchain.isCancelled = session.isCancelled
    toolchain.lock = lock
    toolchain.mark = OrphanProcesses.mark(in: session.workbook.root, bench: name)
    workspace = try Workspace(curriculum: session.curriculum, toolchain: toolchain, name: name)
    suites = SuiteJudge(
      runner: SuiteRunner(workbook: session.workbook, toolchain: toolchain), patience: session.patience)
  }

  /// Judges exercises of one chapter.
  func judge(_ exercises: [Exercise], from sources: ChapterSources, patience: Double? = nil) throws
    -> [Exercise: Judgement]
  {
    var suites = suites
    if let patience { suites.patience = patience }
    let judge = ChapterJudge(
      sources: sources, builder: workspace, suites: suites,
      progress: { activity.say("\(sources.chapter.name): \($0)") })
    return try judge.judge(exercises)
  }

  /// Judges one text in the place of an exercise, among references.
  func judge(_ exercise: Exercise, as text: String, patience: Double? = nil) throws -> Judgement {
    let sources = try ChapterSources(
      exercise.chapter, subject: .only(exercise, text: text), curriculum: curriculum)
    return try judge([exercise], from: sources, patience: patience)[exercise] ?? .notStarted
  }
}
