extension String {
  /// Cut to a number of columns, colour codes left whole and closed.
  func cutStyled(to width: Int) -> String {
    guard columns > width else { return self }
    var out = ""
    var count = 0
    var isEscape = false
    var hasEscape = false
    for character in self {
      if character == "\u{1B}" {
        isEscape = true
        hasEscape = true
      }
      if isEscape {
        out.append(character)
        if character.isLetter { isEscape = false }
      } else if count < width - 1 {
        out.append(character)
        count += 1
      } else if count == width - 1 {
        out.append("…")
        count += 1
      }
    }
    return out + (hasEscape ? "\u{1B}[0m" : "")
  }
}
