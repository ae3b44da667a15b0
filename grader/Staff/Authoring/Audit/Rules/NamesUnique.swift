import CurriculumKit

extension Rule where Input == ExerciseParts {
  /// A learner's filter names one suite: names are unique, and no suite's name contains another's.
  static var namesUnique: Rule {
    Rule("namesUnique") { (parts: ExerciseParts) -> [String] in
      let exercise = parts.exercise
      return parts.scope.course.filter { $0 != exercise }.compactMap { other -> String? in
        let pair: (short: Exercise, long: Exercise)
        if other.suite == exercise.suite {
          // Both contain each other: said once, at the first of the two that is checked.
          let first = parts.scope.course.first { [exercise, other].contains($0) } ?? exercise
          guard first == exercise || !parts.scope.checked.contains(first) else { return nil }
          pair = (exercise, other)
        } else if other.suite.contains(exercise.suite) {
          pair = (exercise, other)
        } else if exercise.suite.contains(other.suite), !parts.scope.checked.contains(other) {
          // Where the shorter one is checked, too, it is said there.
          pair = (other, exercise)
        } else {
          return nil
        }
        return
          "`swift test --filter \(pair.short.suite)` of \(pair.short.solution) would also run \(pair.long.suite) of \(pair.long.solution). Rename one of them."
      }
    }
  }
}
