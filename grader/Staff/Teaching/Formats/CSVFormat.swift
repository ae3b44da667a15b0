/// Marks as a table (RFC 4180): a line for each submission, a column with the verdict for each exercise, and one with the rules that
/// refused exercises break, `1.1 refused: public; 1.3 refused: imports`. It is the last one, so that all others keep their places.
enum CSVFormat {
  static func text(_ grades: [GradeReport], _ points: Points = .equal, exercises: [String] = []) -> String {
    let ids = grades.first?.report.exercises.map(\.id) ?? exercises
    let head = ["submission", "solved", "total", "points", "max_points", "refused"] + ids + ["reasons"]
    let rows = grades.map { grade in
      [
        grade.submission, "\(grade.report.solved)", "\(grade.report.total)", "\(points.score(grade))",
        "\(points.most(grade))", grade.refused ?? "",
      ] + grade.report.exercises.map(\.verdict.rawValue) + [grade.refusals.joined(separator: "; ")]
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
