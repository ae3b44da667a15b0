import CurriculumKit
import SystemKit

/// What a person names on the command line: `1.1`, `Header`, `HeaderTests`, `1`, `DNSMessages`, a path or the end of one, or a
/// word that only one exercise has in its name or its title.
package struct Selector {
  let curriculum: Curriculum

  package init(curriculum: Curriculum) { self.curriculum = curriculum }

  /// The exercises that the words name, in the order of the book, each once.
  package func select(_ words: [String]) throws(UsageError) -> [Exercise] {
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
    if let meant = try meant(by: word) { return [meant] }
    throw .noSuchExercise(word, meant: nearest(to: wanted))
  }

  /// Any path that ends like one of the exercise's parts names it: a shell completes paths, absolute ones too.
  private static func path(_ word: String, names exercise: Exercise) -> Bool {
    let ends = ["", ".swift", "Tests.swift", ".md", ".json"]
    // From inside a chapter's folder a file's name is all of its path.
    let names = [exercise.path, exercise.stem, exercise.name].flatMap { name in ends.map { name + $0 } }
    // A folder in front of a bare name is another chapter's, or none.
    let ownFile = word.hasPrefix("./") ? String(word.dropFirst(2)) : word
    return names.contains(ownFile) || ends.contains { word.hasSuffix("/" + exercise.path + $0) }
  }

  /// The only exercise that has a word in its name, or else in its title. Several are told.
  private func meant(by word: String) throws(UsageError) -> Exercise? {
    let letters = word.lowercased()
    guard letters.count >= Self.leastLetters, letters.contains(where: \.isLetter) else { return nil }
    // A word of a name comes before letters inside one: `ring` is no GeoSteering.
    var found = curriculum.exercises.filter { $0.name.hasWord(beginningWith: letters) }
    if found.isEmpty {
      found = curriculum.exercises.filter { $0.name.lowercased().contains(letters) }
    }
    if found.isEmpty {
      found = curriculum.exercises.filter { curriculum.title(of: $0).lowercased().contains(letters) }
    }
    if found.count > 1 {
      throw .severalExercises(word, meant: found.prefix(Self.mostMeant).map { "\($0.id) \($0.name)" })
    }
    return found.first
  }

  /// Letters that a part of a name has at least: one or two are in nearly every name.
  private static let leastLetters = 3
  /// Exercises that are told where a word means several.
  private static let mostMeant = 6

  /// The name that differs least, where it differs little.
  private func nearest(to word: String) -> String? {
    let names = curriculum.exercises.flatMap { [$0.name, $0.id] } + curriculum.chapters.map(\.name)
    let ranked = names.map { ($0, word.editDistance(to: $0.lowercased())) }.min { $0.1 < $1.1 }
    return ranked.flatMap { $0.1 <= max(1, $0.0.count / 3) ? $0.0 : nil }
  }
}

extension String {
  /// Whether one of the words of a name like `RingLookup` begins with these lower-case letters.
  fileprivate func hasWord(beginningWith letters: String) -> Bool {
    indices.contains { index in
      (index == startIndex || self[index].isUppercase) && self[index...].lowercased().hasPrefix(letters)
    }
  }

  fileprivate var droppingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
