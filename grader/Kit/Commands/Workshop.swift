/// The bench with all that is needed to judge on it, held by one grader at a time.
struct Workshop {
  let curriculum: Curriculum
  let bench: Bench
  let runner: SuiteRunner
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
    bench = try Bench(curriculum: session.curriculum, toolchain: toolchain, name: name)
    runner = SuiteRunner(workbook: session.workbook, toolchain: toolchain, patience: session.patience)
  }

  /// Judges exercises of one chapter.
  func judge(
    _ exercises: [Exercise], of subject: Subject, only: Set<String>? = nil, patience: Double? = nil
  ) throws -> [Exercise: Judgement] {
    guard let chapter = exercises.first?.chapter else { return [:] }
    var runner = runner
    if let patience { runner.patience = patience }
    let judge = ChapterJudge(
      curriculum: curriculum, chapter: chapter, subject: subject, bench: bench, runner: runner, only: only,
      progress: { activity.say("\(chapter.name): \($0)") })
    return try judge.judge(exercises)
  }
}
