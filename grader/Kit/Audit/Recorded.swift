import Foundation

/// What a suite said to each mistake: written by `check --record`, committed, and compared by `check`.
struct Recorded: Codable, Hashable, Sendable {
  struct Failure: Codable, Hashable, Sendable {
    var test: String
    var verdict: TestVerdict
    var messages: [String]
  }

  struct Answer: Codable, Hashable, Sendable {
    var mistake: String
    /// Every test that did not pass, in the order of the suite.
    var failures: [Failure]
  }

  /// How many expectations each test has: one that goes missing is missed.
  var assertions: [String: Int]
  var answers: [Answer]

  /// Messages of a test that are kept; a parameterised one may have many.
  static let keptMessages = 4

  static func read(_ exercise: Exercise, _ workbook: Workbook) throws -> Recorded? {
    guard let bytes = try workbook.readIfPresent(exercise.recorded) else { return nil }
    do {
      return try JSONDecoder().decode(Recorded.self, from: Data(bytes))
    } catch {
      throw Trouble.damaged(exercise.recorded, reason: JSON.explain(error))
    }
  }

  /// The failures of a judgement, in the form that is compared.
  static func failures(in judgement: Judgement) -> [Failure] {
    judgement.tests.compactMap { test, outcome in
      guard outcome.verdict != .passed else { return nil }
      // How long was waited for a test that hung is no word of the suite's.
      let messages =
        outcome.verdict == .hung || outcome.verdict == .notRun ? [] : outcome.issues.map(\.message)
      return Failure(
        test: test.name, verdict: outcome.verdict, messages: Array(messages.prefix(keptMessages)))
    }
  }
}
