import CurriculumKit
import GraderKit
import SystemKit

/// `grader check`: the audit of the workbook, for authors and instructors.
package enum CheckCommand {
  package static let command = Command(
    .check,
    options: [Flag.json.option, mutants.option, limit.option, pairs.option, record.option],
    examples: [
      "swift run grader check", "swift run grader check 5.3", "swift run grader check --record 5.3",
      "swift run grader check --mutants 5.3",
    ],
    action: run)

  private static let pairs = Flag(
    "--pairs", help: "apply every two mistakes at once and count whom the report names; takes long")
  private static let record = Flag(
    "--record", help: "write down what the suites say to the mistakes, instead of comparing it")

  private static let mutants = Flag(
    "--mutants", help: "change the solutions in many small ways and list the changes that no test fails for")
  private static let limit = Setting(
    "--limit", "count", wanted: "how many, 1 or more",
    help: "with --mutants: so many of each exercise, always the same ones"
  ) { text in Int(text).flatMap { $0 > 0 ? $0 : nil } }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let named = try Selector(curriculum: session.curriculum).select(options.words)
    let activity = Activity(console: session.console)
    defer { activity.end() }
    let exercises = named.isEmpty ? session.curriculum.exercises : named
    if options.has(mutants) { return try tryMutants(of: exercises, options, session, activity) }
    if options.has(pairs) { return try countPairs(of: exercises, session, activity) }
    var audit = Audit(session: session, activity: activity, isRecording: options.has(record))
    // Nobody waits for the builds to read what the files say.
    if !options.has(.json) {
      audit.show = { findings in activity.interrupt { print(findings, session) } }
    }
    let report = try audit.run(on: exercises)
    activity.end()
    session.console.line(options.has(.json) ? JSON.text(report) : summary(of: report))
    return report.findings.isEmpty ? ExitStatus.success : ExitStatus.unsolved
  }

  private static func tryMutants(
    of exercises: [Exercise], _ options: Options, _ session: Session, _ activity: Activity
  ) throws -> Int32 {
    let subjects = try exercises.map {
      try MutantAudit.Subject($0, in: session.workbook, limit: options[limit])
    }
    let view = MutantView(style: session.style, width: session.console.width)
    var audit = MutantAudit()
    if !options.has(.json) {
      audit.show = { result in activity.interrupt { session.console.line(view.text(result)) } }
    }
    let report = try audit.run(subjects, on: BenchPool(session: session, activity: activity))
    activity.end()
    session.console.line(options.has(.json) ? JSON.text(report) : view.text(report))
    return report.isGood ? ExitStatus.success : ExitStatus.unsolved
  }

  private static func countPairs(of exercises: [Exercise], _ session: Session, _ activity: Activity) throws
    -> Int32
  {
    let counts = try BenchPool(session: session, activity: activity).map(exercises) { exercise, workshop in
      try PairAudit(workshop: workshop).run(on: exercise)
    }
    activity.end()
    var total = PairAudit.Count()
    session.console.line("exercise               pairs  apart  one of the two  nobody  as a third  wrong")
    for (exercise, count) in zip(exercises, counts) {
      session.console.line(row("\(exercise.id) \(exercise.name)", count))
      total.add(count, of: exercise)
    }
    session.console.line(row("all", total))
    for line in total.wrong { session.console.line(line) }
    return total.wrong.isEmpty ? ExitStatus.success : ExitStatus.unsolved
  }

  private static func row(_ name: String, _ count: PairAudit.Count) -> String {
    let numbers = [
      (count.pairs, 5), (count.apart, 5), (count.oneOfThem, 14), (count.nobody, 6), (count.third, 10),
      (count.wrong.count, 5),
    ]
    let cells = numbers.map { number, width in
      String(repeating: " ", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    return name.padded(to: 22) + " " + cells.joined(separator: "  ")
  }

  private static func print(_ findings: [Finding], _ session: Session) {
    for finding in findings {
      session.console.line(
        "\(session.style.red("✗")) \(finding.exercise) \(session.style.bold(finding.rule))")
      session.console.line(finding.message.wrapped(to: session.console.width, first: "    ", indent: "    "))
    }
  }

  private static func summary(of report: AuditReport) -> String {
    let tried = [
      report.exercises.pluralized("exercise"), report.tests.pluralized("test"),
      report.mistakes.pluralized("mistake"),
      report.alternatives.pluralized("alternative"),
    ].joined(separator: ", ")
    let isClean = report.findings.isEmpty
    return
      "\(isClean ? "" : "\n")\(tried) tried: \(isClean ? "no findings" : report.findings.count.pluralized("finding"))."
  }
}
