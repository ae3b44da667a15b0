import CurriculumKit
import Foundation
import SystemKit

/// The wrong answers of an exercise, as its author wrote them down.
package struct Mistakes: Codable, Sendable {
  package struct Mistake: Codable, Sendable {
    package enum End: String, Codable, Sendable {
      case hung
      case crashed
    }

    /// In the words of one who made it: `reads the id little-endian`.
    package var name: String
    /// Lines that are exactly once in the solution.
    package var find: [String]
    /// Lines that take their place.
    package var replace: [String]
    /// The witnesses: tests that have to fail.
    package var caughtBy: [String]
    /// What leads back.
    package var hint: String
    /// Given only where the mistake ends the suite.
    package var ends: End?

    package init(
      name: String, find: [String], replace: [String], caughtBy: [String], hint: String, ends: End? = nil
    ) {
      self.name = name
      self.find = find
      self.replace = replace
      self.caughtBy = caughtBy
      self.hint = hint
      self.ends = ends
    }
  }

  package var mistakes: [Mistake]

  package init(mistakes: [Mistake]) { self.mistakes = mistakes }

  package static func read(_ exercise: Exercise, _ workbook: Workbook) throws -> Mistakes {
    let text = try workbook.text(exercise.mistakes)
    do {
      return try JSONDecoder().decode(Mistakes.self, from: Data(text.utf8))
    } catch {
      throw GraderError.damaged(exercise.mistakes, reason: JSON.explain(error))
    }
  }
}

extension Mistakes.Mistake {
  /// The solution with the mistake in it, or nil where `find` is not in it exactly once.
  package func applied(to solution: String) -> String? {
    let wanted = find.joined(separator: "\n")
    guard !wanted.isEmpty, solution.ranges(of: wanted).count == 1 else { return nil }
    return solution.replacing(wanted, with: replace.joined(separator: "\n"))
  }
}
