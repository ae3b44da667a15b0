import JudgeKit

/// Colours, where they are welcome.
package struct Style {
  let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package func bold(_ text: String) -> String { code("1", text) }
  package func dim(_ text: String) -> String { code("2", text) }
  package func green(_ text: String) -> String { code("32", text) }
  package func red(_ text: String) -> String { code("31", text) }
  package func yellow(_ text: String) -> String { code("33", text) }
  package func cyan(_ text: String) -> String { code("36", text) }

  private func code(_ code: String, _ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  package func mark(_ status: ExerciseStatus) -> String {
    switch status {
    case .judged(let verdict): mark(verdict)
    case .notJudged: yellow("?")
    }
  }

  /// The report's three marks: solved, tried, untouched.
  package func mark(_ verdict: ExerciseVerdict) -> String {
    switch verdict {
    case .solved: green("✓")
    case .notStarted: dim("·")
    case .waiting: yellow("…")
    case .failing, .crashed, .hung, .doesNotCompile, .refused: red("✗")
    }
  }
}

extension ExerciseStatus {
  /// The status in words.
  package var words: String {
    switch self {
    case .judged(let verdict): verdict.words
    case .notJudged: "not judged yet"
    }
  }
}

extension ExerciseVerdict {
  /// The verdict in words.
  package var words: String {
    switch self {
    case .solved: "solved"
    case .failing: "failing"
    case .crashed: "crashed"
    case .hung: "hung"
    case .doesNotCompile: "does not compile"
    case .notStarted: "not started"
    case .waiting: "waiting"
    case .refused: "refused"
    }
  }
}
