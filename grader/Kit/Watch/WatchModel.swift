import CurriculumKit

/// What `watch` shows: a value that keys and answers change, and that a screen is drawn from.
struct WatchModel: Sendable {
  /// A text that takes the place of the exercise until Enter.
  enum Reading: Equatable, Sendable {
    /// The hint of this number, from 0.
    case hint(Int)
    case page
    case solution
  }

  enum Mode: Equatable, Sendable {
    case exercise
    /// A text to scroll in, with its heading, broken for the terminal's width.
    case text(Reading, title: String, body: String)
    /// The list, with the row that is pointed at.
    case list(Int)
    case confirmSolution
    case confirmReset
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
  /// What is being done for the verdict; nil before anything is known of it.
  var doing: String?
  /// The terminal's columns and rows.
  var size = (width: 80, height: 24)
  /// Lines that a page up or down moves by: the screen sets it, with one line in common.
  var page = 10
  /// The index of the first unsolved exercise from here on and around; nil where all are solved.
  var next: Int?
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
    case show(Reading)
    /// Breaks the text that is shown anew, for another width.
    case breakAnew(Reading)
    case list
    case reset
    case undo
    case quit
  }

  /// Takes whatever happened.
  mutating func take(_ event: WatchEvent) -> Effect? {
    switch event {
    case .key(let key): return press(key)
    case .saved: return .judge
    case .resized(let width, let height):
      size = (width, height)
      if case .text(let reading, _, _) = mode { return .breakAnew(reading) }
    case .answered(.report(let report)):
      isJudging = false
      // A report on another exercise comes too late.
      guard let part = report.exercises.first, part.id == exercise.id else { break }
      verdict = .judged(part)
      if mode == .exercise { scroll = 0 }
      noteBesideText("Judged: \(part.verdict.words). Esc shows it.")
    case .answered(.trouble(let text)):
      isJudging = false
      verdict = .trouble(text)
      noteBesideText("Could not judge. Esc shows why.")
    }
    return nil
  }

  /// Says what the exercise would show, where something else is read.
  private mutating func noteBesideText(_ words: String) {
    switch mode {
    case .text, .keys, .list: notice = words
    case .exercise, .confirmSolution, .confirmReset: break
    }
  }

  /// Takes a key.
  mutating func press(_ key: Key) -> Effect? {
    notice = nil
    switch (mode, key) {
    case (_, .letter("q")): return .quit
    case (.confirmSolution, .letter("y")):
      mode = .exercise
      return .show(.solution)
    case (.confirmReset, .letter("y")):
      mode = .exercise
      return .reset
    case (.confirmSolution, _), (.confirmReset, _): mode = .exercise
    case (.list(let row), .up), (.list(let row), .letter("k")): mode = .list(max(0, row - 1))
    case (.list(let row), .down), (.list(let row), .letter("j")):
      mode = .list(min(exercises.count - 1, row + 1))
    case (.list(let row), .pageUp), (.list(let row), .letter("b")): mode = .list(max(0, row - page))
    case (.list(let row), .pageDown), (.list(let row), .letter(" ")):
      mode = .list(min(exercises.count - 1, row + page))
    case (.list(let row), .enter):
      mode = .exercise
      return go(to: row)
    case (_, .down), (_, .letter("j")): scroll += 1
    case (_, .up), (_, .letter("k")): scroll = max(0, scroll - 1)
    case (_, .pageDown), (_, .letter(" ")): scroll += page
    case (_, .pageUp), (_, .letter("b")): scroll = max(0, scroll - page)
    case (_, .letter("n")): return go(to: isSolved ? next ?? index + 1 : index + 1)
    case (_, .letter("p")): return go(to: index - 1)
    case (_, .letter("h")): return .hint
    case (_, .letter("r")): return .show(.page)
    case (_, .letter("s")):
      if isSolved { return .show(.solution) }
      mode = .confirmSolution
    case (_, .letter("l")): return .list
    case (_, .letter("x")): show(.confirmReset)
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
