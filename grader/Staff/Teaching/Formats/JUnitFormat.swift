import GraderKit

/// Marks as JUnit's XML, in the form that GitLab, GitHub's reporters, Artemis and CodeGrade read alike: one suite a submission,
/// unique names, at most one child with message and text.
enum JUnitFormat {
  static func text(_ grades: [GradeReport]) -> String {
    let all = grades.flatMap(\.report.exercises)
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites \(counts(all))>"]
    for grade in grades {
      lines.append("  <testsuite name=\"\(escaped(grade.submission))\" \(counts(grade.report.exercises))>")
      for part in grade.report.exercises { lines += testCase(part, of: grade) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func counts(_ parts: [Report.ExercisePart]) -> String {
    let skipped = parts.count { $0.verdict == .notStarted }
    let failed = parts.count { $0.verdict != .notStarted && $0.verdict != .solved }
    return
      "tests=\"\(parts.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0.000\""
  }

  private static func testCase(_ part: Report.ExercisePart, of grade: GradeReport) -> [String] {
    let head =
      "    <testcase classname=\"\(escaped(grade.submission))\" name=\"\(escaped("\(part.id) \(part.name)"))\" file=\"\(escaped(part.file))\" time=\"0.000\""
    switch part.verdict {
    case .solved: return [head + "/>"]
    case .notStarted: return [head + ">", "      <skipped message=\"not started\"/>", "    </testcase>"]
    default:
      let kind = part.verdict.rawValue
      let details = escaped(GradeFormat.details(part, of: grade))
      return [
        head + ">",
        "      <failure message=\"\(escaped(part.verdict.words))\" type=\"\(kind)\">\(details)</failure>",
        "    </testcase>",
      ]
    }
  }

  /// XML 1.0 §2.2: what no document may hold is replaced.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
