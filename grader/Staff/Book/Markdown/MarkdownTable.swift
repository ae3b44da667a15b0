import GraderKit

/// A table of Markdown, taken apart.
struct MarkdownTable: Equatable {
  var head: [String]
  var rule: String
  var body: [[String]]

  /// Nil where the rows are none of a table with a head.
  init?(_ rows: [String]) {
    guard rows.count > 2, let head = Self.cells(of: rows[0]), rows[1].allSatisfy({ "|-: ".contains($0) })
    else {
      return nil
    }
    self.head = head
    rule = rows[1]
    body = rows.dropFirst(2).compactMap { Self.cells(of: $0) }
  }

  /// The cells of a row; nil where the line is none. A pipe after a backslash is a character of its cell.
  static func cells(of line: some StringProtocol) -> [String]? {
    let text = String(line).trimmingSpaces
    guard text.hasPrefix("|"), text.hasSuffix("|"), text.count > 1 else { return nil }
    var cells = [""]
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.map(\.trimmingSpaces)
  }

  var columns: Int { head.count }

  func column(_ index: Int) -> [String] { body.map { index < $0.count ? $0[index] : "" } }

  var markdown: String {
    ([Self.row(head), rule] + body.map(Self.row)).joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }
}

extension MarkdownTable {
  /// As many columns as a narrow window shows.
  private static let most = 4
  /// What a row may have in all where there are more: it then still fits a page of a usual window.
  private static let widest = CodeBlocks.maximumWidth

  private var isWide: Bool {
    let widths = (0..<columns).map { index in ([head[index]] + column(index)).map(\.columns).max() ?? 0 }
    return columns > Self.most && widths.reduce(0, +) > Self.widest
  }

  /// The table, or a list of its rows where it has many columns of many words.
  var readable: String {
    guard isWide else { return markdown }
    return body.map { row in
      let cells = zip(head, row).dropFirst().filter { !$0.1.isEmpty }.map { name, cell in
        "  - \(name.isEmpty ? "" : name + ": ")\(cell)"
      }
      let first = row.first ?? ""
      let name = first.contains("*") ? first : "**\(first.isEmpty ? "–" : first)**"
      return (["- \(name)"] + cells).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
