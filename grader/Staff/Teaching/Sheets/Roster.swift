import GraderKit

/// Who is in the class: `username,first_name,last_name,email,section,github_id` with whatever else, as Classroom 50 has it.
struct Roster: Sendable {
  private let students: StudentTable

  private static let identifying = ["username", "email", "github_id", "student", "id", "login"]
  /// What is added to the columns that are there.
  private static let added = ["submission", "solved", "total", "points", "max_points"]

  static func read(_ path: String) throws -> Roster {
    let table = try CSVTable.read(path, of: "--roster")
    guard let students = StudentTable(table, identifiedBy: identifying) else {
      throw UsageError.badValue(
        path, of: "--roster", wanted: "a column \(identifying.prefix(3).map { "`\($0)`" }.listed(with: "or"))"
      )
    }
    return Roster(students: students)
  }

  struct Filled {
    var text: String
    var matches: StudentMatches
  }

  /// A line for each student. Who handed nothing in has no points; what was not judged has none either way.
  func filled(_ outcome: CohortOutcome, points: Points) -> Filled {
    let names = outcome.manifest.submissions.map(\.name)
    let matches = students.matches(names, others: outcome.manifest.others ?? [])
    let grades = Dictionary(outcome.grades.map { ($0.submission, $0) }) { first, _ in first }
    var rows = [students.header + Self.added]
    for (number, row) in students.rows.enumerated() {
      let name = matches.byRow[number]
      let marks: [String] =
        if let grade = name.flatMap({ grades[$0] }) {
          [
            "\(grade.report.solved)", "\(grade.report.total)", "\(points.score(grade))",
            "\(points.most(grade))",
          ]
        } else {
          ["", "", "", ""]
        }
      rows.append((row + [name ?? ""] + marks).map(CSVFormat.harmless))
    }
    return Filled(text: CSVTable(rows: rows).text, matches: matches)
  }
}
