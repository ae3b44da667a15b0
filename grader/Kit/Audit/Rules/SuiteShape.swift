extension Rule {
  private static let testCounts = 4...15
  /// What passes on a stub, or says nothing, and what to write instead.
  private static let refused = [
    ("try?", "bind the value with `try`: `try?` passes on a stub"),
    ("(any Error).self", "expect the exact error: any error passes on a stub"),
    ("Error.self)", "expect the exact error: any error of a type passes for the wrong reason"),
    ("sleep(", "tests have no clock"),
    (".random(in", "pass `using: &random` with a `SeededRandom`"),
  ]

  /// A suite is named like its exercise, has 4 to 15 tests, and each of them names its source and expects something.
  static let suiteShape = Rule(
    name: "suiteShape",
    exercise: { exercise, inspection in
      guard let text = try? inspection.workbook.text(exercise.suiteFile) else { return [] }
      let file = exercise.suiteFile
      let suite = SuiteSource(text)
      var messages: [String] = []
      if text.firstMatch(of: /\b(?:struct|final class)\s+(\w+Tests)\b/).map({ String($0.1) })
        != exercise.suite
      {
        messages.append("\(file) has no `@Suite struct \(exercise.suite)`.")
      }
      if !testCounts.contains(suite.tests.count) {
        messages.append("\(file) has \(suite.tests.count.of("test")): 4 to 15 are wanted.")
      }
      for test in suite.tests {
        if test.reference == nil {
          messages.append(
            "\(file):\(test.line): no comment above `\(test.name)` names its source, as `// RFC 1035 §4.1.1` does."
          )
        }
        if test.assertions == 0 {
          messages.append(
            "\(file):\(test.line): `\(test.name)` expects nothing: a test that cannot fail proves nothing.")
        }
      }
      for (name, tests) in Dictionary(grouping: suite.tests, by: \.name).sorted(by: { $0.key < $1.key })
      where tests.count > 1 {
        messages.append("\(file):\(tests[1].line): a second test is called `\(name)`.")
      }
      let code = SwiftText(text).code.lines
      for (index, line) in code.enumerated() {
        for (words, remedy) in refused
        where line.contains(words) && !(words == ".random(in" && line.contains("using:")) {
          messages.append("\(file):\(index + 1): `\(words)`: \(remedy).")
        }
      }
      return messages
    })
}
