import CurriculumKit

extension Rule where Input == ExerciseParts {
  /// Solutions and alternatives import PostRoad alone: that is all a learner is given.
  static var importsAllowed: Rule {
    Rule("importsAllowed") { (parts: ExerciseParts) -> [String] in
      ([parts.solution] + parts.alternatives).flatMap { file in
        SwiftText(file.text ?? "").imports.filter { $0.module != "PostRoad" }.map {
          "\(file.path):\($0.line): imports \($0.module): an exercise imports PostRoad alone."
        }
      }
    }
  }
}
