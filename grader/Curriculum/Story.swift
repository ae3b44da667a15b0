import SystemKit

/// A chapter's story, told line by line: the first for nothing solved, the last for everything.
package struct Story {
  package let lines: [String]

  package init(lines: [String]) {
    self.lines = lines
  }

  /// The line for so many solved of all; the last is kept for the end.
  package func line(solved: Int, of total: Int) -> String? {
    guard let last = lines.last else { return nil }
    guard solved < total, total > 0, lines.count > 1 else { return last }
    return lines[solved * (lines.count - 1) / total]
  }
}
