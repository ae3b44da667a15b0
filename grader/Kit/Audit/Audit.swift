/// Looks over exercises with every rule: first the files as they lie there, then what they do on the bench.
struct Audit: Sendable {
  let session: Session
  let activity: Activity
  /// Whether the words are to be written down instead of compared.
  let isRecording: Bool

  /// Findings of these rules leave nothing to put on the bench.
  private static let fatal = [Rule.partsPresent.name, Rule.mistakesWellFormed.name]

  func run(on exercises: [Exercise]) throws -> AuditReport {
    var report = AuditReport()
    report.exercises = exercises.count
    let files = Inspection(session, isRecording: isRecording)
    for place in Self.places(of: exercises) { report.findings += try files.apply(Rule.onFiles, to: place) }
    // What lacks a part cannot be tried out.
    let complete = exercises.filter { exercise in
      !report.findings.contains { $0.exercise == exercise.id && Self.fatal.contains($0.rule) }
    }
    for exercise in complete {
      report.tests += try files.suite(of: exercise).tests.count
      report.mistakes += try Mistakes.read(exercise, session.workbook).mistakes.count
    }
    let found = try SideBySide(session: session, activity: activity)
      .map(Self.places(of: complete)) { place, workshop in
        try Inspection(session, workshop: workshop, isRecording: isRecording).apply(Rule.onBench, to: place)
      }
    report.findings += found.flatMap(\.self)
    return report
  }

  /// What is looked at: each chapter of these exercises as a whole, then its exercises.
  private static func places(of exercises: [Exercise]) -> [Inspection.Place] {
    var places: [Inspection.Place] = []
    for exercise in exercises {
      if !places.contains(.chapter(exercise.chapter)) { places.append(.chapter(exercise.chapter)) }
      places.append(.exercise(exercise))
    }
    return places
  }
}
