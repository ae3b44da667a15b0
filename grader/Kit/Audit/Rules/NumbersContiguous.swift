extension Rule {
  /// A chapter's exercises are numbered 1, 2, 3 … without a gap.
  static let numbersContiguous = Rule(
    name: "numbersContiguous",
    chapter: { chapter, inspection in
      let numbers = inspection.curriculum.exercises(of: chapter).map(\.number)
      return zip(numbers, 1...).first { $0 != $1 }.map { found, expected in
        [
          "Solutions/\(chapter.folder): number \(expected) should come next, but it is \(found). Rename the files."
        ]
      } ?? []
    })
}
