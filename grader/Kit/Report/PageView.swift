import SystemKit

/// A page of the book set for the terminal: headings, paragraphs, lists, tables and code at the terminal's width.
struct PageView {
  let style: Style
  let width: Int

  /// Renders Markdown as the book uses it, without the sections of these titles.
  func render(_ markdown: String, without skipped: Set<String> = []) -> String {
    var lines: [String] = []
    for block in PageBlock.blocks(of: markdown, without: skipped) {
      switch block {
      case .heading(let level, let title):
        lines.append(style.bold(inline(title)))
        if level == 1 {
          lines.append(String(repeating: "─", count: min(width, inline(title).columns)))
        }
      case .paragraph(let text): lines.append(inline(text).wrapped(to: width))
      case .item(let marker, let text):
        let indent = String(repeating: " ", count: marker.count + 1)
        lines.append(inline(text).wrapped(to: width, first: marker + " ", indent: indent))
      case .table(let rows): lines += table(rows.map { $0.map(inline) })
      case .code(let line): lines += code(line.printable)
      case .blank: lines.append("")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A line of code; what is wider than the terminal goes on below, farther in.
  private func code(_ line: String) -> [String] {
    line.folded(to: width - 2, indent: String(line.prefix { $0 == " " }) + "    ")
      .map { $0.isEmpty ? "" : "  " + style.cyan($0) }
  }

  /// Columns as wide as their widest cell; the last one is broken where the whole is too wide.
  private func table(_ rows: [[String]]) -> [String] {
    let gap = 2
    let columns = rows.map(\.count).max() ?? 0
    var widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    let surplus = widths.reduce(0, +) + gap * (columns - 1) - width
    if surplus > 0, let last = widths.last {
      // On a narrow terminal a row is told cell by cell.
      guard last - surplus >= Self.leastColumn else { return rows.flatMap(cellByCell) }
      widths[columns - 1] = last - surplus
    }
    return rows.map { row in
      let lead = zip(row.dropLast(), widths).map {
        $0.padded(to: $1) + String(repeating: " ", count: gap)
      }.joined()
      let indent = String(repeating: " ", count: lead.columns)
      return (row.last ?? "").wrapped(to: width, first: lead, indent: indent)
    }
  }

  /// The least width that is worth breaking a column to.
  private static let leastColumn = 12

  private func cellByCell(_ row: [String]) -> [String] {
    row.filter { !$0.isEmpty }.enumerated().map { index, cell in
      cell.wrapped(to: width, first: index == 0 ? "" : "  ", indent: "    ")
    }
  }

  /// Code, links and emphasis within a line. Whichever begins first is taken for what it is: brackets in code are no link.
  private func inline(_ text: String) -> String {
    text.printable.replacing(
      /``?([^`]+)``?|<doc:([^>]+)>|(!?)\[([^\]]*)\]\(([^)]*)\)|\*\*(.+?)\*\*|(^|[\s(])\*([^*\s][^*]*)\*/
    ) { match in
      if let code = match.1 ?? match.2 { return style.cyan(String(code)) }
      if let name = match.4, let target = match.5 {
        if match.3 == "!" { return "[picture: \(name)]" }
        let isShown = name == target || target.hasPrefix("https://www.rfc-editor.org/rfc/")
        return inline(String(name)) + (isShown ? "" : " (\(target))")
      }
      if let strong = match.6 { return style.bold(inline(String(strong))) }
      return "\(match.7 ?? "")\(inline(String(match.8 ?? "")))"
    }
  }
}
