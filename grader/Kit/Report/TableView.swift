import SystemKit

/// A table set for the terminal: in columns where they fit, else a block of `heading: value` lines for each row.
struct TableView {
  /// The first row is the head; all its cells are empty where there is none.
  let rows: [[String]]
  let style: Style
  let width: Int

  private static let gap = 2
  /// The least width that is worth breaking the last column to: some three words.
  private static let leastColumn = 20

  private var hasHead: Bool { rows.count > 1 && rows[0].contains { !$0.isEmpty } }
  private var body: [[String]] { rows.isEmpty ? [] : Array(rows.dropFirst()) }

  var lines: [String] { widths.map(inColumns) ?? blocks }

  /// Columns as wide as their widest cell, the last one narrower where that is enough; nil where it is not.
  private var widths: [Int]? {
    let columns = rows.map(\.count).max() ?? 0
    var widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    let surplus = widths.reduce(0, +) + Self.gap * (columns - 1) - width
    if surplus > 0, let last = widths.last {
      guard last - surplus >= Self.leastColumn else { return nil }
      widths[columns - 1] = last - surplus
    }
    return widths
  }

  private func inColumns(_ widths: [Int]) -> [String] {
    let head = hasHead ? row(rows[0], widths).map(style.bold) + [rule(widths)] : []
    return head + body.flatMap { row($0, widths) }
  }

  private func rule(_ widths: [Int]) -> String {
    let rules = widths.map { String(repeating: "─", count: $0) }
    return style.dim(rules.joined(separator: String(repeating: " ", count: Self.gap)))
  }

  private func row(_ cells: [String], _ widths: [Int]) -> [String] {
    let lead = zip(cells.dropLast(), widths).map {
      $0.padded(to: $1) + String(repeating: " ", count: Self.gap)
    }.joined()
    let indent = String(repeating: " ", count: lead.columns)
    let text = (cells.last ?? "").isEmpty ? lead.droppingSpaces : nil
    return (text ?? cells[cells.count - 1].wrapped(to: width, first: lead, indent: indent)).lines.map(
      String.init)
  }

  /// A block for each row: its first cell, then the others with the headings they are below.
  private var blocks: [String] {
    let heads = hasHead ? rows[0] : []
    let blocks = body.map { row in
      row.enumerated().flatMap { index, cell -> [String] in
        guard !cell.isEmpty else { return [] }
        let head = index < heads.count && !heads[index].isEmpty ? heads[index] + ": " : ""
        let margin = index == 0 ? "" : "  "
        return cell.wrapped(to: width, first: margin + style.bold(head), indent: margin + "  ")
          .lines.flatMap {
            String($0).columns > width
              ? String($0).foldedPlain(to: width, indent: margin + "  ") : [String($0)]
          }
      }
    }
    return Array(blocks.joined(separator: [""]))
  }
}

extension String {
  fileprivate var droppingSpaces: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  /// Folded where it has no colour codes, which must not be cut.
  fileprivate func foldedPlain(to width: Int, indent: String) -> [String] {
    contains("\u{1B}") ? [self] : folded(to: width, indent: indent)
  }
}
