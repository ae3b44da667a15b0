import CurriculumKit

/// The mutants of an exercise that do what the solution does: no suite can find them, so they do not count.
struct Equivalents: Codable, Hashable, Sendable {
  struct Entry: Codable, Hashable, Sendable {
    var `operator`: MutationOperator
    /// The text of the line where the mutant begins, without its indentation: numbers of lines change too often.
    var line: String
    var before: String
    var after: String
    /// Which of several alike, counted from 1; left out for the first.
    var ordinal: Int?
    /// Why nothing that a suite can ask for tells the two apart.
    var reason: String

    var place: MutantPlace {
      MutantPlace(kind: `operator`, lineText: line, before: before, after: after, ordinal: ordinal ?? 1)
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

  /// What is wrong with the entries, apart from what trying them shows.
  func problems(of exercise: Exercise, among mutants: [Mutant]) -> [Stale] {
    let known = Set(mutants.map(MutantPlace.init))
    var seen: Set<MutantPlace> = []
    return equivalent.compactMap { entry in
      let isSecond = !seen.insert(entry.place).inserted
      let problem: String? =
        if isSecond {
          "is there twice: remove one."
        } else if !known.contains(entry.place) {
          "names no mutant: the solution has changed. Remove it, or write its line and its words anew."
        } else if entry.reason.allSatisfy(\.isWhitespace) {
          "has no reason: write why nothing tells it from the solution."
        } else {
          nil
        }
      return problem.map { stale(entry, of: exercise, $0) }
    }
  }

  /// The entries whose mutants were caught.
  func caught(of exercise: Exercise, killed: Set<MutantPlace>) -> [Stale] {
    equivalent.filter { killed.contains($0.place) }.map {
      stale($0, of: exercise, "is caught by the suite, so it is not equivalent: remove it.")
    }
  }

  private func stale(_ entry: Entry, of exercise: Exercise, _ problem: String) -> Stale {
    Stale(
      exercise: exercise.id, file: exercise.equivalents,
      message: "\(entry.operator.rawValue) of `\(entry.before)` in `\(entry.line)` \(problem)")
  }
}
