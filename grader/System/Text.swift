import Foundation

extension String {
  /// The least number of letters to add, drop or change to make one word the other (Levenshtein).
  package func editDistance(to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (i, letter) in self.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, otherLetter) in other.enumerated() {
        let changed = diagonal + (letter == otherLetter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }

  /// The text without what a terminal would obey: control characters but newline and tab, and marks that turn the direction of
  /// writing, become `�`.
  package var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
          return isControl || Self.isTurn(scalar) ? "\u{FFFD}" : scalar
        }))
  }

  /// Embeddings, overrides and isolates (Unicode UAX #9 §2): they would show what stands after them in another order.
  private static func isTurn(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The text with Unix line endings, without a byte-order mark.
  package var normalizedLines: String {
    let hasMark = unicodeScalars.first == "\u{FEFF}"
    let text = hasMark ? String(unicodeScalars.dropFirst()) : self
    // Nearly every text has no carriage return, and every file that is read comes through here.
    let hasReturn = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(UInt8(ascii: "\r")), bytes.count) != nil } ?? false
    }
    return hasReturn == false ? text : text.lines.joined(separator: "\n")
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The lines of a text, as the compiler counts them: each ends in LF, CRLF or a CR alone. Empty lines are kept, and a text that
  /// ends in a line break has an empty last line.
  ///
  /// `split(separator: "\n")` finds no line in a text with CRLF: there the two are one `Character`.
  package var lines: [Substring] {
    var lines: [Substring] = []
    var start = startIndex
    var index = start
    while index < endIndex {
      let byte = utf8[index]
      var next = utf8.index(after: index)
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(self[start..<index])
        if byte == UInt8(ascii: "\r"), next < endIndex, utf8[next] == UInt8(ascii: "\n") {
          next = utf8.index(after: next)
        }
        start = next
      }
      index = next
    }
    lines.append(self[start...])
    return lines
  }
}

extension Int {
  /// `1 test`, `2 tests`.
  package func pluralized(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
