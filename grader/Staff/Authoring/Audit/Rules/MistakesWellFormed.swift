import JudgeKit
import SystemKit

extension Rule where Input == ExerciseParts {
  static var leastMistakes: Int { 3 }
  private static var witnessCounts: ClosedRange<Int> { 1...3 }

  /// Three mistakes or more, each with a target in the solution, one to three witnesses and a hint.
  static var mistakesWellFormed: Rule {
    Rule("mistakesWellFormed") { (parts: ExerciseParts) -> [String] in
      var messages: [String] = []
      func find(_ message: String) { messages.append("\(parts.mistakes.path): \(message)") }
      if case .damaged(let reason) = parts.knownMistakes {
        return ["\(parts.mistakes.path) is damaged: \(reason)"]
      }
      // What is still to be filled in is said by another rule.
      guard
        let all = parts.knownMistakes.value?.mistakes.filter({ !$0.name.contains(Placeholder.mark) })
      else { return [] }
      if all.count < leastMistakes {
        find("\(all.count.pluralized("mistake")): \(leastMistakes) or more are needed.")
      }
      for mistake in all {
        if let solution = parts.solution.text {
          let count = solution.ranges(of: mistake.find.joined(separator: "\n")).count
          if mistake.find.joined().isEmpty || count != 1 {
            find(
              "\"\(mistake.name)\": `find` is \(count.pluralized("time")) in \(parts.solution.path); it has to be there once."
            )
          }
        }
        if mistake.find == mistake.replace { find("\"\(mistake.name)\" changes nothing.") }
        if !witnessCounts.contains(mistake.caughtBy.count) {
          find("\"\(mistake.name)\": `caughtBy` names one to three tests.")
        }
        if mistake.hint.allSatisfy(\.isWhitespace) { find("\"\(mistake.name)\" has no hint.") }
      }
      messages += strangers(among: all, parts)
      for (name, same) in Dictionary(grouping: all, by: \.name).sorted(by: { $0.key < $1.key })
      where same.count > 1 {
        find("two mistakes are called \"\(name)\".")
      }
      return messages
    }
  }

  /// Witnesses that are no test, each once: a test that was renamed may be the witness of many mistakes.
  private static func strangers(among mistakes: [Mistakes.Mistake], _ parts: ExerciseParts) -> [String] {
    guard parts.suite.text != nil else { return [] }
    let tests = Set(parts.tests.map(\.name))
    var seen: Set<String> = []
    return mistakes.flatMap(\.caughtBy).filter { !tests.contains($0) && seen.insert($0).inserted }.map {
      test in
      let names = mistakes.filter { $0.caughtBy.contains(test) }.map { "\"\($0.name)\"" }
      return
        "\(parts.mistakes.path): \(names.joined(separator: ", ")): \(parts.suite.path) has no test `\(test)`."
    }
  }
}
