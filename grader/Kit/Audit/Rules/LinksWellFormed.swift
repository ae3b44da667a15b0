extension Rule {
  /// Links to RFCs have the form that leads to the section.
  static let linksWellFormed = Rule(
    name: "linksWellFormed",
    exercise: { exercise, inspection in
      [exercise.page, exercise.solution, exercise.suiteFile].flatMap { file -> [String] in
        guard let text = try? inspection.workbook.text(file) else { return [] }
        return badLinks(in: text, file: file)
      }
    },
    chapter: { chapter, inspection in
      (try? inspection.workbook.text(chapter.page)).map { badLinks(in: $0, file: chapter.page) } ?? []
    })

  private static func badLinks(in text: String, file: String) -> [String] {
    let lines = text.lines
    return lines.enumerated().flatMap { index, line in
      line.matches(of: /https?:\/\/[^\s)>\]"`]+/).map { String($0.output) }.filter { link in
        link.contains("rfc-editor.org") || link.contains("ietf.org")
      }.filter { link in
        link.wholeMatch(
          of:
            /https:\/\/www\.rfc-editor\.org\/rfc\/rfc[1-9][0-9]{0,4}(#(section|appendix)-[A-Za-z0-9.]*[A-Za-z0-9])?/
        ) == nil
      }.map {
        "\(file):\(index + 1): \($0): write https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1."
      }
    }
  }
}
