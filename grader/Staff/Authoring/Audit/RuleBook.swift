/// All rules of the audit, in the order in which their findings are shown.
enum RuleBook {
  /// What the files of the course, a chapter and an exercise say, without a build.
  static let course: [Rule<CourseParts>] = [.countsInTexts, .sampleCurrent]
  static let chapter: [Rule<ChapterParts>] = [
    .noStrays, .numbersContiguous, .chapterListed, .supportPresent, .chapterPage, .countsInChapter,
    .chapterLinks, .chapterBlocksFit, .vocabularyFilled,
    .typesUnique,
  ]
  static let exercise: [Rule<ExerciseParts>] = [
    .partsPresent, .placeholdersFilled, .namesUnique, .stubCurrent, .importsAllowed, .suiteShape,
    .pageSections, .countsInPage, .linksWellFormed, .blocksFit, .mistakesWellFormed, .equivalentsCurrent,
  ]

  /// What builds and runs show.
  static let chapterTrial: [Rule<ChapterTrial>] = [.compilesStrictly]
  static let trial: [Rule<Trial>] = [
    .solutionPasses, .alternativesSolved, .stubFails, .mistakeCaught, .failureComplete, .wordsCurrent,
    .testCatches, .mistakeNamed,
  ]
}
