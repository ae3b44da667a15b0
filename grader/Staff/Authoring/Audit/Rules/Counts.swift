import SystemKit

extension Rule where Input == CourseParts {
  /// No text about the course counts exercises: the number would be wrong with the next one.
  static var countsInTexts: Rule {
    Rule("countsCurrent") { (parts: CourseParts) -> [String] in parts.texts.flatMap(WrittenCount.messages) }
  }
}

extension Rule where Input == ChapterParts {
  /// A chapter's page counts no exercises, and its metadata card lists exactly those that there are.
  static var countsInChapter: Rule {
    Rule("countsCurrent") { (parts: ChapterParts) -> [String] in
      var messages = WrittenCount.messages(parts.page)
      let wanted = ChapterPageText.row(parts.exercises)
      if let row = cardRow("Exercises", in: parts.page), row.text != wanted {
        messages.append("\(parts.page.path):\(row.line): the row *Exercises* has to be `\(wanted)`.")
      }
      return messages
    }
  }
}

extension Rule where Input == ExerciseParts {
  /// An exercise's page counts no exercises.
  static var countsInPage: Rule {
    Rule("countsCurrent") { (parts: ExerciseParts) -> [String] in WrittenCount.messages(parts.page) }
  }
}

/// Finds numbers of exercises that somebody wrote by hand.
enum WrittenCount {
  /// What is found in a text, code blocks left out: they show what programs print.
  static func messages(_ file: CourseFile) -> [String] {
    var isCode = false
    let prose = file.lines.map { line -> Substring in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode ? "" : line
    }.joined(separator: "\n")
    // From three on: "these two exercises" counts no course.
    let count =
      /\b(?:[0-9]+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\s+exercises\b|\b[0-9]+ of [0-9]+ solved\b/
      .ignoresCase()
    // Most paragraphs have neither word, and a search is slow beside looking for them.
    let paragraphs = prose.split(separator: "\n\n").filter { paragraph in
      let words = paragraph.lowercased()
      return words.contains("exercises") || words.contains("solved")
    }
    return paragraphs.flatMap { $0.matches(of: count) }.map { match in
      let line = prose[..<match.range.lowerBound].count { $0 == "\n" } + 1
      let words = match.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return
        "\(file.path):\(line): \"\(words)\" is out of date with the next exercise: say it without a number."
    }
  }
}
