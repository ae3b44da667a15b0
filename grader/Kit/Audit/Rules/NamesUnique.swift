extension Rule {
  /// A learner's filter names one suite: names are unique, and no suite's name contains another's.
  static let namesUnique = Rule(
    name: "namesUnique",
    exercise: { exercise, inspection in
      inspection.curriculum.exercises.filter { $0 != exercise && $0.suite.contains(exercise.suite) }.map {
        "`swift test --filter \(exercise.suite)` would also run \($0.suite) of \($0.solution). Rename one of them."
      }
    })
}
