import CurriculumKit
import Foundation
import SystemKit

/// What a suite said to each mistake: written by `check --record`, committed, and compared by `check`.
package struct Recorded: Codable, Hashable, Sendable {
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

  package static func read(_ exercise: Exercise, _ workbook: Workbook) throws -> Recorded? {
    guard let bytes = try workbook.readIfPresent(exercise.recorded) else { return nil }
    do {
      return try JSONDecoder().decode(Recorded.self, from: Data(bytes))
    } catch {
      throw GraderError.damaged(exercise.recorded, reason: JSON.explain(error))
    }
  }
}
