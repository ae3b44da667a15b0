import JudgeKit
import SystemKit

/// What somebody changed in a solution, in the form in which mistakes are kept: lines that are once in it, and what takes their place.
struct SolutionChange: Equatable {
  let find: [String]
  let replace: [String]
  /// The solution with the change in it, as `check` will make it.
  let text: String
  /// The first line that differs, from 1.
  let line: Int

  /// One change from the first line that differs to the last, with as many lines around it as make it unique; nil where the texts
  /// are equal but for blank lines at their ends.
  init?(from solution: String, to edited: String) {
    let old = Self.lines(solution)
    let new = Self.lines(edited)
    let shorter = min(old.count, new.count)
    let head = zip(old, new).prefix { $0 == $1 }.count
    guard head < max(old.count, new.count) else { return nil }
    let tail = min(
      zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count, shorter - head)

    var start = head
    var end = old.count - tail
    func newEnd() -> Int { new.count - (old.count - end) }
    func isUnique() -> Bool {
      let wanted = old[start..<end].joined(separator: "\n")
      return wanted.contains { !$0.isWhitespace } && solution.ranges(of: wanted).count == 1
    }
    // Upwards first: what is above a line says more of where it is.
    while !isUnique(), start > 0 || end < old.count {
      if start > 0, head - start <= end - (old.count - tail) || end == old.count {
        start -= 1
      } else {
        end += 1
      }
    }
    guard isUnique() else { return nil }
    find = Array(old[start..<end])
    // Lines that go leave an empty one.
    replace = start < newEnd() ? Array(new[start..<newEnd()]) : [""]
    line = head + 1
    let mistake = Mistakes.Mistake(name: "", find: find, replace: replace, caughtBy: [], hint: "")
    guard let applied = mistake.applied(to: solution) else { return nil }
    text = applied
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.lines.map(String.init)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines
  }
}
