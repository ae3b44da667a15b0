import CurriculumKit
import JudgeKit
import SystemKit

extension Rule where Input == Trial {
  /// Where a witness fails, its failures say what was called with what, what was expected and what came, in values: not in the
  /// words of a test's source.
  static var failureComplete: Rule {
    Rule("failureComplete") { (trial: Trial) -> [String] in
      let source = SourceText(trial.parts.suite.text ?? "")
      let mistakes = trial.parts.knownMistakes.value?.mistakes ?? []
      let witnesses = Dictionary(mistakes.map { ($0.name, Set($0.caughtBy)) }) { first, _ in first }
      // One finding for each test, however many mistakes it speaks to.
      var complaints: [String: String] = [:]
      for answer in trial.soundAnswers {
        for failure in answer.failures where witnesses[answer.mistake]?.contains(failure.test) == true {
          guard complaints[failure.test] == nil, let complaint = failure.complaint(source) else { continue }
          complaints[failure.test] = "to \"\(answer.mistake)\" \(complaint)."
        }
      }
      return trial.parts.tests.compactMap { test in
        complaints[test.name].map {
          "\(trial.parts.suite.path):\(test.line): what `\(test.name)` says \($0)"
        }
      }
    }
  }
}

extension Recorded.Failure {
  /// What is missing in what a failed test says, or does not belong there; nil where it says what it has to.
  fileprivate func complaint(_ source: SourceText) -> String? {
    // A test that was ended could not say anything.
    guard verdict == .failed else { return nil }
    if failures.isEmpty || !messages.isEmpty {
      let words = messages.first.map { ": \"\($0.lines[0])\"" } ?? ""
      return "is no check's failure\(words). Make the call in a `check`, or choose another witness"
    }
    for failure in failures {
      let parts = [
        ("call", failure.call), ("input", failure.input), ("expected value", failure.expected),
        ("actual value", failure.actual),
      ]
      if let missing = parts.first(where: { $0.1.allSatisfy(\.isWhitespace) }) {
        return "has no \(missing.0)"
      }
      let shown = parts.map(\.1) + [failure.difference ?? "", failure.rule] + (failure.steps ?? [])
      if let line = shown.lazy.compactMap(source.line).first { return "shows source text: `\(line)`" }
    }
    return nil
  }
}

/// The lines of a suite that are statements, which no value looks like.
private struct SourceText {
  /// What Swift Testing writes in the place of a value that it does not know.
  private static let unknown = "<not evaluated>"

  /// A shorter line may be a word of a sentence: `return`.
  private static let shortest = 12

  private let lines: [String]

  init(_ suite: String) {
    let statement = /\b(try|let|var|return|guard)\b|\$[0-9]|#(expect|require)\b/
    // Looked for in the code, without what a literal holds: that is data, which a value may show.
    lines = zip(suite.lines, SwiftText(suite).code.lines).compactMap { line, code in
      let words = String(line.drop { $0 == " " })
      return words.count >= Self.shortest && code.contains(statement) ? words : nil
    }
  }

  /// What of the suite's source a text shows.
  func line(in text: String) -> String? {
    text.contains(Self.unknown) ? Self.unknown : lines.first(where: text.contains)
  }
}
