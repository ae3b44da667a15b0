import SystemKit

/// A page of the book: Markdown, taken apart by its headings.
package struct Page: Sendable {
  package struct Section: Sendable {
    package let level: Int
    package let title: String
    /// The lines below the heading, down to the next one of any level.
    package let body: String
  }

  /// What stands between the title and the first section.
  package let lead: String
  package let title: String?
  package let sections: [Section]

  package init(_ text: String) {
    var title: String?
    var sections: [Section] = []
    var heading: (level: Int, title: String)?
    var body: [Substring] = []
    var lead = ""
    var isCode = false

    func close() {
      let joined = body.joined(separator: "\n").trimmingBlankLines
      if let heading {
        sections.append(Section(level: heading.level, title: heading.title, body: joined))
      } else {
        lead = joined
      }
      body = []
    }

    for line in text.lines {
      if line.hasPrefix("```") { isCode.toggle() }
      let level = line.prefix { $0 == "#" }.count
      guard !isCode, level > 0, line.dropFirst(level).first == " " else {
        body.append(line)
        continue
      }
      let text = String(line.dropFirst(level + 1))
      if level == 1, title == nil {
        title = text.replacing("`", with: "")
        continue
      }
      close()
      heading = (level, text)
    }
    close()
    self.title = title
    self.lead = lead
    self.sections = sections
  }

  /// The section of the second level with this title, its own lower sections included.
  package func section(_ title: String) -> Section? {
    guard let own = sections.first(where: { $0.level == 2 && $0.title == title }) else { return nil }
    let lower = subsections(of: title).map {
      String(repeating: "#", count: $0.level) + " \($0.title)\n\n\($0.body)"
    }
    return Section(
      level: 2, title: title, body: ([own.body] + lower).filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// The sections of the third level below a section of the second.
  package func subsections(of title: String) -> [Section] {
    guard let start = sections.firstIndex(where: { $0.level == 2 && $0.title == title }) else { return [] }
    return Array(sections[(start + 1)...].prefix { $0.level > 2 })
  }

  /// The ladder of hints, from a nudge to nearly the answer.
  package var hints: [String] { subsections(of: "Hints").map(\.body) }

  /// The items of the numbered list in a section, each on one line.
  package func numberedList(in title: String) -> [String] {
    var items: [String] = []
    for line in (section(title)?.body ?? "").lines {
      if let match = line.wholeMatch(of: /[0-9]+\. +(.*)/) {
        items.append(String(match.1))
      } else if !items.isEmpty, line.first == " " {
        items[items.count - 1] += " " + line.drop { $0 == " " }
      }
    }
    return items
  }
}

extension String {
  fileprivate var trimmingBlankLines: String {
    var lines = self.lines[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines = lines.dropFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}
