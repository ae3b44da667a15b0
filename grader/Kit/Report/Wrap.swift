extension String {
  /// Lines of at most `width` columns, broken at spaces; a word that is longer stands on a line of its own. Later lines of a
  /// paragraph get `indent` in front. Line breaks in the text stay.
  func wrapped(to width: Int, first: String = "", indent: String = "") -> String {
    var lines: [String] = []
    for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
      let start = lines.isEmpty ? first : indent
      // Text that was set in columns keeps them where it fits.
      if start.columns + String(paragraph).columns <= width {
        lines.append(start + paragraph)
        continue
      }
      let leading = String(paragraph.prefix { $0 == " " })
      var line = start + leading
      var isEmpty = true
      for word in paragraph.split(separator: " ") {
        if !isEmpty, line.columns + 1 + String(word).columns > width {
          lines.append(line)
          line = indent + leading
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// Columns on a terminal: characters without the colour codes.
  var columns: Int {
    var count = 0
    var isEscape = false
    for character in self {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        if character.isLetter { isEscape = false }
      } else {
        count += 1
      }
    }
    return count
  }

  /// Cut to a width, with an ellipsis where something is missing.
  func cut(to width: Int) -> String { count <= width ? self : String(prefix(max(0, width - 1))) + "…" }

  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
