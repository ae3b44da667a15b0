import JudgeKit
import SystemKit

/// An issue of a test as a learner reads it.
package struct FailureView {
  let width: Int
  /// What stands to the left of each line.
  let margin: String

  package init(width: Int, margin: String = "      ") {
    self.width = width
    self.margin = margin
  }

  package func lines(_ issue: TestIssue) -> [String] {
    if let failure = issue.failure { return lines(failure) }
    // Where there is no structure, its own words are all there is.
    let words = issue.thrown.map { "threw: \($0.description)" } ?? issue.message
    return words.lines.map { String($0).wrapped(to: width, first: margin, indent: margin) }
  }

  private func lines(_ failure: CheckFailure) -> [String] {
    var lines = folded(failure.call, first: "", next: "  ")
    // The state of a subject is in its steps.
    if failure.kind == .call { lines += labelled("of", failure.input) }
    lines += labelled("expected", failure.expected) + labelled("got", failure.actual)
    if let difference = failure.difference { lines += labelled("differs", difference) }
    lines += failure.rule.lines.map {
      String($0).wrapped(to: width, first: margin + "  ", indent: margin + "  ")
    }
    if let steps = failure.steps {
      lines.append("what was done:".wrapped(to: width, first: margin + "  ", indent: margin + "  "))
      for step in steps { lines += folded(step, first: "  ", next: "     ") }
    }
    return lines
  }

  /// A value in the column after its label: `  expected  12 34`.
  private func labelled(_ label: String, _ value: String) -> [String] {
    let first = "  " + label.padded(to: "expected".count) + "  "
    // Where there is no room for a column, what goes on is set to the left.
    let next = String(repeating: " ", count: first.count < width / 2 ? first.count : 2)
    return folded(value, first: first, next: next)
  }

  /// Lines that keep every space of a value: it may be what is wrong.
  private func folded(_ value: String, first: String, next: String) -> [String] {
    var lines: [String] = []
    let room = max(1, width - margin.count - max(first.count, next.count))
    for line in value.lines {
      let pieces = String(line).folded(to: room, indent: "")
      for piece in pieces.isEmpty ? [""] : pieces {
        lines.append(margin + (lines.isEmpty ? first : next) + piece)
      }
    }
    return lines
  }
}
