extension Rule {
  /// Every test is failed by at least one mistake: a test that nothing fails proves nothing.
  static let testCatches = Rule(
    name: "testCatches",
    exercise: { exercise, inspection in
      guard let said = inspection.said[exercise] else { return [] }
      let failed = Set(said.answers.flatMap(\.failures).filter { $0.verdict != .notRun }.map(\.test))
      return try inspection.suite(of: exercise).tests.filter { !failed.contains($0.name) }.map {
        "\(exercise.suiteFile):\($0.line): no mistake fails `\($0.name)`: add one to \(exercise.mistakes) that it catches."
      }
    })
}
