import CurriculumKit
import SystemKit

extension Rule where Input == ChapterParts {
  /// No two exercises of a chapter declare a type of the same name: they are compiled into one module.
  static var typesUnique: Rule {
    Rule("typesUnique") { (parts: ChapterParts) -> [Problem] in
      var first: [String: String] = [:]
      var problems: [Problem] = []
      for (exercise, file) in zip(parts.exercises, parts.solutions) {
        for (type, line) in types(in: file) {
          if let other = first[type] {
            problems.append(
              Problem(
                message:
                  "\(file.path):\(line): `\(type)` is declared in \(other), too: rename one, or make it private.",
                exercise: exercise))
          } else {
            first[type] = "\(file.path):\(line)"
          }
        }
      }
      return problems
    }
  }

  /// The types that a file declares for the other files of its module, with their lines.
  private static func types(in file: CourseFile) -> [(name: String, line: Int)] {
    let declaration =
      /^(?:(?:@\w+(?:\([^)]*\))?|public|internal|package|final|indirect|nonisolated)\s+)*(?:struct|enum|class|actor|protocol|typealias)\s+(\w+)/
    let code = SwiftText(file.text ?? "").code.lines
    return code.enumerated().compactMap { index, line in
      // What is indented is a member of something else.
      guard let first = line.first, !first.isWhitespace else { return nil }
      return line.firstMatch(of: declaration).map { (String($0.1), index + 1) }
    }
  }
}
