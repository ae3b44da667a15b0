/// Marks as a table (RFC 4180): a line for each submission, a column with the verdict for each exercise.
enum CSVFormat {
  static func text(_ grades: [GradeReport], _ points: Points = .equal, exercises: [String] = []) -> String {
    let ids = grades.first?.report.exercises.map(\.id) ?? exercises
    let head = ["submission", "solved", "total", "points", "max_points", "refused"] + ids
    let rows = grades.map { grade in
      [
        grade.submission, "\(grade.report.solved)", "\(grade.report.total)", "\(points.score(grade))",
        "\(points.most(grade))", grade.refused ?? "",
      ] + grade.report.exercises.map(\.verdict.rawValue)
    }
    return CSVTable(rows: ([head] + rows).map { $0.map(harmless) }).text
  }

  /// What a spreadsheet would take for a formula begins with an apostrophe: names are strangers' words.
  static func harmless(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    return isFormula ? "'" + text : text
  }

  /// A cell as it is written.
  static func cell(_ text: String) -> String { CSVTable.quoted(harmless(text)) }
}
