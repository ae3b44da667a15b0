import SystemKit

/// A page of the book set for the terminal: headings, paragraphs, lists, tables and code at the terminal's width.
struct PageView {
  let style: Style
  let width: Int

  /// Renders Markdown as the book uses it, without the sections of these titles.
  func render(_ markdown: String, without skipped: Set<String> = []) -> String {
    var lines: [String] = []
    let blocks = PageBlock.blocks(of: markdown, without: skipped)
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let level, let title):
        lines += inline(title).wrapped(to: width).lines.map { style.bold(String($0)) }
        if level == 1 {
          lines.append(String(repeating: "─", count: min(width, inline(title).columns)))
        }
      case .paragraph(let text): lines.append(inline(text).wrapped(to: width))
      case .item(let marker, let text):
        let indent = String(repeating: " ", count: marker.count + 1)
        lines.append(inline(text).wrapped(to: width, first: marker + " ", indent: indent))
      case .table(let rows):
        lines += TableView(rows: rows.map { $0.map(inline) }, style: style, width: width).lines
      case .code:
        // A block of code is set as one.
        if index > 0, case .code = blocks[index - 1] { continue }
        lines += code(blocks[index...].prefix(while: \.isCode).map(\.codeLine))
      case .blank: lines.append("")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Lines of code, set in where that leaves them whole; what is wider than the terminal goes on below, farther in.
  private func code(_ lines: [String]) -> [String] {
    let lines = lines.map { $0.printable.replacing("\t", with: "    ") }
    let widest = lines.map(\.count).max() ?? 0
    let margin = widest + 2 <= width || widest > width ? "  " : ""
    return lines.flatMap { line in
      line.folded(to: width - margin.count, indent: String(line.prefix { $0 == " " }) + "    ")
        .map { $0.isEmpty ? "" : margin + style.cyan($0) }
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

extension PageBlock {
  fileprivate var isCode: Bool {
    if case .code = self { return true }
    return false
  }

  fileprivate var codeLine: String {
    if case .code(let line) = self { return line }
    return ""
  }
}
