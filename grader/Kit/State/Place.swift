import CurriculumKit

/// Where the learner is: the one notion of "next" that all commands share.
struct Place {
  /// In the order of the book.
  let exercises: [Exercise]
  /// The exercise that was judged last.
  let last: Exercise?
  let isSolved: (Exercise) throws -> Bool
  /// Whether more than the stub was handed in.
  let isBegun: (Exercise) throws -> Bool

  /// The exercise judged last while it is not solved, then the first unsolved after it and around; nil where all are solved.
  ///
  /// Where none was judged yet: what was begun, else the first unsolved after everything that is solved.
  func next() throws -> Exercise? {
    if let last {
      return try isSolved(last) ? firstUnsolved(after: last) : last
    }
    if let begun = try exercises.first(where: { try isBegun($0) && !isSolved($0) }) { return begun }
    return try firstUnsolved(after: exercises.last(where: isSolved))
  }

  private func firstUnsolved(after exercise: Exercise?) throws -> Exercise? {
    let start = exercise.flatMap(exercises.firstIndex(of:)).map { $0 + 1 } ?? 0
    return try (exercises[start...] + exercises[..<start]).first { try !isSolved($0) }
  }

  /// The exercise judged last, once these were judged: of several the one that was it before, else the first that is not solved.
  static func last(
    _ old: Exercise?, judging judged: [Exercise], isSolved: (Exercise) -> Bool
  ) -> Exercise? {
    if judged.isEmpty { return old }
    if let old, judged.contains(old) { return old }
    return judged.first { !isSolved($0) } ?? judged.last
  }
}
