import SystemKit

extension Rule where Input == ExerciseParts {
  /// Links to RFCs have the form that leads to the section.
  static var linksWellFormed: Rule {
    Rule("linksWellFormed") { (parts: ExerciseParts) -> [String] in
      [parts.page, parts.solution, parts.suite].flatMap(RFCLink.badLinks)
    }
  }
}

extension Rule where Input == ChapterParts {
  /// The same for the chapter's page.
  static var chapterLinks: Rule {
    Rule("linksWellFormed") { (parts: ChapterParts) -> [String] in RFCLink.badLinks(in: parts.page) }
  }
}

private enum RFCLink {
  static func badLinks(in file: CourseFile) -> [String] {
    file.lines.enumerated().flatMap { index, line -> [String] in
      // Most lines have no link, and a search is slow beside this.
      guard line.contains("://") else { return [] }
      return line.matches(of: /https?:\/\/[^\s)>\]"`]+/).map { String($0.output) }.filter { link in
        link.contains("rfc-editor.org") || link.contains("ietf.org")
      }.filter { link in
        link.wholeMatch(
          of:
            /https:\/\/www\.rfc-editor\.org\/rfc\/rfc[1-9][0-9]{0,4}(#(section|appendix)-[A-Za-z0-9.]*[A-Za-z0-9])?/
        ) == nil
      }.map {
        "\(file.path):\(index + 1): \($0): write https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1."
      }
    }
  }
}
