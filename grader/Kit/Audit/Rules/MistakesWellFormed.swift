extension Rule {
  static let leastMistakes = 3
  private static let witnessCounts = 1...3

  /// Three mistakes or more, each with a target in the solution, one to three witnesses and a hint.
  static let mistakesWellFormed = Rule(
    name: "mistakesWellFormed",
    exercise: { exercise, inspection in
      guard inspection.workbook.exists(exercise.mistakes),
        let solution = try? inspection.workbook.text(exercise.solution)
      else { return [] }
      let all: [Mistakes.Mistake]
      do {
        all = try Mistakes.read(exercise, inspection.workbook).mistakes
      } catch {
        return ["\(error)"]
      }
      let tests = Set((try? inspection.suite(of: exercise).tests.map(\.name)) ?? [])
      var messages: [String] = []
      func find(_ message: String) { messages.append("\(exercise.mistakes): \(message)") }
      if all.count < leastMistakes {
        find("\(all.count.of("mistake")): \(leastMistakes) or more are wanted.")
      }
      for mistake in all {
        let count = solution.ranges(of: mistake.find.joined(separator: "\n")).count
        if mistake.find.joined().isEmpty || count != 1 {
          find(
            "\"\(mistake.name)\": `find` stands \(count.of("time")) in \(exercise.solution); it has to stand there once."
          )
        }
        if mistake.find == mistake.replace { find("\"\(mistake.name)\" changes nothing.") }
        if !witnessCounts.contains(mistake.caughtBy.count) {
          find("\"\(mistake.name)\": `caughtBy` names one to three tests.")
        }
        for witness in mistake.caughtBy where !tests.contains(witness) {
          find("\"\(mistake.name)\": \(exercise.suiteFile) has no test `\(witness)`.")
        }
        if mistake.hint.allSatisfy(\.isWhitespace) { find("\"\(mistake.name)\" has no hint.") }
      }
      for (name, same) in Dictionary(grouping: all, by: \.name).sorted(by: { $0.key < $1.key })
      where same.count > 1 {
        find("two mistakes are called \"\(name)\".")
      }
      return messages
    })
}
