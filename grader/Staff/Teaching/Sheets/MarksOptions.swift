import GraderKit
import SystemKit

/// What `cohort` and `cohort merge` write beside the marks that they always write.
struct MarksOptions {
  private var points = Points.equal
  private var format: GradeFormat?
  private var roster: Roster?
  private var sheets: [(PlatformSheet, path: String)] = []
  private var column: String?

  static let all = [
    GradeCommand.format.option, GradeCommand.points.option, roster.option, canvas.option, moodle.option,
    column.option,
  ]

  private static let roster = file("--roster", "who is in the class: roster.csv is this file with marks")
  private static let canvas = file(
    "--canvas", "a gradebook exported from Canvas: canvas.csv is filled in for upload")
  private static let moodle = file(
    "--moodle", "a grading sheet exported from Moodle: moodle.csv is filled in")
  private static let column = Setting(
    "--column", "name", wanted: "the name of a column",
    help: "the assignment of the sheet, where it has several"
  ) { $0.isEmpty ? nil : $0 }

  private static func file(_ name: String, _ help: String) -> Setting<String> {
    Setting(name, "file", wanted: "a CSV file", help: help) { $0.isEmpty ? nil : $0 }
  }

  /// Reads the files now, so that what is wrong with them is said before anything is judged.
  init(_ options: Options, _ session: Session) throws {
    format = options[GradeCommand.format]
    points = try options[GradeCommand.points].map { try Points.read($0, session.curriculum) } ?? .equal
    roster = try options[Self.roster].map(Roster.read)
    column = options[Self.column]
    sheets = [(PlatformSheet.canvas, options[Self.canvas]), (.moodle, options[Self.moodle])].compactMap {
      kind, path in
      path.map { (kind, $0) }
    }
    for (sheet, path) in sheets { _ = try CSVTable.read(path, of: sheet.option) }
  }

  func write(_ outcome: CohortOutcome, to target: String, _ session: Session) throws {
    let marks = Marks(points: points, environment: Session.environment)
    var files = GradeFormat.csv.files(outcome.grades, marks, exercises: outcome.manifest.exercises)
    files["results.json"] = JSON.text(outcome.grades) + "\n"
    if let format {
      files.merge(format.files(outcome.grades, marks, exercises: outcome.manifest.exercises)) { $1 }
    }
    if let roster {
      let filled = roster.filled(outcome, points: points)
      files["roster.csv"] = filled.text
      tell(filled.matches, in: "the roster", session)
      let absent = filled.matches.absent
      if !absent.isEmpty {
        complain("handed in nothing: \(absent.map(\.printable).joined(separator: ", "))", session)
      }
    }
    for (sheet, path) in sheets {
      let filled = try sheet.filled(path, column: column, with: outcome, points: points)
      files["\(sheet.rawValue).csv"] = filled.text
      tell(filled.matches, in: path, session)
      session.console.line("\(target)/\(sheet.rawValue).csv: \(filled.marks.pluralized("mark")) filled in.")
    }
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try Files.write(Array(text.utf8), to: "\(target)/\(name)")
    }
    for text in try OldMarks(in: target, without: files.keys).lines(in: target) { complain(text, session) }
  }

  /// What a share does not write, a run over the whole may have.
  func writeNothing(to target: String, _ session: Session) throws {
    for text in try OldMarks(in: target, without: []).lines(in: target) { complain(text, session) }
  }

  private func tell(_ matches: StudentMatches, in place: String, _ session: Session) {
    for text in MatchesText(matches: matches, place: place).lines { complain(text, session) }
  }

  private func complain(_ text: String, _ session: Session) {
    session.console.errorLine("grader: \(text)".wrapped(to: session.console.width))
  }
}
