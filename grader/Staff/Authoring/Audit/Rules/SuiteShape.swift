import CurriculumKit
import SystemKit

extension Rule where Input == ExerciseParts {
  private static var testCounts: ClosedRange<Int> { 4...15 }

  /// A suite is named like its exercise, has 4 to 15 tests, and each of them names its source. That each can fail is shown by the
  /// stub and by the mistakes, and not by its words.
  static var suiteShape: Rule {
    Rule("suiteShape") { (parts: ExerciseParts) -> [String] in
      guard let text = parts.suite.text else { return [] }
      let file = parts.suite.path
      var messages: [String] = []
      let name = text.firstMatch(of: /\b(?:struct|final class)\s+(\w+Tests)\b/).map { String($0.1) }
      if name != parts.exercise.suite {
        messages.append("\(file) has no `@Suite struct \(parts.exercise.suite)`.")
      }
      if !testCounts.contains(parts.tests.count) {
        messages.append("\(file) has \(parts.tests.count.pluralized("test")): 4 to 15 are needed.")
      }
      for test in parts.tests {
        if test.reference == nil {
          messages.append(
            "\(file):\(test.line): no comment above `\(test.name)` names its source, as `// RFC 1035 §4.1.1` does."
          )
        }
      }
      for (name, tests) in Dictionary(grouping: parts.tests, by: \.name).sorted(by: { $0.key < $1.key })
      where tests.count > 1 {
        messages.append("\(file):\(tests[1].line): a second test is called `\(name)`.")
      }
      return messages + refused(in: text, file: file)
    }
  }

  private static func refused(in text: String, file: String) -> [String] {
    // What passes on a stub, or says nothing, and what to write instead.
    let refused = [
      ("try?", "bind the value with `try`: `try?` passes on a stub"),
      ("(any Error).self", "expect the exact error: any error passes on a stub"),
      ("Error.self)", "expect the exact error: any error of a type passes for the wrong reason"),
      ("sleep(", "tests have no clock"),
      (".random(in", "pass `using: &random` with a `SeededRandom`"),
    ]
    let code = SwiftText(text).code
    return bareExpectations(in: code, file: file)
      + code.lines.enumerated().flatMap { index, line in
        refused.filter { words, _ in
          line.contains(words) && !(words == ".random(in" && line.contains("using:"))
        }.map { words, remedy in "\(file):\(index + 1): `\(words)`: \(remedy)." }
      }
  }

  /// What fails without saying what was called with what, and what came of it: its words are Swift Testing's, with source text in
  /// them.
  private static func bareExpectations(in code: String, file: String) -> [String] {
    // A literal is read anew wherever it is: here once, and not once a line.
    // Simple boundaries: otherwise `Testing.Issue` is one word.
    let bare = /#(expect|require)\b|\bIssue\s*\.\s*record\b/.wordBoundaryKind(.simple)
    return code.matches(of: bare).map { match in
      let line = code[..<match.range.lowerBound].lines.count
      let name = match.1.map { "#\($0)" } ?? "Issue.record"
      return
        "\(file):\(line): `\(name)`: use `check(_:_:returns:_:)`, `check(_:_:throws:_:)` or `CheckSteps`: their failures say what was called, with what, what was expected and what came."
    }
  }
}
