import GraderKit
import SystemKit

/// What a class does and does not know, counted over all submissions: a pure function of their reports.
struct ClassFacts: Sendable {
  struct Count: Equatable, Sendable {
    var name: String
    var count: Int
  }

  struct ExerciseFacts: Sendable {
    var id: String
    var title: String
    /// How many came to each verdict, the most first.
    var verdicts: [(verdict: ExerciseStatus, count: Int)]
    /// The recorded mistakes that were recognised, by name.
    var mistakes: [Count]
    /// The tests that failed most, by name.
    var tests: [Count]
    /// Failures that are no recorded mistake.
    var unrecognised: Int
    /// The rules for code that refused files break.
    var rules: [Count]

    var solved: Int { verdicts.first { $0.verdict == .solved }?.count ?? 0 }
    var begun: Int { verdicts.reduce(0) { $0 + ($1.verdict == .notStarted ? 0 : $1.count) } }
  }

  struct ChapterFacts: Sendable {
    var number: Int
    var title: String
    var exercises: [ExerciseFacts]
  }

  struct Student: Sendable {
    var name: String
    var solved: Int
    var verdicts: [String: ExerciseStatus]
  }

  /// A submission that was refused as a whole.
  struct Refused: Equatable, Sendable {
    var name: String
    var reason: String
  }

  let chapters: [ChapterFacts]
  /// Those whose submissions were judged. What was refused as a whole says nothing of what somebody knows.
  let students: [Student]
  /// All others.
  let refused: [Refused]
  let total: Int
  /// The exercise that each student begun last and did not solve, with how many stopped there, in the order of the book.
  let stops: [Count]

  /// Tests of an exercise that are told.
  static let mostTests = 5

  /// With names hidden, students are numbered in an order that says nothing of their names. `names` has the students' own names by
  /// submission.
  init(_ grades: [GradeReport], hidingNames: Bool = false, names: [String: String] = [:]) {
    let shown = hidingNames ? grades.sorted { Self.shuffled($0) < Self.shuffled($1) } : grades
    let named = shown.enumerated().map { number, grade in
      (grade, name: hidingNames ? "Student \(number + 1)" : names[grade.submission] ?? grade.submission)
    }
    students = named.filter { $0.0.refused == nil }.map { grade, name in
      Student(
        name: name, solved: grade.report.solved,
        verdicts: Dictionary(grade.report.exercises.map { ($0.id, $0.verdict) }) { first, _ in first })
    }
    refused = named.compactMap { grade, name in
      grade.refused.map { reason in
        guard hidingNames else { return Refused(name: name, reason: reason) }
        let nameless = Self.withoutPaths(reason)
        return Refused(name: name, reason: nameless.contains(grade.submission) ? "" : nameless)
      }
    }
    let judged = grades.filter { $0.refused == nil }
    total = grades.first?.report.total ?? 0
    let parts = Dictionary(grouping: judged.flatMap(\.report.exercises), by: \.id)
    chapters = (grades.first?.report.chapters ?? []).map { chapter in
      ChapterFacts(
        number: chapter.number, title: chapter.title,
        exercises: chapter.exercises.map { Self.facts($0, parts[$0.id] ?? []) })
    }
    let stopped = judged.compactMap { grade in
      grade.report.exercises.last { $0.verdict != .notStarted && $0.verdict != .solved }?.id
    }
    stops = chapters.flatMap(\.exercises).compactMap { exercise in
      let count = stopped.count { $0 == exercise.id }
      return count == 0 ? nil : Count(name: exercise.id, count: count)
    }
  }

  /// A path in a reason may have a name in it.
  private static func withoutPaths(_ reason: String) -> String {
    reason.replacing(/(?s)`.*`/, with: "`…`").replacing(/(?s)\(.*\)/, with: "(…)")
  }

  private static func shuffled(_ grade: GradeReport) -> String {
    Fingerprint.of("order \(grade.submission)".utf8)
  }

  private static func facts(_ exercise: Report.ExercisePart, _ parts: [Report.ExercisePart]) -> ExerciseFacts
  {
    let verdicts = Dictionary(grouping: parts, by: \.verdict).map { (verdict: $0.key, count: $0.value.count) }
    let failed = parts.flatMap { part in
      part.tests.filter { $0.verdict != .passed && $0.verdict != .notRun }.map(\.name)
    }
    return ExerciseFacts(
      id: exercise.id, title: exercise.title,
      verdicts: verdicts.sorted { ($1.count, $0.verdict.rawValue) < ($0.count, $1.verdict.rawValue) },
      mistakes: counts(parts.compactMap(\.diagnosis?.mistake)),
      tests: Array(counts(failed).prefix(mostTests)),
      unrecognised: parts.count { [.failing, .crashed, .hung].contains($0.verdict) && $0.diagnosis == nil },
      rules: counts(parts.flatMap(\.brokenRules)))
  }

  /// Each once, the most frequent first, by name where two are as frequent.
  private static func counts(_ names: [String]) -> [Count] {
    Dictionary(grouping: names) { $0 }.map { Count(name: $0.key, count: $0.value.count) }.sorted {
      ($1.count, $0.name) < ($0.count, $1.name)
    }
  }
}
