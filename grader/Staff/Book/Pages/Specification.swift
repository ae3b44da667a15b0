import CurriculumKit
import GraderKit
import SystemKit

/// What an exercise's stub says of each declaration: the specification that a suite holds an answer to.
struct Specification {
  /// What a line of code may have on a page of a usual window, in the size that `SiteStyle` sets it in.
  static let widest = 84

  /// A line of code in as many lines as it needs, each later one farther in.
  static func folded(_ line: String) -> [String] {
    line.folded(to: widest, indent: String(line.prefix { $0 == " " }) + "    ")
  }

  let declarations: [Declaration]

  init(stub: String) { declarations = Declaration.all(in: stub) }

  /// - Parameter given: the files of the vocabulary that the stub uses, as code.
  func markdown(of exercise: Exercise, given: [String]) -> String {
    let parts = declarations.map { declaration in
      ["```swift\n\(code(declaration))\n```", DocComment(lines: declaration.comment).markdown].filter {
        !$0.isEmpty
      }
      .joined(separator: "\n\n")
    }
    let types = given.isEmpty ? [] : ["The types it uses are given in \(given.listed(with: "and"))."]
    return (["`\(exercise.file)` asks for this."] + parts + types).joined(separator: "\n\n")
  }

  private func code(_ declaration: Declaration) -> String {
    declaration.code.lines.flatMap { Self.folded(String($0)) }.joined(separator: "\n")
  }
}
