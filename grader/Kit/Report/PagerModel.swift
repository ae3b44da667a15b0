import SystemKit

/// A text that is read page by page: where one is in it, and what keys change.
struct PagerModel: Sendable {
  let lines: [String]
  /// The first line that is shown.
  private(set) var top = 0

  init(_ text: String) { lines = text.lines.map(String.init) }

  /// Lines of the terminal that the text gets: one is left for the foot.
  static func room(height: Int) -> Int { max(1, height - 1) }

  /// Takes a key; false at the end.
  mutating func press(_ key: Key, height: Int) -> Bool {
    let room = Self.room(height: height)
    let end = max(0, lines.count - room)
    switch key {
    case .letter("q"), .escape: return false
    case .down, .enter, .letter("j"): top += 1
    case .up, .letter("k"): top -= 1
    case .pageDown, .letter(" "), .letter("f"):
      // A page beyond the end is the way out, as one expects of Space.
      if top >= end { return key != .letter(" ") }
      top += room
    case .pageUp, .letter("b"): top -= room
    case .letter("g"): top = 0
    case .letter("G"): top = end
    default: break
    }
    top = min(max(top, 0), end)
    return true
  }

  /// As many rows as the terminal has: the text and the foot.
  func rows(width: Int, height: Int, style: Style) -> [String] {
    let room = Self.room(height: height)
    let shown = lines.dropFirst(top).prefix(room).map { $0.cutStyled(to: width) }
    let filler = Array(repeating: "", count: room - shown.count)
    let left = lines.count - top - shown.count
    let foot =
      left > 0
      ? "↓ \(left.pluralized("more line")): Space, PageDown, arrows; q quits" : "The end. Space or q quits."
    return shown + filler + [style.dim(foot.cut(to: width))]
  }
}
