/// One thing that an audit looks at: a value in a file of its own.
struct Rule: Sendable {
  let name: String
  /// Looks at one exercise.
  var exercise: (@Sendable (Exercise, Inspection) throws -> [String])?
  /// Looks at one chapter as a whole.
  var chapter: (@Sendable (Chapter, Inspection) throws -> [String])?

  /// The rules that need only the files as they lie there.
  static let onFiles: [Rule] = [
    .partsPresent, .noStrays, .numbersContiguous, .namesUnique, .chapterListed, .stubCurrent, .suiteShape,
    .pageSections, .chapterPage, .linksWellFormed, .mistakesWellFormed,
  ]

  /// The rules that build and run, in the order in which they need each other.
  static let onBench: [Rule] = [
    .solutionPasses, .compilesStrictly, .stubFails, .mistakeCaught, .wordsCurrent, .testCatches,
    .mistakeNamed,
  ]
}
