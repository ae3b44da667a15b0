extension Rule where Input == ChapterParts {
  /// A chapter's exercises are numbered 1, 2, 3 … without a gap.
  static var numbersContiguous: Rule {
    Rule("numbersContiguous") { (parts: ChapterParts) -> [String] in
      let numbers = parts.exercises.map(\.number)
      return zip(numbers, 1...).first { $0 != $1 }.map { found, expected in
        [
          "Solutions/\(parts.chapter.folder): number \(expected) should come next, but it is \(found). Rename the files."
        ]
      } ?? []
    }
  }
}
