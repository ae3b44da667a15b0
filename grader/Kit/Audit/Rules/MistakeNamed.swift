extension Rule {
  /// The report on a mistake names that mistake and no other: what the suite says to it tells it apart.
  static let mistakeNamed = Rule(
    name: "mistakeNamed",
    exercise: { exercise, inspection in
      guard let said = inspection.said[exercise] else { return [] }
      let mistakes = try Mistakes.read(exercise, inspection.workbook).mistakes
      return said.answers.compactMap { answer in
        let named = MistakeFinder.find(answer.failures, mistakes: mistakes, recorded: said)?.name
        if named == answer.mistake { return nil }
        return
          "\(exercise.mistakes): the report on \"\(answer.mistake)\" names \(named.map { "\"\($0)\"" } ?? "none"): the suite says the same to both. Merge them, or add a test that tells them apart."
      }
    })
}
