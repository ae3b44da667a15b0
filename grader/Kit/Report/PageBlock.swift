import SystemKit

/// A part of a page that is set as a whole: what Markdown of the book's kind is made of.
enum PageBlock: Equatable {
  case heading(level: Int, String)
  case paragraph(String)
  /// A list's item, with the marker as it is shown: indented, a bullet or a number.
  case item(marker: String, String)
  /// The rows' cells, without the rule below the first row.
  case table([[String]])
  /// A line of code.
  case code(String)
  case blank

  /// The blocks of a text, without the sections of these titles. No two blank lines follow each other outside code, and none
  /// ends the page.
  static func blocks(of markdown: String, without skipped: Set<String> = []) -> [PageBlock] {
    var blocks: [PageBlock] = []
    var isCode = false
    /// The level of the heading of the section that is left out.
    var skippedLevel: Int?
    for line in markdown.lines {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        if skippedLevel == nil { blocks.append(.code(String(line))) }
      } else if let heading = line.wholeMatch(of: /(#+) (.*)/) {
        let level = heading.1.count
        if let skippedLevel, level > skippedLevel { continue }
        skippedLevel = skipped.contains(String(heading.2)) ? level : nil
        if skippedLevel == nil { blocks.append(.heading(level: level, String(heading.2))) }
      } else if skippedLevel == nil {
        add(line, to: &blocks)
      }
    }
    while blocks.last == .blank { blocks.removeLast() }
    return blocks
  }

  private static func add(_ line: Substring, to blocks: inout [PageBlock]) {
    let text = String(line).trimmed
    if text.isEmpty {
      if let last = blocks.last, last != .blank { blocks.append(.blank) }
    } else if line.hasPrefix("@") {
      // DocC's own.
    } else if line.hasPrefix("|") {
      let cells = text.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast().map {
        String($0).trimmed
      }
      let isRule = cells.allSatisfy { $0.wholeMatch(of: /:?-+:?/) != nil }
      if case .table(let rows) = blocks.last {
        if !isRule { blocks[blocks.count - 1] = .table(rows + [cells]) }
      } else {
        blocks.append(.table([cells]))
      }
    } else if let item = line.wholeMatch(of: /( *)([-*]|[0-9]+\.) +(.*)/) {
      let marker = item.2 == "-" || item.2 == "*" ? "•" : item.2
      blocks.append(.item(marker: "\(item.1)\(marker)", String(item.3).trimmed))
    } else {
      // A line that goes on with what stands above it.
      switch blocks.last {
      case .item(let marker, let start): blocks[blocks.count - 1] = .item(marker: marker, "\(start) \(text)")
      case .paragraph(let start): blocks[blocks.count - 1] = .paragraph("\(start) \(text)")
      default: blocks.append(.paragraph(text))
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
