/// The bench with all that is needed to judge on it, held by one grader at a time.
struct Workshop {
  let curriculum: Curriculum
  let bench: Bench
  let runner: SuiteRunner
  let activity: Activity
  private let lock: BenchLock

  /// Waits until no other grader works here.
  init(_ session: Session, activity: Activity) throws {
    let lock = try BenchLock(workbook: session.workbook) {
      activity.say("waiting for another grader to finish")
    }
    try self.init(session, activity: activity, lock: lock)
  }

  /// One of several under the same lock, each with a bench of its own name.
  init(_ session: Session, activity: Activity, lock: BenchLock, bench name: String = "bench") throws {
    curriculum = session.curriculum
    self.activity = activity
    self.lock = lock
    var toolchain = try Toolchain()
    toolchain.isCancelled = session.isCancelled
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
