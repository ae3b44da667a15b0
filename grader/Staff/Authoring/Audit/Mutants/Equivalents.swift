import CurriculumKit
import JudgeKit

/// The mutants of an exercise that do what the solution does: no suite can find them, so they do not count.
struct Equivalents: Codable, Hashable, Sendable {
  /// One mutant; without an operator all that begin on a line, as where nothing ever gets to it.
  struct Entry: Codable, Hashable, Sendable {
    var `operator`: MutationOperator?
    /// The text of the line where the mutant begins, without its indentation: numbers of lines change too often.
    var line: String
    /// What it changes, and into what; left out with the operator.
    var before: String?
    var after: String?
    /// Which of several alike, counted from 1; left out for the first.
    var ordinal: Int?
    /// Why nothing that a suite can ask for tells the two apart.
    var reason: String

    func names(_ place: MutantPlace) -> Bool {
      guard let kind = `operator` else { return line == place.lineText }
      return place
        == MutantPlace(
          kind: kind, lineText: line, before: before ?? "", after: after ?? "", ordinal: ordinal ?? 1)
    }

    /// Without its reason.
    fileprivate var target: Entry {
      var target = self
      target.reason = ""
      target.ordinal = ordinal ?? 1
      return target
    }

    fileprivate var summary: String {
      `operator`.map { "\($0.rawValue) of `\(before ?? "")` in `\(line)`" } ?? "`\(line)`"
    }
  }

  static let folder = "Tests/Mistakes/Equivalent"

  var equivalent: [Entry]
}

extension Exercise {
  /// The list of its equivalent mutants; there is none where there are no such mutants.
  var equivalents: String { "\(Equivalents.folder)/\(path).json" }
}

extension Equivalents {
  /// An entry of the list that says nothing any more.
  struct Stale: Codable, Hashable, Sendable {
    var exercise: String
    var file: String
    /// What is wrong with it, in a sentence.
    var message: String
  }

  func names(_ place: MutantPlace) -> Bool { equivalent.contains { $0.names(place) } }

  /// What is wrong with the entries, apart from what trying them shows.
  func problems(of exercise: Exercise, among mutants: [Mutant]) -> [Stale] {
    let places = mutants.map(MutantPlace.init)
    var seen: Set<Entry> = []
    return equivalent.compactMap { entry in
      let isSecond = !seen.insert(entry.target).inserted
      let problem: String? =
        if isSecond {
          "is there twice: remove one."
        } else if !places.contains(where: entry.names) {
          "names no mutant: the solution has changed. Remove it, or write its line and its words anew."
        } else if entry.reason.allSatisfy(\.isWhitespace) {
          "has no reason: write why nothing tells it from the solution."
        } else {
          nil
        }
      return problem.map { stale(entry, of: exercise, $0) }
    }
  }

  /// The entries of which a mutant was caught.
  func caught(of exercise: Exercise, killed: Set<MutantPlace>) -> [Stale] {
    equivalent.filter { killed.contains(where: $0.names) }.map {
      stale($0, of: exercise, "is caught by the suite, so it is not equivalent: remove it.")
    }
  }

  private func stale(_ entry: Entry, of exercise: Exercise, _ problem: String) -> Stale {
    Stale(exercise: exercise.id, file: exercise.equivalents, message: "\(entry.summary) \(problem)")
  }
}
