extension Rule {
  private static let cardRows = ["Difficulty", "Prerequisites", "Keywords", "Exercises", "Time"]
  private static let chapterSections = [
    "The story", "Check yourself", "Notes for the traveller", "The story so far", "Topics",
  ]

  /// A chapter's page opens with its metadata card and tells the story, the subject and where to go.
  static let chapterPage = Rule(
    name: "chapterPage",
    chapter: { chapter, inspection in
      guard let text = try? inspection.workbook.text(chapter.page) else {
        return ["\(chapter.page) is missing: write the chapter's page."]
      }
      let page = Page(text)
      var messages: [String] = []
      func find(_ message: String) { messages.append("\(chapter.page): \(message)") }
      for row in cardRows where !page.lead.contains(row) { find("the metadata card has no row *\(row)*.") }
      for title in chapterSections where page.section(title) == nil { find("no section `## \(title)`.") }
      if page.sections.filter({ $0.level == 2 }).count <= chapterSections.count {
        find("no section of its own tells the subject.")
      }
      if page.numberedList(in: "The story so far").count < 2 {
        find(
          "`## The story so far` needs a numbered list: a first line for nothing solved, a last for everything."
        )
      }
      for exercise in inspection.curriculum.exercises(of: chapter)
      where !text.contains("<doc:\(exercise.stem)>") {
        find("`## Topics` does not link <doc:\(exercise.stem)>.")
      }
      return messages
    })
}
