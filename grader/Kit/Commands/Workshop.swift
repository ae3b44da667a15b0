/// The bench with all that is needed to judge on it, held by one grader at a time.
struct Workshop {
  let curriculum: Curriculum
  let bench: Bench
  let runner: SuiteRunner
  let activity: Activity
  private let lock: BenchLock

  init(_ session: Session, activity: Activity) throws {
    curriculum = session.curriculum
    self.activity = activity
    var toolchain = try Toolchain()
    toolchain.isCancelled = session.isCancelled
    lock = try BenchLock(workbook: session.workbook) { activity.say("waiting for another grader to finish") }
    bench = try Bench(curriculum: session.curriculum, toolchain: toolchain)
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
