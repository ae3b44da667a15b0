import GraderKit
import SystemKit

/// `grader cohort`: judges all submissions in a folder, or a share of them, and goes on where it was ended.
package enum CohortCommand {
  package static let command = Command(
    .cohort,
    options: [
      results.option, jobs.option, shard.option, GradeCommand.only.option, GradeCommand.isolation.option,
    ] + MarksOptions.all + [
      CohortReportCommand.html.option, CohortReportCommand.csv.option, CohortReportCommand.hideNames.option,
    ],
    examples: [
      "swift run grader cohort ../submissions --out ../results",
      "swift run grader cohort ../submissions --out ../results --only 1 --jobs 2 --format gradescope",
      "swift run grader cohort ../submissions --out ../results --roster ../students.csv --canvas ../export.csv",
      "swift run grader cohort ../submissions --out ../shard-3 --shard 3/16",
      "swift run grader cohort merge ../shard-0 ../shard-1 --out ../results",
      "swift run grader cohort report ../results --html ../report.html",
    ], action: run)

  static let results = Setting(
    "--out", "folder", wanted: "a folder", help: "where results and the journal are written"
  ) { $0.isEmpty ? nil : $0 }
  /// More benches than a machine has cores gain nothing.
  private static let mostJobs = 64
  private static let jobs = Setting(
    "--jobs", "number", wanted: "a number from 1 to \(mostJobs)",
    help: "how many submissions are judged at once (default 1)"
  ) { text in Int(text).flatMap { (1...mostJobs).contains($0) ? $0 : nil } }
  private static let shard = Setting(
    "--shard", "share", wanted: "a share as in 3/16, `auto`, or `auto/16`",
    help: "judge a share: 3/16 is the fourth of sixteen; auto takes it from the engine; see `merge`"
  ) { ShardChoice($0) }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    switch options.words[0] {
    case "merge": try CohortMergeCommand.run(Array(options.words.dropFirst()), options, in: session)
    case "report": try CohortReportCommand.run(Array(options.words.dropFirst()), options, in: session)
    default: try judge(options, in: session)
    }
  }

  private static func judge(_ options: Options, in session: Session) throws -> Int32 {
    let folder = options.words[0]
    if options.words.count > 1 {
      throw UsageError.tooManyArguments(command: "cohort", extra: options.words[1])
    }
    guard let target = options[results] else {
      throw UsageError.missingValue("--out", wanted: "the folder for the results")
    }
    guard try Files.exists(folder) else {
      throw UsageError.badValue(folder, of: "cohort", wanted: "a folder of submissions")
    }
    let shard = try chosenShard(options)
    let cohort = try Cohort(folder: folder)
    let exercises = try GradeCommand.selected(options, session)
    let marks = try MarksOptions(options, session)
    let sandbox = try Sandbox(
      options[GradeCommand.isolation], toolchain: Toolchain(), workbook: session.workbook.root)
    try Files.makeFolder(target)
    let lock = try FileLock(target + "/lock" + (shard == .all ? "" : "-\(shard.index)-of-\(shard.count)")) {
      session.console.errorLine("grader: waiting for another grader that writes to \(target) …")
    }
    defer { withExtendedLifetime(lock) {} }
    let run = CohortRun(
      session: session, cohort: cohort, exercises: exercises, sandbox: sandbox,
      journal: try CohortJournal(in: target, shard: shard), shard: shard, jobs: options[jobs] ?? 1)
    let manifest = try run.manifest()
    try Files.write(Array((JSON.text(manifest) + "\n").utf8), to: "\(target)/\(CohortManifest.file)")
    let result = try run.run(manifest)
    let outcome = result.outcome
    // A share's marks would be taken for the class's.
    if shard == .all {
      try marks.write(outcome, to: target, session)
    } else {
      try marks.writeNothing(to: target, session)
    }
    let view = CohortView(console: session.console, target: target)
    view.tell(result, of: cohort, shard: shard, sandbox.isolation)
    if !outcome.missing.isEmpty { return ExitStatus.trouble }
    return outcome.unstable.isEmpty ? ExitStatus.success : ExitStatus.unsolved
  }

  private static func chosenShard(_ options: Options) throws -> Shard {
    switch options[shard] {
    case nil: .all
    case .this(let shard): shard
    case .auto(let count): try ShardEngine.shard(count: count, in: Session.environment)
    }
  }
}
