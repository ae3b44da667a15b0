import CurriculumKit
import GraderKit
import SystemKit

/// An exercise that does not exist yet, or of which parts are missing: its chapter, its number, and a name that nothing else has.
struct NewExercise {
  enum Refusal: Error, Equatable {
    case noSuchChapter(String, chapters: [String])
    /// It is no upper camel case identifier of ASCII letters and digits.
    case badName(String)
    /// All its parts are there.
    case complete(id: String, name: String)
    /// Another exercise has the name, or one that differs in case only.
    case taken(String, id: String, name: String)
    /// A chapter has the name.
    case chapterHasName(String)
    /// The filter of the shorter suite would also run the longer one.
    case contained(shorter: String, longer: String, other: String)
    /// Two digits count no further.
    case chapterFull(String)
  }

  let exercise: Exercise

  /// Takes the first empty place of the chapter, or the number after its last.
  init(_ name: String, in word: String, curriculum: Curriculum) throws(Refusal) {
    guard let chapter = Self.chapter(word, of: curriculum) else {
      throw .noSuchChapter(word, chapters: curriculum.chapters.map { "\($0.number) \($0.name)" })
    }
    guard name.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil else { throw .badName(name) }
    if let own = curriculum.exercises(of: chapter).first(where: { $0.name == name }) {
      exercise = own
      return
    }
    try Self.requireFree(name, in: curriculum)
    let numbers = Set(curriculum.exercises(of: chapter).map(\.number))
    guard let number = (1...Self.lastNumber).first(where: { !numbers.contains($0) }) else {
      throw .chapterFull(chapter.name)
    }
    exercise = Exercise(chapter: chapter, number: number, name: name)
  }

  /// A file's name begins with two digits.
  private static let lastNumber = 99

  private static func chapter(_ word: String, of curriculum: Curriculum) -> Chapter? {
    let wanted = word.lowercased()
    return curriculum.chapters.first { chapter in
      ["\(chapter.number)", chapter.name.lowercased(), chapter.folder.lowercased()].contains(wanted)
    }
  }

  private static func requireFree(_ name: String, in curriculum: Curriculum) throws(Refusal) {
    if let chapter = curriculum.chapters.first(where: { $0.name.lowercased() == name.lowercased() }) {
      throw .chapterHasName(chapter.name)
    }
    for other in curriculum.exercises {
      // A learner may write a name without its capitals.
      if other.name.lowercased() == name.lowercased() {
        throw .taken(name, id: other.id, name: other.name)
      }
      let suite = name + "Tests"
      if other.suite.contains(suite) {
        throw .contained(shorter: suite, longer: other.suite, other: other.id)
      }
      if suite.contains(other.suite) {
        throw .contained(shorter: other.suite, longer: suite, other: other.id)
      }
    }
  }
}

extension NewExercise.Refusal: CustomStringConvertible {
  var description: String {
    switch self {
    case .noSuchChapter(let word, let chapters):
      "there is no chapter `\(word.printable)`. The chapters are \(chapters.listed(with: "and")): name one of them. A new one begins with its folder in `Solutions` and its line in Package.swift."
    case .badName(let name):
      "`\(name.printable)` is no name of an exercise. Write it in upper camel case, of the letters A to Z and digits, as `OutlierDetection`."
    case .complete(let id, let name):
      "\(id) \(name) has all its parts already. `swift run grader check \(id)` says what is wrong with them."
    case .taken(let wanted, let id, let name):
      "\(id) is called \(name), and names are unique in the whole workbook. Choose another than `\(wanted)`."
    case .chapterHasName(let name): "a chapter is called \(name). Choose another name for the exercise."
    case .contained(let shorter, let longer, let other):
      "`swift test --filter \(shorter)` would also run \(longer) (\(other) has one of the two names). Choose a name that neither ends in the other nor is its end."
    case .chapterFull(let name):
      "\(name) has 99 exercises, and two digits count no further. Begin a new chapter."
    }
  }
}
