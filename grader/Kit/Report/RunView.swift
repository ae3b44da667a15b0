import JudgeKit
import SystemKit

/// What `run` tells of the exercises it judged.
package struct RunView {
  let report: Report
  let style: Style
  let width: Int
  /// How many tests of an exercise are told in full; the others are counted.
  var maxShownTests = 3
  /// How many compiler errors are told.
  var maxShownErrors = 5
  /// A line of a file, to be shown below its place.
  let source: (_ file: String, _ line: Int) -> String?
  /// Whether what a failure looks like comes before the failures: where there is little room below.
  let startsWithDiagnosis: Bool

  package init(
    report: Report, style: Style, width: Int,
    source: @escaping (_ file: String, _ line: Int) -> String? = { _, _ in nil },
    startsWithDiagnosis: Bool = false
  ) {
    self.report = report
    self.style = style
    self.width = width
    self.source = source
    self.startsWithDiagnosis = startsWithDiagnosis
  }

  package var text: String {
    var lines: [String] = []
    for part in report.exercises { lines += exercise(part) }
    return lines.joined(separator: "\n")
  }

  private func exercise(_ part: Report.ExercisePart) -> [String] {
    let progress = TestProgress(part)
    let mark =
      part.verdict == .notJudged && !part.tests.isEmpty
      ? style.green("✓") : progress.isHalfDone ? style.yellow("✗") : style.mark(part.verdict)
    let head = "\(mark) \(style.bold("\(part.id) \(part.title)")) · \(progress.words)"
    var lines = [head.wrapped(to: width, indent: "  ")]
    switch part.verdict {
    case .notJudged where part.tests.isEmpty:
      lines.append("  Judge it: swift run grader run \(part.id)".wrapped(to: width, indent: "  "))
    case .judged(.notStarted):
      lines.append("Write it in \(part.file).".wrapped(to: width, first: "  ", indent: "  "))
    case .judged(.waiting):
      let ids = (part.waitsFor ?? []).listed(with: "and")
      lines.append(
        "It calls \(ids), which is not solved yet. Solve that first: this copy of the workbook has no solution to stand in for it."
          .wrapped(to: width, first: "  ", indent: "  "))
    case .judged, .notJudged:
      if let unwritten = part.unwritten {
        let names = unwritten.joined(separator: ", ")
        lines.append("Not written yet: \(names)".wrapped(to: width, first: "  ", indent: "    "))
      }
      let failures = diagnostics(part) + failures(part, progress)
      lines +=
        startsWithDiagnosis
        ? diagnosis(part) + failures + printed(part) : failures + printed(part) + diagnosis(part)
    }
    return lines
  }

  private func diagnosis(_ part: Report.ExercisePart) -> [String] {
    guard let diagnosis = part.diagnosis else { return [] }
    return [
      "", "Looks like: \(diagnosis.mistake).".wrapped(to: width, first: "  ", indent: "  "),
      diagnosis.hint.wrapped(to: width, first: "  ", indent: "  "),
    ]
  }

  private func printed(_ part: Report.ExercisePart) -> [String] {
    guard let output = part.output else { return [] }
    let rows = output.lines.flatMap { line in
      line.isEmpty ? [""] : String(line).replacing("\t", with: "    ").folded(to: width - 4, indent: "  ")
    }
    return ["", "  Your code printed:"] + rows.map { row in row.isEmpty ? "" : "    " + style.cyan(row) }
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

  private func failures(_ part: Report.ExercisePart, _ progress: TestProgress) -> [String] {
    // What ended the suite comes first. What is not written yet is one line, and in full only where nothing else fails.
    let told = progress.wrong.isEmpty ? Array(progress.unwritten.prefix(1)) : progress.wrong
    let shown = told.prefix(maxShownTests)
    // Cases of one test that fail alike are told once, and twice where there is nothing else to tell.
    let issues = told.count == 1 ? 2 : 1
    var lines = shown.flatMap { test($0, issues: issues) }
    let untold = told.dropFirst(maxShownTests)
    if !untold.isEmpty {
      let numbers = untold.map { "\($0.number)" }.joined(separator: ", ")
      let which = untold.contains { $0.number == 0 } ? "" : ": \(numbers)"
      let words = "… and \(untold.count) more \(untold.count == 1 ? "test fails" : "tests fail")\(which)"
      lines += ["", words.wrapped(to: width, first: "  ", indent: "    ")]
    }
    let notRun = part.tests.count { $0.verdict == .notRun }
    if notRun > 0 {
      let words = "\(notRun.pluralized("test")) did not run because the suite stopped at the failure above"
      lines += ["", words.wrapped(to: width, first: "  ", indent: "  ")]
    }
    return lines
  }

  private func test(_ test: Report.TestPart, issues: Int) -> [String] {
    var lines = [""]
    let mark = test.isUnwritten ? style.dim("·") : test.verdict == .passed ? style.green("✓") : style.red("✗")
    let reference = test.reference.map { style.dim(" · \($0)") } ?? ""
    lines.append(
      ("\(mark) \(test.number > 0 ? "\(test.number). " : "")\(test.name)" + reference).wrapped(
        to: width, first: "  ", indent: "    "))
    // A place that two share is told once.
    let shown = Array(test.issues.prefix(issues))
    for (index, issue) in shown.enumerated() {
      lines += FailureView(width: width).lines(issue)
      let isLast = index + 1 == shown.count
      if let file = issue.file,
        isLast || shown[index + 1].file != file || shown[index + 1].line != issue.line
      {
        lines.append("      " + style.dim(place(file, issue.line, nil)))
        lines += sourceLine(file, issue.line)
      }
    }
    if test.issues.count > issues { lines.append("      … and \(test.issues.count - issues) more") }
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
