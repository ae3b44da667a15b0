import JudgeKit
import SystemKit

/// What `run` tells of the exercises it judged.
struct RunView {
  let report: Report
  let style: Style
  let width: Int
  /// How many tests of an exercise are told in full; the others are counted.
  var maxShownTests = 3
  /// How many compiler errors are told.
  var maxShownErrors = 5
  /// A line of a file, to be shown below its place.
  var source: (_ file: String, _ line: Int) -> String? = { _, _ in nil }
  /// Whether what a file declares makes bytes, so that lists of small numbers are told in hex.
  var makesBytes: (_ file: String) -> Bool = { _ in true }

  var text: String {
    var lines: [String] = []
    for part in report.exercises { lines += exercise(part) }
    return lines.joined(separator: "\n")
  }

  private func exercise(_ part: Report.ExercisePart) -> [String] {
    let passed = part.tests.count { $0.verdict == .passed }
    var head = "\(style.mark(part.verdict)) \(style.bold("\(part.id) \(part.title)")) · \(part.verdict.words)"
    if !part.tests.isEmpty {
      head +=
        part.verdict == .solved
        ? " (\(part.tests.count.pluralized("test")))"
        : ", \(passed) of \(part.tests.count.pluralized("test")) pass"
    }
    var lines = [head]
    switch part.verdict {
    case .notJudged:
      lines.append("  Judge it: swift run grader run \(part.id)")
    case .judged(.notStarted):
      lines.append("  Write it in \(part.file).")
    case .judged:
      lines += diagnostics(part)
      lines += failures(part)
      if let diagnosis = part.diagnosis {
        lines += [
          "", "  Looks like: \(diagnosis.mistake).",
          diagnosis.hint.wrapped(to: width, first: "  ", indent: "  "),
        ]
      }
    }
    return lines
  }

  private func diagnostics(_ part: Report.ExercisePart) -> [String] {
    let errors = part.diagnostics.filter { $0.severity == .error }
    let others = part.diagnostics.filter { $0.severity == .warning }
    var lines: [String] = []
    for diagnostic in errors.prefix(maxShownErrors) + others {
      lines.append("")
      if let file = diagnostic.file {
        lines.append("  " + style.cyan(place(file, diagnostic.line, diagnostic.column)))
        lines += sourceLine(file, diagnostic.line)
      }
      let severity = diagnostic.severity == .error ? "" : "(note) "
      lines.append((severity + diagnostic.message).wrapped(to: width, first: "    ", indent: "    "))
    }
    if errors.count > maxShownErrors { lines.append("  … and \(errors.count - maxShownErrors) more") }
    return lines
  }

  private func failures(_ part: Report.ExercisePart) -> [String] {
    let failed = part.tests.filter { $0.verdict != .passed && $0.verdict != .notRun }
    let isUnwritten = { (test: Report.TestPart) in
      test.verdict == .failed && test.issues.allSatisfy { $0.message.contains("not started: ") }
    }
    // What ended the suite comes first, what is not written yet last; of that, one test says it for all.
    let ended = failed.filter { $0.verdict != .failed }
    let unwritten = failed.filter(isUnwritten)
    let wrong = failed.filter { $0.verdict == .failed && !isUnwritten($0) }
    let shown = (ended + wrong + unwritten.prefix(1)).prefix(maxShownTests)
    let areBytes = makesBytes(part.file)
    var lines = shown.flatMap { test($0, areBytes: areBytes) }
    let untold = failed.count - shown.count
    if untold > 0 { lines += ["", "  … and \(untold) more \(untold == 1 ? "test fails" : "tests fail")"] }
    let notRun = part.tests.count { $0.verdict == .notRun }
    if notRun > 0 {
      lines += [
        "", "  \(notRun.pluralized("test")) did not run because the suite stopped at the failure above",
      ]
    }
    return lines
  }

  private func test(_ test: Report.TestPart, areBytes: Bool) -> [String] {
    var lines = [""]
    let reference = test.reference.map { style.dim(" · \($0)") } ?? ""
    lines.append(
      ("\(style.red("✗")) \(test.name)" + reference).wrapped(to: width, first: "  ", indent: "    "))
    // Cases of one test that fail alike are told once or twice.
    for issue in test.issues.prefix(2) {
      for line in FailureText.lines(issue.message, areBytes: areBytes) {
        lines.append(line.wrapped(to: width, first: "      ", indent: "      "))
      }
      if let file = issue.file {
        lines.append("      " + style.dim(place(file, issue.line, nil)))
        lines += sourceLine(file, issue.line)
      }
    }
    if test.issues.count > 2 { lines.append("      … and \(test.issues.count - 2) more") }
    return lines
  }

  /// The learner's own line; a suite's lines say nothing that the message does not.
  private func sourceLine(_ file: String, _ line: Int?) -> [String] {
    guard !file.hasPrefix("Tests/"), let line, let text = source(file, line) else { return [] }
    return ["      \(line) | \(text.printable)".cut(to: width)]
  }

  private func place(_ file: String, _ line: Int?, _ column: Int?) -> String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
