/// Marks as a table (RFC 4180): a line for each submission, a column with the verdict for each exercise.
enum CSVFormat {
  static func text(_ grades: [GradeReport]) -> String {
    let ids = grades.first?.report.exercises.map(\.id) ?? []
    let head = ["submission", "solved", "total", "refused"] + ids
    let rows = grades.map { grade in
      [grade.submission, "\(grade.report.solved)", "\(grade.report.total)", grade.refused ?? ""]
        + grade.report.exercises.map(\.verdict.rawValue)
    }
    return ([head] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// What a spreadsheet would take for a formula begins with an apostrophe: names are strangers' words.
  static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let harmless = isFormula ? "'" + text : text
    let isPlain = harmless.unicodeScalars.allSatisfy { !",\"\r\n".unicodeScalars.contains($0) }
    return isPlain ? harmless : "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }
}
