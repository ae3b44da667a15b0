import CurriculumKit
import SystemKit

/// What a person names on the command line: `1.1`, `Header`, `HeaderTests`, `1`, `DNSMessages`, or a path.
struct Selector {
  let curriculum: Curriculum

  /// The exercises that the words name, in the order of the book, each once.
  func select(_ words: [String]) throws(UsageError) -> [Exercise] {
    var chosen: Set<Exercise> = []
    for word in words { chosen.formUnion(try select(word)) }
    return curriculum.exercises.filter(chosen.contains)
  }

  private func select(_ word: String) throws(UsageError) -> [Exercise] {
    let wanted = word.droppingSlash.lowercased()
    let byExercise = curriculum.exercises.filter { exercise in
      exercise.id == wanted || exercise.name.lowercased() == wanted || exercise.suite.lowercased() == wanted
        || exercise.stem.lowercased() == wanted || Self.path(word, names: exercise)
    }
    if !byExercise.isEmpty { return byExercise }
    let byChapter = curriculum.chapters.filter { chapter in
      "\(chapter.number)" == wanted || chapter.name.lowercased() == wanted
        || chapter.folder.lowercased() == wanted
        || word.droppingSlash.hasSuffix("/" + chapter.folder)
    }
    let chosen = curriculum.exercises.filter { byChapter.contains($0.chapter) }
    if !chosen.isEmpty { return chosen }
    throw .noSuchExercise(word, meant: nearest(to: wanted))
  }

  /// Any path that ends like one of the exercise's parts names it: a shell completes paths, absolute ones too.
  private static func path(_ word: String, names exercise: Exercise) -> Bool {
    [
      exercise.path, exercise.path + ".swift", exercise.path + "Tests.swift", exercise.path + ".md",
      exercise.path + ".json",
    ]
    .contains { word == $0 || word.hasSuffix("/" + $0) }
  }

  /// The name that differs least, where it differs little.
  private func nearest(to word: String) -> String? {
    let names = curriculum.exercises.flatMap { [$0.name, $0.id] } + curriculum.chapters.map(\.name)
    let ranked = names.map { ($0, word.editDistance(to: $0.lowercased())) }.min { $0.1 < $1.1 }
    return ranked.flatMap { $0.1 <= max(1, $0.0.count / 3) ? $0.0 : nil }
  }
}

extension String {
  fileprivate var droppingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
