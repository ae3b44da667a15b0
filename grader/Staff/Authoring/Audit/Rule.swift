/// One thing that an audit looks at: a function of a value, in a file of its own.
///
/// A rule cannot run before its input exists: it takes it as a parameter.
struct Rule<Input>: Sendable {
  let name: String
  private let check: @Sendable (Input) -> [Problem]

  /// A rule whose problems are of the place that it is applied to.
  init(_ name: String, messages: @escaping @Sendable (Input) -> [String]) {
    self.name = name
    check = { messages($0).map { Problem(message: $0) } }
  }

  /// A rule that names the exercises itself.
  init(_ name: String, problems: @escaping @Sendable (Input) -> [Problem]) {
    self.name = name
    check = problems
  }

  /// What it finds at a place: an exercise's number, a chapter's, or `course`.
  func findings(_ input: Input, at place: String) -> [Finding] {
    check(input).map { Finding(exercise: $0.exercise?.id ?? place, rule: name, message: $0.message) }
  }
}

extension [Rule<ExerciseParts>] {
  func findings(_ parts: ExerciseParts) -> [Finding] {
    flatMap { $0.findings(parts, at: parts.exercise.id) }
  }
}

extension [Rule<ChapterParts>] {
  func findings(_ parts: ChapterParts) -> [Finding] {
    flatMap { $0.findings(parts, at: "\(parts.chapter.number)") }
  }
}

extension [Rule<CourseParts>] {
  func findings(_ parts: CourseParts) -> [Finding] { flatMap { $0.findings(parts, at: Finding.course) } }
}

extension [Rule<ChapterTrial>] {
  func findings(_ trial: ChapterTrial) -> [Finding] {
    flatMap { $0.findings(trial, at: "\(trial.parts.chapter.number)") }
  }
}

extension [Rule<Trial>] {
  func findings(_ trial: Trial) -> [Finding] { flatMap { $0.findings(trial, at: trial.parts.exercise.id) } }
}
