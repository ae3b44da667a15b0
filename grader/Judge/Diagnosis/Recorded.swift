import CurriculumKit
import Foundation
import SystemKit

/// What a suite said to each mistake: written by `check --record`, committed, and compared by `check`.
package struct Recorded: Codable, Hashable, Sendable {
  package struct Failure: Codable, Hashable, Sendable {
    package var test: String
    package var verdict: TestVerdict
    package var messages: [String]
  }

  package struct Answer: Codable, Hashable, Sendable {
    package var mistake: String
    /// Every test that did not pass, in the order of the suite.
    package var failures: [Failure]

    package init(mistake: String, failures: [Failure]) {
      self.mistake = mistake
      self.failures = failures
    }
  }

  /// How many expectations each test has: one that goes missing is missed.
  package var assertions: [String: Int]
  package var answers: [Answer]

  package init(assertions: [String: Int], answers: [Answer]) {
    self.assertions = assertions
    self.answers = answers
  }

  /// Messages of a test that are kept; a parameterised one may have many.
  package static let keptMessages = 4

  package static func read(_ exercise: Exercise, _ workbook: Workbook) throws -> Recorded? {
    guard let bytes = try workbook.readIfPresent(exercise.recorded) else { return nil }
    do {
      return try JSONDecoder().decode(Recorded.self, from: Data(bytes))
    } catch {
      throw GraderError.damaged(exercise.recorded, reason: JSON.explain(error))
    }
  }

  /// The failures of a judgement, in the form that is compared.
  package static func failures(in judgement: Judgement) -> [Failure] {
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
