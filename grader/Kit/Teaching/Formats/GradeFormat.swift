import SystemKit

/// How marks are handed on to other programs.
enum GradeFormat: String, CaseIterable, Sendable {
  case csv
  case junit
  case gradescope

  /// One submission's marks.
  func text(_ grade: GradeReport) -> String {
    switch self {
    case .csv: CSVFormat.text([grade])
    case .junit: JUnitFormat.text([grade])
    case .gradescope: GradescopeFormat.text(grade)
    }
  }

  /// The files of a cohort's marks, by name.
  func files(_ grades: [GradeReport]) -> [String: String] {
    switch self {
    case .csv: ["results.csv": CSVFormat.text(grades)]
    case .junit: ["junit.xml": JUnitFormat.text(grades)]
    case .gradescope:
      Dictionary(
        uniqueKeysWithValues: grades.map { ("gradescope/\($0.submission).json", GradescopeFormat.text($0)) })
    }
  }

  /// What a report says of one exercise, as plain lines.
  static func details(_ part: Report.ExercisePart, of grade: GradeReport) -> String {
    if let refused = grade.refused { return "The submission was refused: \(refused)" }
    return RunView(report: Report(only: part), style: Style(isColored: false), width: 80).text
  }
}
