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
}
