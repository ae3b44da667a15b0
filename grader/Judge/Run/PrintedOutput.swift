import SystemKit

/// What the code under test printed, cut: its first lines, the count of those that are left out, its last lines.
package struct PrintedOutput: Equatable, Sendable {
  /// Lines that are kept of the start and of the end.
  package static let mostLines = 6
  /// Characters that are kept of a line: three rows of a usual terminal.
  package static let mostCharacters = 240

  package private(set) var first: [String] = []
  /// How many lines are left out after `first`.
  package private(set) var omitted = 0
  /// Empty where nothing is left out.
  package private(set) var last: [String] = []

  package init() {}

  /// `end` is all that was printed, or the end of it, where `start` is its start and so many lines between them are lost.
  package init(start: String = "", lostLines: Int = 0, end: String) {
    let end = Self.lines(end)
    guard !start.isEmpty else {
      (first, omitted, last) = Self.cut(head: end, tail: end, total: end.count)
      return
    }
    // Where the end begins, and where the start ends, is somewhere in a line.
    let head = Self.lines(start).dropLast()
    let tail = end.dropFirst()
    (first, omitted, last) = Self.cut(
      head: Array(head), tail: Array(tail), total: head.count + 1 + lostLines + tail.count)
  }

  package var isEmpty: Bool { first.isEmpty && omitted == 0 }

  /// Adds what a later run of the same suite printed.
  package mutating func append(_ later: PrintedOutput) {
    let total = first.count + omitted + last.count + later.first.count + later.omitted + later.last.count
    let head = omitted == 0 ? first + later.first : first
    let tail = later.omitted == 0 ? (omitted == 0 ? first : last) + later.first : later.last
    (first, omitted, last) = Self.cut(head: head, tail: tail, total: total)
  }

  /// All of it as lines, with a line that counts those left out.
  package var lines: [String] {
    omitted == 0 ? first : first + ["… \(omitted.pluralized("more line")) …"] + last
  }

  private static func cut(head: [String], tail: [String], total: Int) -> ([String], Int, [String]) {
    if total <= 2 * mostLines, head.count == total { return (head, 0, []) }
    let first = Array(head.prefix(mostLines))
    let last = Array(tail.suffix(min(mostLines, total - first.count)))
    return (first, total - first.count - last.count, last)
  }

  /// Without what sets colours and moves the cursor (ECMA-48 §5.4): nothing of it is worth showing.
  private static func withoutSequences(_ line: Substring) -> String {
    guard line.unicodeScalars.contains("\u{1B}") else { return String(line) }
    return String(line.replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]/, with: ""))
  }

  /// The lines of a text, harmless for a terminal and none too long. A text that ends in a line break has no empty last one.
  private static func lines(_ text: String) -> [String] {
    var lines = text.lines
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let shown = withoutSequences(line.prefix(mostCharacters)).printable
      return line.count > mostCharacters ? shown + "…" : shown
    }
  }
}
