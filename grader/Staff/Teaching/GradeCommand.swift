import CurriculumKit
import GraderKit
import SystemKit

/// `grader grade`: judges what a stranger handed in, by this package's own suites.
package enum GradeCommand {
  package static let command = Command(
    .grade,
    options: [
      Flag.json.option, format.option, points.option, file.option, only.option, isolation.option,
    ],
    examples: [
      "swift run grader grade ../submissions/ada.zip", "swift run grader grade ../ada --only 1,5.2 --json",
      "swift run grader grade ../ada --format gradescope --out ../results.json --points ../points.csv",
    ], action: run)

  static let only = Setting(
    "--only", "exercises", wanted: "exercises, ranges and chapters with commas, as in 1,5.2,6.1-6.4",
    help: "judge these exercises and chapters alone, as in 1,5.2,6.1-6.4"
  ) { $0.isEmpty ? nil : $0 }

  static let isolation = Setting(
    "--isolation", "way", wanted: Isolation.allCases.map(\.rawValue).listed(with: "or"),
    help:
      "how code is kept in: bwrap or unshare; external says that a container is thrown away after this; none has limits alone (default: the strongest that works)",
    parse: Isolation.init(rawValue:))

  static let format = Setting(
    "--format", "name", wanted: GradeFormat.allCases.map(\.rawValue).listed(with: "or"),
    help: "marks for other programs: \(GradeFormat.allCases.map(\.rawValue).listed(with: "or"))",
    parse: GradeFormat.init(rawValue:))

  static let points = Setting(
    "--points", "file", wanted: "a CSV file with lines as 5.3,2",
    help: "what exercises and chapters are worth, in lines as 5.3,2 (default: one point each)"
  ) { $0.isEmpty ? nil : $0 }

  private static let file = Setting(
    "--out", "file", wanted: "a file",
    help: "write there, and after each chapter: what ends the grader leaves the marks so far"
  ) { $0.isEmpty ? nil : $0 }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let path = options.words[0]
    guard try Files.exists(path) else {
      throw UsageError.badValue(path, of: "grade", wanted: "the path of a submission")
    }
    let exercises = try selected(options, session)
    let marks = Marks(
      points: try options[points].map { try Points.read($0, session.curriculum) } ?? .equal,
      environment: Session.environment)
    let output = GradeOutput(
      file: options[file], format: options[format], isJSON: options.has(.json), marks: marks)
    do {
      let toolchain = try Toolchain()
      let sandbox = try Sandbox(options[isolation], toolchain: toolchain, workbook: session.workbook.root)
      let intake = Intake(session.curriculum, toolchain, sandbox)
      let grade = try judge(path, exercises, intake, sandbox, session) { try output.write($0) }
      try output.finish(grade, try? intake.take(path), session)
      return grade.report.isSolved ? ExitStatus.success : ExitStatus.unsolved
    } catch {
      // A platform that has words for trouble takes no attempt away.
      if !(error is UsageError) { try output.trouble("\(error)", session) }
      throw error
    }
  }

  private static func judge(
    _ path: String, _ exercises: [Exercise], _ intake: Intake, _ sandbox: Sandbox, _ session: Session,
    told: @escaping (GradeReport) throws -> Void
  ) throws -> GradeReport {
    let activity = Activity(console: session.console)
    defer { activity.end() }
    let bench = GradeBench(session: session, activity: activity, sandbox: sandbox)
    var judge = SubmissionJudge(
      curriculum: session.curriculum, intake: intake, exercises: exercises,
      workshop: { try bench.workshop() })
    judge.told = told
    return try judge.judge(
      path, name: GradeReport.name(ofPath: path), isolation: sandbox.isolation, in: session)
  }

  /// The exercises that are asked for, in the order of the book; all of them where none is named.
  static func selected(_ options: Options, _ session: Session) throws -> [Exercise] {
    guard let list = options[only] else { return session.curriculum.exercises }
    let all = session.curriculum.exercises
    let selector = Selector(curriculum: session.curriculum)
    var chosen: Set<Exercise> = []
    for word in list.split(separator: ",").map({ String($0.filter { $0 != " " }) }) {
      // `1.1-1.8`, with a hyphen or as a page sets it.
      guard let range = word.wholeMatch(of: /([0-9.]+)[-–]([0-9.]+)/) else {
        chosen.formUnion(try selector.select([word]))
        continue
      }
      let (first, last) = (try selector.select([String(range.1)]), try selector.select([String(range.2)]))
      guard let from = all.firstIndex(where: first.contains), let to = all.lastIndex(where: last.contains),
        from <= to
      else { throw UsageError.badValue(word, of: "--only", wanted: "a range from the earlier to the later") }
      chosen.formUnion(all[from...to])
    }
    return all.filter(chosen.contains)
  }
}

/// The bench that strangers' code is judged on, made when it is first asked for.
final class GradeBench {
  private let session: Session
  private let activity: Activity
  private let sandbox: Sandbox
  private var made: JudgingContext?

  static let name = "bench-grade"

  init(session: Session, activity: Activity, sandbox: Sandbox) {
    self.session = session
    self.activity = activity
    self.sandbox = sandbox
  }

  func workshop() throws -> JudgingContext {
    if let made { return made }
    let lock = try JudgingContext.takeLock(session, activity)
    OrphanProcesses.endAll(in: session.workbook.root)
    let workshop = try JudgingContext(
      session, activity: activity, lock: lock, bench: Self.name, sandbox: sandbox)
    made = workshop
    return workshop
  }
}

extension Intake {
  /// One that reads git bundles, too.
  init(_ curriculum: Curriculum, _ toolchain: Toolchain, _ sandbox: Sandbox) {
    self.init(curriculum: curriculum) { try GitBundle(toolchain: toolchain, sandbox: sandbox).tar($0) }
  }
}

extension HandIn {
  /// A line of a submitted file, counted from 1, for showing beside an error.
  func line(of path: String, _ number: Int) -> String? {
    guard path.hasPrefix("Exercises/"), let bytes = files[String(path.dropFirst("Exercises/".count))] else {
      return nil
    }
    let lines = String(decoding: bytes, as: UTF8.self).normalizedLines.lines
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }
}
