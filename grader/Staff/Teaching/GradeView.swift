import GraderKit
import SystemKit

/// What `grade` tells of a submission.
struct GradeView {
  let grade: GradeReport
  let style: Style
  let width: Int
  /// A line of a submitted file, to be shown below its place.
  var source: (_ file: String, _ line: Int) -> String? = { _, _ in nil }

  var text: String {
    var lines: [String] = []
    let report = grade.report
    let head = "\(grade.submission): \(report.solved) of \(report.total) solved"
    if let refused = grade.refused {
      lines.append(style.bold("\(grade.submission): refused").wrapped(to: width))
      lines.append("  " + refused.wrapped(to: width, indent: "  "))
    } else {
      var shown = report
      for index in shown.chapters.indices {
        shown.chapters[index].exercises.removeAll { $0.verdict == .notStarted }
      }
      let text = RunView(report: shown, style: style, width: width, source: source).text
      if !text.isEmpty { lines += [text, ""] }
      lines.append(style.bold(head).wrapped(to: width))
    }
    if let first = grade.ignored.first {
      let more = grade.ignored.count > 1 ? " and \(grade.ignored.count - 1) more" : ""
      lines.append("Not taken: Exercises/\(first.printable)\(more).".wrapped(to: width, indent: "  "))
    }
    lines.append("Compiled and run \(grade.isolation).".wrapped(to: width, indent: "  "))
    return lines.joined(separator: "\n")
  }
}
