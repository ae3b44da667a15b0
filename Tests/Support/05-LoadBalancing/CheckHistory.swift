/// Rise and fall by looking back, to check against: there is no count. The answers are written down, `o` or `x`, and
/// the state turns over when the last ones all say so.
public struct CheckHistory {
  private let rise: Int
  private let fall: Int
  private var answers = ""

  /// Whether the backend is up.
  public private(set) var isUp = true

  public init(rise: Int, fall: Int) {
    self.rise = rise
    self.fall = fall
  }

  /// Whether the last answer, and not enough of them, spoke against the state.
  public var isChanging: Bool { answers.last.map { ($0 == "o") != isUp } ?? true }

  /// Writes an answer down.
  public mutating func note(passed: Bool) {
    answers.append(passed ? "o" : "x")
    if answers == "x" || (isUp && answers.hasSuffix(String(repeating: "x", count: fall))) {
      isUp = false
    } else if !isUp && answers.hasSuffix(String(repeating: "o", count: rise)) {
      isUp = true
    }
  }
}
