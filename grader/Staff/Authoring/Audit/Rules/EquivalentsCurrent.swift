extension Rule where Input == ExerciseParts {
  /// Each entry of the list of equivalent mutants names a mutant of the solution, once and with a reason. Whether no test fails for
  /// it, `check --mutants` finds out.
  static var equivalentsCurrent: Rule {
    Rule("equivalentsCurrent") { (parts: ExerciseParts) -> [String] in
      switch parts.knownEquivalents {
      case .missing:
        if case .unreadable(let reason) = parts.equivalents.contents {
          return ["\(parts.equivalents.path) \(reason)."]
        }
        return []
      case .damaged(let reason): return ["\(parts.equivalents.path) is damaged: \(reason)"]
      case .value(let list):
        guard let solution = parts.solution.text else { return [] }
        return list.problems(of: parts.exercise, among: MutantFinder.mutants(of: solution)).map {
          "\($0.file): \($0.message)"
        }
      }
    }
  }
}
