import CurriculumKit
import SystemKit

/// The texts of a handout that differ from the course's own.
enum HandoutText {
  /// The line of the manifest after which everything is the authors'.
  static let mark = "// What follows is the authors' alone: `grader handout` leaves it out."

  /// The manifest with these chapters, down to what is the authors'.
  static func manifest(_ text: String, keeping chapters: [Chapter]) -> String {
    let folders = Set(chapters.map(\.folder))
    var lines: [String] = []
    for line in text.lines {
      if line == mark { break }
      // The list of chapters: one quoted folder a line.
      if let match = line.wholeMatch(of: /\ +"([^"]+)",/), Chapter(folder: String(match.1)) != nil,
        !folders.contains(String(match.1))
      {
        continue
      }
      lines.append(String(line))
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Sections of the README that speak to somebody else than a learner, or of what is not in a copy.
  private static let authors = ["The book as a site", "How quick", "For instructors and authors"]
  /// What a line speaks of that a copy without solutions does not have.
  private static let solutions = ["WORKBOOK_SOLUTIONS", "grader solution", "Solutions/", "The solutions lie"]

  /// The README for a learner.
  static func readme(_ text: String, hasSolutions: Bool, hasLab: Bool) -> String {
    var lines: [String] = []
    var isLeftOut = false
    for line in text.lines {
      if line.hasPrefix("## ") { isLeftOut = authors.contains(String(line.dropFirst(3))) }
      guard !isLeftOut || line.hasPrefix("MIT licence") else { continue }
      if !hasSolutions, solutions.contains(where: { line.contains($0) }) { continue }
      if !hasLab, line.contains("grader lab") { continue }
      if line.contains("WORKBOOK_SOLUTIONS") { continue }
      lines.append(String(line))
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
