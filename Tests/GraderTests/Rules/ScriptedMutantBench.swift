@testable import AuthoringKit
@testable import CurriculumKit
@testable import SystemKit

/// Answers from memory what is tried: mutants by words that are on a line of their text.
final class ScriptedMutantBench: MutantBench {
  /// Words of lines that do not compile.
  var broken: [String] = []
  /// What the compiler says without a line of a mutant, where the words are in the text.
  var vague: (words: String, line: (_ lines: [Substring]) -> Int?)?
  /// Words of the mutants that no test fails for.
  var unnoticed: [String] = []
  var refusesSolution = false
  /// How many numbers were chosen of each text.
  private(set) var rounds: [Int] = []
  private(set) var texts: [String] = []

  func tryOut(_ exercise: Exercise, text: String, choosing numbers: [Int], linking suites: [Exercise]) throws
    -> MutantRound
  {
    rounds.append(numbers.count)
    texts.append(text)
    let lines = text.lines
    let errors = lines.indices.filter { line in broken.contains { lines[line].contains($0) } }
    if !errors.isEmpty {
      return .rejected(
        errors.map { Diagnostic(message: "no", file: exercise.solution, line: $0 + 1) })
    }
    if let vague, text.contains(vague.words) {
      return .rejected([Diagnostic(message: "no", file: exercise.solution, line: vague.line(lines))])
    }
    return .ran(
      Dictionary(
        uniqueKeysWithValues: numbers.map { number in
          (number, number == 0 ? solutionPasses(text) : !isNoticed(number, lines))
        }))
  }

  /// A text with one mutant has no branches.
  private func solutionPasses(_ text: String) -> Bool {
    if text.contains("switch chosenMutant") { return !refusesSolution }
    return unnoticed.contains { text.contains($0) }
  }

  private func isNoticed(_ number: Int, _ lines: [Substring]) -> Bool {
    let branches = lines.indices.filter { lines[$0] == "case \(number):" }
    return !branches.contains { start in
      let branch = lines[(start + 1)...].prefix { !$0.hasPrefix("case ") && $0 != "default:" }
      return branch.contains { line in unnoticed.contains { line.contains($0) } }
    }
  }

  func say(_ doing: String) {}
}

/// One bench, where jobs are done in their order.
struct OneMutantBench: MutantBenches {
  let bench: any MutantBench

  func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], finished: @escaping @Sendable (Result) -> Void,
    on work: @escaping @Sendable (Job, any MutantBench) throws -> Result
  ) throws -> [Result] {
    try jobs.map { job in
      let result = try work(job, bench)
      finished(result)
      return result
    }
  }
}
