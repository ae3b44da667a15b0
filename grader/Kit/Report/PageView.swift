/// A page of the book set for the terminal: headings, paragraphs, lists, tables and code at the terminal's width.
struct PageView {
  let style: Style
  let width: Int

  /// Renders Markdown as the book uses it, without the sections of these titles.
  func render(_ markdown: String, without skipped: Set<String> = []) -> String {
    var out: [String] = []
    var paragraph: [String] = []
    var table: [[String]] = []
    var isCode = false
    var skippedLevel: Int?

    func close() {
      if !paragraph.isEmpty { out.append(inline(paragraph.joined(separator: " ")).wrapped(to: width)) }
      paragraph = []
      if !table.isEmpty { out += self.table(table) }
      table = []
    }

    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !isCode, let heading = line.wholeMatch(of: /(#+) (.*)/) {
        let level = heading.1.count
        if let skip = skippedLevel, level > skip { continue }
        skippedLevel = skipped.contains(String(heading.2)) ? level : nil
        guard skippedLevel == nil else { continue }
        close()
        out.append(
          style.bold(inline(String(heading.2)))
            + (level == 1 ? "\n" + String(repeating: "─", count: min(width, heading.2.count)) : ""))
        continue
      }
      if skippedLevel != nil { continue }
      if line.hasPrefix("```") {
        close()
        isCode.toggle()
      } else if isCode {
        out.append("  " + style.cyan(line.printable))
      } else if line.hasPrefix("|") {
        if !paragraph.isEmpty { close() }
        let cells = line.dropFirst().drop { $0 == " " }.split(
          separator: "|", omittingEmptySubsequences: false)
        table.append(cells.dropLast().map { inline(String($0).trimmed) })
      } else if let item = line.wholeMatch(of: /( *)([-*]|[0-9]+\.) +(.*)/) {
        close()
        paragraph = []
        listItem(
          marker: String(item.1) + (item.2 == "-" || item.2 == "*" ? "•" : String(item.2)),
          text: String(item.3), &out)
      } else if line.hasPrefix("  "), let last = out.last, !line.trimmed.isEmpty,
        last.trimmed.first.map({ "•0123456789".contains($0) }) == true
      {
        // The next line of a list item.
        out[out.count - 1] = rejoined(last, line.trimmed)
      } else if line.trimmed.isEmpty {
        close()
        if out.last?.isEmpty == false { out.append("") }
      } else if line.hasPrefix("@") {
        continue
      } else {
        paragraph.append(line.trimmed)
      }
    }
    close()
    while out.last?.isEmpty == true { out.removeLast() }
    return out.joined(separator: "\n")
  }

  private func listItem(marker: String, text: String, _ out: inout [String]) {
    let indent = String(repeating: " ", count: marker.count + 1)
    out.append(inline(text).wrapped(to: width, first: marker + " ", indent: indent))
  }

  private func rejoined(_ item: String, _ more: String) -> String {
    let marker = item.prefix { $0 != " " || item.hasPrefix(" ") && item.drop(while: { $0 == " " }).isEmpty }
    let lead = String(item.prefix { $0 == " " }) + String(item.drop { $0 == " " }.prefix { $0 != " " })
    _ = marker
    let joined =
      item.dropFirst(lead.count).split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
      + inline(more)
    return joined.wrapped(to: width, first: lead + " ", indent: String(repeating: " ", count: lead.count + 1))
  }

  /// Columns as wide as their widest cell; the last one is broken where the whole is too wide.
  private func table(_ rows: [[String]]) -> [String] {
    let body = rows.filter { row in !row.allSatisfy { $0.wholeMatch(of: /:?-+:?/) != nil } }
    let columns = body.map(\.count).max() ?? 0
    var widths = (0..<columns).map { column in
      body.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * max(0, columns - 1)
    if total > width, let last = widths.indices.last {
      widths[last] = max(12, widths[last] - (total - width))
    }
    let isTooWide = widths.reduce(0, +) + 2 * max(0, columns - 1) > width
    return body.flatMap { row -> [String] in
      // On a narrow terminal a row is told cell by cell.
      if isTooWide {
        return row.filter { !$0.isEmpty }.enumerated().map {
          $0.element.wrapped(to: width, first: $0.offset == 0 ? "" : "  ", indent: "    ")
        }
      }
      let lead = row.dropLast().enumerated().map { $0.element.padded(to: widths[$0.offset]) }.joined(
        separator: "  ")
      let first = lead.isEmpty ? "" : lead + "  "
      let indent = String(repeating: " ", count: first.columns)
      return [(row.last ?? "").wrapped(to: width, first: first, indent: indent)]
    }
  }

  /// Code, emphasis and links within a line.
  private func inline(_ text: String) -> String {
    var text = text.replacing(/<doc:([^>]+)>/) { "`\($0.1)`" }
    text = text.replacing(/!\[([^\]]*)\]\([^)]*\)/) { "[picture: \($0.1)]" }
    text = text.replacing(/\[([^\]]*)\]\(([^)]*)\)/) { match in
      let isShown = match.1 == match.2 || match.2.hasPrefix("https://www.rfc-editor.org/rfc/")
      return isShown ? String(match.1) : "\(match.1) (\(match.2))"
    }
    text = text.replacing(/``?([^`]+)``?/) { style.cyan(String($0.1)) }
    text = text.replacing(/\*\*([^*]+)\*\*/) { style.bold(String($0.1)) }
    return text.replacing(/(^|[\s(])\*([^*\s][^*]*)\*/) { "\($0.1)\($0.2)" }.printableStyled
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  /// Printable, but for the colours that this file put in.
  fileprivate var printableStyled: String {
    split(separator: "\u{1B}", omittingEmptySubsequences: false).map { String($0).printable }.joined(
      separator: "\u{1B}")
  }
}
