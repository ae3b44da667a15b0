import CurriculumKit

/// What `watch` shows: a value that keys and answers change, and that a screen is drawn from.
struct WatchModel: Sendable {
  enum Mode: Equatable, Sendable {
    case exercise
    /// A text to scroll in, with its heading.
    case text(title: String, body: String)
    /// The list, with the row that is pointed at.
    case list(Int)
    case confirmSolution
    case keys
  }

  enum Verdict: Sendable {
    case none
    case judged(Report.ExercisePart)
    case trouble(String)
  }

  var exercises: [Exercise]
  var index: Int
  var mode = Mode.exercise
  var scroll = 0
  var isJudging = false
  var verdict = Verdict.none
  /// A word about what was just done.
  var notice: String?

  var exercise: Exercise { exercises[index] }

  var isSolved: Bool {
    if case .judged(let part) = verdict { return part.verdict == .solved && !isJudging }
    return false
  }

  /// What is to be done beside drawing.
  enum Effect: Equatable, Sendable {
    case judge
    case hint
    case read
    case solution
    case list
    case reset
    case undo
    case quit
  }

  /// Takes a key.
  mutating func press(_ key: Key) -> Effect? {
    notice = nil
    switch (mode, key) {
    case (_, .letter("q")): return .quit
    case (.confirmSolution, .letter("y")):
      mode = .exercise
      return .solution
    case (.confirmSolution, _): mode = .exercise
    case (.list(let row), .up), (.list(let row), .letter("k")): mode = .list(max(0, row - 1))
    case (.list(let row), .down), (.list(let row), .letter("j")):
      mode = .list(min(exercises.count - 1, row + 1))
    case (.list(let row), .enter):
      mode = .exercise
      return go(to: row)
    case (.text, .down), (.text, .letter("j")), (.exercise, .down): scroll += 1
    case (.text, .up), (.text, .letter("k")), (.exercise, .up): scroll = max(0, scroll - 1)
    case (.text, .pageDown), (.text, .letter(" ")): scroll += 10
    case (.text, .pageUp), (.text, .letter("b")): scroll = max(0, scroll - 10)
    case (_, .letter("n")): return go(to: index + 1)
    case (_, .letter("p")): return go(to: index - 1)
    case (_, .letter("h")): return .hint
    case (_, .letter("r")): return .read
    case (_, .letter("s")):
      if isSolved { return .solution }
      mode = .confirmSolution
    case (_, .letter("l")): return .list
    case (_, .letter("x")): return .reset
    case (_, .letter("u")): return .undo
    case (_, .letter("?")): show(.keys)
    case (_, .escape), (_, .enter): show(.exercise)
    default: break
    }
    return nil
  }

  mutating func show(_ mode: Mode) {
    self.mode = mode
    scroll = 0
  }

  private mutating func go(to row: Int) -> Effect? {
    show(.exercise)
    guard exercises.indices.contains(row), row != index else {
      if row != index { notice = row < 0 ? "This is the first exercise." : "This is the last exercise." }
      return nil
    }
    index = row
    verdict = .none
    return .judge
  }
}
