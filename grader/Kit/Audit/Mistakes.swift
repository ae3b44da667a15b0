import Foundation

/// The wrong answers of an exercise, as its author wrote them down.
struct Mistakes: Codable, Sendable {
  struct Mistake: Codable, Sendable {
    enum End: String, Codable, Sendable {
      case hung
      case crashed
    }

    /// In the words of one who made it: `reads the id little-endian`.
    var name: String
    /// Lines that are exactly once in the solution.
    var find: [String]
    /// Lines that take their place.
    var replace: [String]
    /// The witnesses: tests that have to fail.
    var caughtBy: [String]
    /// What leads back.
    var hint: String
    /// Given only where the mistake ends the suite.
    var ends: End?
  }

  var mistakes: [Mistake]

  static func read(_ exercise: Exercise, _ workbook: Workbook) throws -> Mistakes {
    let text = try workbook.text(exercise.mistakes)
    do {
      return try JSONDecoder().decode(Mistakes.self, from: Data(text.utf8))
    } catch {
      throw Trouble.damaged(exercise.mistakes, reason: JSON.explain(error))
    }
  }
}

extension Mistakes.Mistake {
  /// The solution with the mistake in it, or nil where `find` is not in it exactly once.
  func laid(in solution: String) -> String? {
    let wanted = find.joined(separator: "\n")
    guard !wanted.isEmpty, solution.ranges(of: wanted).count == 1 else { return nil }
    return solution.replacing(wanted, with: replace.joined(separator: "\n"))
  }
}
