import Foundation
import GraderKit

/// A sheet that Canvas or Moodle exported, with marks filled in. Nothing is invented: a new column would be a new assignment, and
/// an empty cell might wipe a mark, so what has no verdict keeps the cell that it had.
enum PlatformSheet: String, Sendable {
  case canvas
  case moodle

  var option: String { "--" + rawValue }

  private var identifying: [String] {
    switch self {
    case .canvas: ["id", "sis user id", "sis login id", "integration id"]
    case .moodle: ["identifier", "username", "idnumber", "id number", "email", "email address", "full name"]
    }
  }

  /// The column of the platform's own numbers.
  private var numbering: String { self == .canvas ? "id" : "identifier" }

  /// A table of the platform's by student; nil where nothing in it identifies one.
  func students(of table: CSVTable) -> StudentTable? {
    StudentTable(table, identifiedBy: identifying, numberedBy: numbering)
  }

  /// The columns of Canvas' own that an upload needs; all others stay out, so that nothing else is changed.
  private static let canvasColumns = [
    "student", "id", "sis user id", "sis login id", "integration id", "root account", "section",
  ]

  struct Filled {
    var text: String
    var marks: Int
    var matches: StudentMatches
  }

  func filled(_ path: String, column: String?, with outcome: CohortOutcome, points: Points) throws -> Filled {
    let table = try CSVTable.read(path, of: option)
    guard var sheet = students(of: table) else {
      throw UsageError.badValue(path, of: option, wanted: "the sheet as it was exported, with its header")
    }
    let mark = try markColumn(of: sheet, named: column, path)
    let matches = sheet.matches(
      outcome.manifest.submissions.map(\.name), others: outcome.manifest.others ?? [])
    let grades = Dictionary(outcome.grades.map { ($0.submission, $0) }) { first, _ in first }
    let feedback = sheet.column("feedback", "feedback comments")
    var marks = 0
    for (number, name) in matches.byRow {
      guard let grade = grades[name] else { continue }
      let possible = most(of: sheet, row: number, mark: mark)
      sheet.rows[number][mark] = Self.mark(points.score(grade), of: points.most(grade), possible: possible)
      marks += 1
      if self == .moodle, let feedback, sheet.rows[number][feedback].isEmpty {
        sheet.rows[number][feedback] = "\(grade.report.solved) of \(grade.report.total) solved"
      }
    }
    let kept =
      self == .moodle
      ? Array(sheet.header.indices)
      : sheet.header.indices.filter {
        $0 == mark || Self.canvasColumns.contains(sheet.header[$0].unpadded.lowercased())
      }
    let rows = ([sheet.header] + sheet.rows).map { row in kept.map { row[$0] } }
    return Filled(text: CSVTable(rows: rows).text, marks: marks, matches: matches)
  }

  private func markColumn(of sheet: StudentTable, named name: String?, _ path: String) throws -> Int {
    if self == .moodle {
      if let column = name.map({ sheet.column($0.lowercased()) }) ?? sheet.column("grade") { return column }
      throw UsageError.badValue(path, of: option, wanted: "a column `Grade`, or its name after `--column`")
    }
    // Canvas writes the assignment's number after its name.
    let assignments = sheet.header.indices.filter {
      sheet.header[$0].wholeMatch(of: /.* \([0-9]+\)\s*/) != nil
    }
    let chosen = assignments.filter { index in
      guard let name else { return true }
      let header = sheet.header[index].unpadded
      return header == name || header.replacing(/\s+\([0-9]+\)$/, with: "") == name
    }
    guard chosen.count == 1 else {
      let names = assignments.map { "`\(sheet.header[$0])`" }.joined(separator: ", ")
      throw UsageError.badValue(
        name ?? path, of: name == nil ? option : "--column",
        wanted: names.isEmpty
          ? "a sheet with an assignment: make it in Canvas, and export again"
          : "one of the sheet's assignments after `--column`: \(names)")
    }
    return chosen[0]
  }

  /// The points that the platform gives for all; nil where it does not say.
  private func most(of sheet: StudentTable, row: Int, mark: Int) -> Double? {
    switch self {
    case .moodle: sheet.column("maximum grade").flatMap { Double(sheet.rows[row][$0].unpadded) }
    case .canvas:
      sheet.rows.first { $0.contains { $0.unpadded == "Points Possible" } }.flatMap {
        Double($0[mark].unpadded)
      }
    }
  }

  /// A mark in the platform's own points, to two decimals.
  static func mark(_ score: Int, of most: Int, possible: Double?) -> String {
    guard let possible, most > 0 else { return "\(score)" }
    let hundredths = Int((Double(score) * possible * 100 / Double(most)).rounded())
    let decimals = hundredths % 100
    if decimals == 0 { return "\(hundredths / 100)" }
    let digits = decimals < 10 ? "0\(decimals)" : "\(decimals)"
    return "\(hundredths / 100).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }
}
