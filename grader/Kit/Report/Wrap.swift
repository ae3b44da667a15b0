import SystemKit

extension String {
  /// Lines of at most `width` columns, broken at spaces; a word that is longer stands on a line of its own. Later lines of a
  /// paragraph get `indent` in front. Line breaks in the text stay.
  package func wrapped(to width: Int, first: String = "", indent: String = "") -> String {
    var lines: [String] = []
    for paragraph in self.lines {
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

  /// Lines of at most `width` columns that keep what is set in columns: broken between tokens: at a space where there is one, else
  /// after a mark of punctuation, else anywhere.
  /// Later lines get `indent` in front, where it leaves room.
  package func folded(to width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var rest = self[...]
    var lead = ""
    while lead.count + rest.count > width, width > 0 {
      let room = width - lead.count
      let words = rest.prefix(room + 1).lastIndex(of: " ").map { rest[..<$0] }?.droppingLastSpaces ?? ""
      let piece = words.allSatisfy { $0 == " " } ? rest.prefix(room).endingInToken : words
      lines.append(lead + piece)
      rest = rest[piece.endIndex...].drop { $0 == " " }
      lead = indent.count < width / 2 ? indent : ""
    }
    return lines.isEmpty || !rest.isEmpty ? lines + [lead + rest] : lines
  }

  /// Columns on a terminal: characters without the colour codes.
  package var columns: Int {
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
  package func cut(to width: Int) -> String {
    count <= width ? self : String(prefix(max(0, width - 1))) + "…"
  }

  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}

extension Substring {
  /// As much of it as ends after a mark between two tokens; all of it where there is none after its indentation.
  fileprivate var endingInToken: Substring {
    let start = firstIndex { $0 != " " } ?? startIndex
    guard let mark = self[start...].lastIndex(where: { ",;:()[]{}/=&|".contains($0) }), mark > start else {
      return self
    }
    return self[...mark]
  }

  fileprivate var droppingLastSpaces: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
