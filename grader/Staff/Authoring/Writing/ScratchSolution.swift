import CurriculumKit
import SystemKit

/// A copy of a solution that an author edits until it is wrong, and the text that it was made of.
struct ScratchSolution {
  enum State: Equatable {
    /// It was just made.
    case new
    /// The text as it is now.
    case edited(String)
    /// The solution is another one than the copy was made of.
    case outdated
  }

  let workbook: Workbook
  let exercise: Exercise

  /// From the top of the workbook: where no commit takes it along.
  var file: String { ".build/grader/mistakes/\(exercise.path).swift" }
  private var base: String { ".build/grader/mistakes/\(exercise.path).base" }

  /// Makes it where there is none, and anew where nobody had changed it.
  func open(_ solution: String) throws -> State {
    if let text = try workbook.textIfPresent(file) {
      let base = try workbook.textIfPresent(base)
      if base == solution { return .edited(text) }
      guard text == base else { return .outdated }
    }
    for file in [base, file] { try Files.write(Array(solution.utf8), to: workbook.absolute(file)) }
    return .new
  }

  func remove() throws {
    for file in [file, base] where workbook.exists(file) { try Files.remove(workbook.absolute(file)) }
  }
}
