import GraderKit
import SystemKit

extension Rule where Input == ExerciseParts {
  /// The stub in `Exercises` is what the solution's markers cut.
  static var stubCurrent: Rule {
    Rule("stubCurrent") { (parts: ExerciseParts) -> [String] in
      switch parts.cut {
      case nil: return []
      case .failure(let fault): return ["\(parts.solution.path): \(fault)"]
      case .success(let cut):
        guard let stub = parts.stub.text, stub != cut else { return [] }
        let lines = cut.lines
        let line = zip(parts.stub.lines, lines).prefix { $0 == $1 }.count + 1
        return [
          "\(parts.stub.path):\(line) is not what is cut out of \(parts.solution.path): swift run grader stubs \(parts.exercise.id)."
        ]
      }
    }
  }
}
