import CurriculumKit
import JudgeKit
import SystemKit

/// `grader cohort`: judges all submissions in a folder, and goes on where it was ended.
enum CohortCommand {
  static let command = Command(
    name: "cohort", summary: "instructor: judge every submission in a folder; goes on where it was ended",
    arguments: .path("folder of submissions"),
    options: [
      results.option, jobs.option, GradeCommand.only.option, GradeCommand.format.option,
      GradeCommand.isolation.option,
    ],
    needsSolutions: true,
    examples: [
      "swift run grader cohort submissions --out results",
      "swift run grader cohort submissions --out results --only 1 --jobs 2 --format gradescope",
    ], action: run)

  private static let results = Setting(
    "--out", "folder", wanted: "a folder", help: "where results and the journal are written"
  ) { $0.isEmpty ? nil : $0 }
  /// More benches than a machine has cores gain nothing.
  private static let mostJobs = 64
  private static let jobs = Setting(
    "--jobs", "number", wanted: "a number from 1 to \(mostJobs)",
    help: "how many submissions are judged at once (default 1)"
  ) { text in Int(text).flatMap { (1...mostJobs).contains($0) ? $0 : nil } }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let folder = options.words[0]
    guard let target = options[results] else {
      throw UsageError.missingValue("--out", wanted: "the folder for the results")
    }
    guard try Files.exists(folder) else {
      throw UsageError.badValue(folder, of: "cohort", wanted: "a folder of submissions")
    }
    let cohort = try Cohort(folder: folder)
    let exercises = try GradeCommand.selected(options, session)
    let sandbox = try Sandbox(
      options[GradeCommand.isolation], toolchain: Toolchain(), workbook: session.workbook.root)
    try Files.makeFolder(target)
    let lock = try FileLock(target + "/lock") {
      session.console.errorLine("grader: waiting for another grader that writes to \(target) …")
    }
    defer { withExtendedLifetime(lock) {} }
    let run = CohortRun(
      session: session, cohort: cohort, exercises: exercises, sandbox: sandbox,
      journal: try CohortJournal(target + "/journal.jsonl"), jobs: options[jobs] ?? 1)
    let outcome = try run.run()
    try write(outcome.grades, to: target, format: options[GradeCommand.format])
    tell(outcome, of: cohort, sandbox.isolation, target, session)
    return outcome.troubles.isEmpty ? ExitStatus.success : ExitStatus.trouble
  }

  private static func write(_ grades: [GradeReport], to target: String, format: GradeFormat?) throws {
    var files = GradeFormat.csv.files(grades)
    files["results.json"] = JSON.text(grades) + "\n"
    if let format { files.merge(format.files(grades)) { $1 } }
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try Files.write(Array(text.utf8), to: "\(target)/\(name)")
    }
  }

  private static func tell(
    _ outcome: CohortRun.Outcome, of cohort: Cohort, _ isolation: Isolation, _ target: String,
    _ session: Session
  ) {
    let console = session.console
    for grade in outcome.grades {
      let end =
        grade.refused.map { "refused: \($0)" } ?? "\(grade.report.solved) of \(grade.report.total) solved"
      console.line("\(grade.submission): \(end)".wrapped(to: console.width, indent: "  "))
    }
    if !outcome.grades.isEmpty { console.line("") }
    let remembered = outcome.grades.count - outcome.judged
    let counts =
      "\(outcome.judged.pluralized("submission")) judged"
      + (remembered > 0 ? ", \(remembered) known already" : "")
    console.line("\(counts). \(target)/results.csv".wrapped(to: console.width, indent: "  "))
    console.line("Compiled and run \(isolation).".wrapped(to: console.width, indent: "  "))
    for name in cohort.others {
      console.errorLine("grader: \(name.printable) is no submission.".wrapped(to: console.width))
    }
    for trouble in outcome.troubles {
      console.errorLine(
        "grader: \(trouble.name) was not judged: \(trouble.reason) The same command judges it again."
          .wrapped(to: console.width))
    }
  }
}
