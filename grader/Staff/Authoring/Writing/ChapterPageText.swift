import CurriculumKit
import SystemKit

/// A chapter's page with an exercise in it that it did not know: the link under *Topics*, and the card's row *Exercises*.
struct ChapterPageText {
  let page: CourseFile
  /// All exercises of the chapter, the new one among them, in the order of the book.
  let exercises: [Exercise]

  /// The new text; nil where nothing is missing, or nothing can be added.
  func adding(_ exercise: Exercise) -> String? {
    guard page.text != nil else { return nil }
    var lines = page.lines.map(String.init)
    if let row = Rule<ChapterParts>.cardRow("Exercises", in: page) {
      lines[row.line - 1] = Self.row(exercises)
    }
    if let place = place(of: exercise, in: lines) { lines.insert("- <doc:\(exercise.stem)>", at: place) }
    return lines == page.lines.map(String.init) ? nil : lines.joined(separator: "\n")
  }

  /// The card's row that lists these exercises.
  static func row(_ exercises: [Exercise]) -> String {
    "| **Exercises** | \(exercises.map { "\($0.id) \($0.name)" }.joined(separator: ", ")) |"
  }

  /// Before the link that comes after it in the book, else after the last link; nil where it is linked already, or nothing is.
  private func place(of exercise: Exercise, in lines: [String]) -> Int? {
    guard let start = lines.firstIndex(of: "## Topics") else { return nil }
    let links = lines.indices.filter { $0 > start && lines[$0].hasPrefix("- <doc:") }
    guard !links.contains(where: { lines[$0] == "- <doc:\(exercise.stem)>" }) else { return nil }
    let later = exercises.filter { $0.number > exercise.number }.map { "- <doc:\($0.stem)>" }
    return links.first { later.contains(lines[$0]) } ?? links.last.map { $0 + 1 }
  }
}
