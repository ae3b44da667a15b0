import CurriculumKit

/// Right answers that are written another way: the suites must accept them.
enum Alternatives {
  static let folder = "Tests/Alternatives"

  /// Whether a file of this name holds an alternative of the exercise: `01-Header.swift`, `01-Header-2.swift`, ….
  static func isFile(_ name: String, of exercise: Exercise) -> Bool { number(of: name, for: exercise) != nil }

  /// The names of an exercise's alternatives among the files of a folder, in the order of their numbers.
  static func names(of exercise: Exercise, among names: [String]) -> [String] {
    names.compactMap { name in number(of: name, for: exercise).map { (name, $0) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func number(of name: String, for exercise: Exercise) -> Int? {
    guard name.hasPrefix(exercise.stem), name.hasSuffix(".swift") else { return nil }
    let rest = name.dropFirst(exercise.stem.count).dropLast(".swift".count)
    if rest.isEmpty { return 1 }
    guard let match = rest.wholeMatch(of: /-([1-9][0-9]{0,2})/), let number = Int(match.1), number > 1 else {
      return nil
    }
    return number
  }
}

extension Exercise {
  /// The first alternative; further ones end in `-2.swift`, `-3.swift`, ….
  var alternative: String { "\(Alternatives.folder)/\(path).swift" }
}
