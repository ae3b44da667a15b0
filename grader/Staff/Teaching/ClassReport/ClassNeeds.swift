import GraderKit

/// What a class needs most: the facts put in order.
struct ClassNeeds: Sendable {
  /// A mistake with the exercise that it was made in.
  struct Mistake: Equatable, Sendable {
    var exercise: String
    var name: String
    var count: Int
  }

  /// Exercises that somebody began and did not solve: the smallest share of those who began first.
  let exercises: [ClassFacts.ExerciseFacts]
  /// Recognised mistakes of all exercises, the most frequent first.
  let mistakes: [Mistake]
  /// Failures in all exercises that are no recorded mistake.
  let unrecognised: Int

  /// What fewer students began says little, and comes after the rest: this part of those who began the most frequent exercise.
  static let leastBegun = 4

  init(_ facts: ClassFacts) {
    let all = facts.chapters.flatMap(\.exercises)
    let most = all.map(\.begun).max() ?? 0
    exercises = all.enumerated().filter { $0.element.begun > $0.element.solved }.sorted { one, other in
      let (a, b) = (one.element, other.element)
      let isRare = (a.begun * Self.leastBegun < most, b.begun * Self.leastBegun < most)
      if isRare.0 != isRare.1 { return isRare.1 }
      // Shares are compared without division.
      let shares = (a.solved * b.begun, b.solved * a.begun)
      if shares.0 != shares.1 { return shares.0 < shares.1 }
      return (b.begun, one.offset) < (a.begun, other.offset)
    }.map(\.element)
    mistakes = all.enumerated().flatMap { number, exercise in
      exercise.mistakes.map { (number, Mistake(exercise: exercise.id, name: $0.name, count: $0.count)) }
    }.sorted { ($1.1.count, $0.0, $0.1.name) < ($0.1.count, $1.0, $1.1.name) }.map(\.1)
    unrecognised = all.reduce(0) { $0 + $1.unrecognised }
  }
}
