/// Looks over exercises with every rule: first the files as they lie there, then what they do on the bench.
final class Audit {
  static let fileRules: [Rule] = [
    .partsPresent, .noStrays, .numbersContiguous, .namesUnique, .chapterListed, .stubCurrent, .suiteShape,
    .pageSections,
    .chapterPage, .linksWellFormed, .mistakesWellFormed,
  ]
  static let benchRules: [Rule] = [
    .solutionPasses, .compilesStrictly, .stubFails, .mistakeCaught, .wordsCurrent, .testCatches,
    .mistakeNamed,
  ]

  let session: Session
  let workshop: Workshop
  private(set) var report = AuditReport()
  /// What the suite said to each mistake, as the bench rules found it out.
  var said: [Exercise: Recorded] = [:]
  /// Whether the words are to be written down instead of compared.
  let isRecording: Bool

  var curriculum: Curriculum { session.curriculum }
  var workbook: Workbook { session.workbook }

  init(_ session: Session, activity: Activity, isRecording: Bool) throws {
    self.session = session
    self.isRecording = isRecording
    workshop = try Workshop(session, activity: activity)
  }

  func run(on exercises: [Exercise]) throws -> AuditReport {
    report = AuditReport()
    report.exercises = exercises.count
    try apply(Self.fileRules, to: exercises)
    // What lacks a part cannot be tried out.
    let complete = exercises.filter { exercise in
      !report.findings.contains { $0.exercise == exercise.id && Self.fatal.contains($0.rule) }
    }
    for exercise in complete {
      report.tests += try suite(of: exercise).tests.count
      report.mistakes += try Mistakes.read(exercise, workbook).mistakes.count
    }
    try apply(Self.benchRules, to: complete)
    return report
  }

  /// Findings of these rules leave nothing to put on the bench.
  private static let fatal = [Rule.partsPresent.name, Rule.mistakesWellFormed.name]

  private func apply(_ rules: [Rule], to exercises: [Exercise]) throws {
    for chapter in curriculum.chapters {
      let own = exercises.filter { $0.chapter == chapter }
      guard !own.isEmpty else { continue }
      for rule in rules {
        try note(rule, "\(chapter.number)", rule.chapter?(chapter, self) ?? [])
      }
      for exercise in own {
        for rule in rules {
          workshop.activity.say("\(exercise.id) \(exercise.name): \(rule.name)")
          try note(rule, exercise.id, rule.exercise?(exercise, self) ?? [])
        }
      }
    }
  }

  private func note(_ rule: Rule, _ place: String, _ messages: [String]) {
    report.findings += messages.map { Finding(exercise: place, rule: rule.name, message: $0) }
  }

  func suite(of exercise: Exercise) throws -> SuiteSource {
    SuiteSource(try workbook.text(exercise.suiteFile))
  }
}
