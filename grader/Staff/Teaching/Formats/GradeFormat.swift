import GraderKit
import SystemKit

/// How marks are handed on to other programs.
enum GradeFormat: String, CaseIterable, Sendable {
  case csv
  case junit
  case gradescope
  case classroom50
  case prairielearn
  case exercism
  case check50

  /// One submission's marks.
  func text(_ grade: GradeReport, _ marks: Marks = Marks()) -> String {
    switch self {
    case .csv: CSVFormat.text([grade], marks.points)
    case .junit: JUnitFormat.text([grade])
    case .gradescope: GradescopeFormat.text(grade, marks.points)
    case .classroom50: Classroom50Format.text(grade, marks)
    case .prairielearn: PrairieLearnFormat.text(grade, marks.points)
    case .exercism: ExercismFormat.text(grade)
    case .check50: Check50Format.text(grade)
    }
  }

  /// The files of a cohort's marks, by name.
  func files(_ grades: [GradeReport], _ marks: Marks = Marks(), exercises: [String] = []) -> [String: String]
  {
    switch self {
    case .csv: ["results.csv": CSVFormat.text(grades, marks.points, exercises: exercises)]
    case .junit: ["junit.xml": JUnitFormat.text(grades)]
    case .gradescope, .classroom50, .prairielearn, .exercism, .check50:
      Dictionary(
        grades.map { ("\(rawValue)/\(Self.fileName($0.submission)).json", text($0, marks)) }
      ) { first, _ in first }
    }
  }

  /// What is said where nothing could be judged, by platforms that have words for it; nil for the others.
  func trouble(_ reason: String) -> String? {
    self == .prairielearn ? PrairieLearnFormat.trouble(reason) : nil
  }

  /// Bytes of a name that leave room for an ending: most file systems take 255.
  private static let longestName = 200

  /// A submission's name as a file's: names are strangers' words.
  static func fileName(_ name: String) -> String {
    let isPlain = !name.contains("/") && name.utf8.count <= longestName
    return isPlain ? name : "\(name.replacing("/", with: "_").cut(toBytes: 100))-\(Fingerprint.of(name.utf8))"
  }

  /// Bytes of a message that are handed on: whoever wants them all has `grade --json`. Code that is judged may make it as long as a
  /// stream of events may be.
  private static let longestMessage = 4096

  /// What a report says of one exercise, as plain lines.
  static func details(_ part: Report.ExercisePart, of grade: GradeReport) -> String {
    if let refused = grade.refused { return "The submission was refused: \(refused)".printable }
    if part.verdict == .notJudged { return "Not judged: the time was over before." }
    var part = part
    for test in part.tests.indices {
      for issue in part.tests[test].issues.indices {
        part.tests[test].issues[issue].message = part.tests[test].issues[issue].message.cut(
          toBytes: longestMessage)
      }
    }
    return RunView(report: Report(only: part), style: Style(isColored: false), width: 80).text.printable
  }
}

extension String {
  /// At most so many bytes of UTF-8, with a mark where something is missing.
  func cut(toBytes most: Int) -> String {
    guard utf8.count > most else { return self }
    var end = utf8.index(startIndex, offsetBy: max(0, most - 3))
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil { utf8.formIndex(before: &end) }
    return String(self[..<end]) + "…"
  }
}
