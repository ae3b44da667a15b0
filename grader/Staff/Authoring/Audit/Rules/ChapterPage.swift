import BookKit
import CurriculumKit
import SystemKit

extension Rule where Input == ChapterParts {
  /// A chapter's page opens with its metadata card and tells the story, the subject and where to go.
  static var chapterPage: Rule {
    Rule("chapterPage") { (parts: ChapterParts) -> [String] in
      let file = parts.page.path
      guard let text = parts.page.text else { return [missing(parts.page)] }
      let page = Page(text)
      var messages: [String] = []
      func find(_ message: String) { messages.append("\(file): \(message)") }
      for row in ["Difficulty", "Prerequisites", "Keywords", "Exercises", "Time"]
      where cardRow(row, in: parts.page) == nil {
        find("the metadata card has no row *\(row)*.")
      }
      for title in chapterSections where page.section(title) == nil { find("no section `## \(title)`.") }
      if page.sections.filter({ $0.level == 2 }).count <= chapterSections.count {
        find("no section of its own describes the subject.")
      }
      if page.section("The story so far") != nil, page.numberedList(in: "The story so far").count < 2 {
        find(
          "`## The story so far` needs a numbered list: a first line for nothing solved, a last for everything."
        )
      }
      for exercise in parts.exercises
      where cardRow("Difficulty", in: parts.page) != nil && ChapterCard(page).difficulty(of: exercise) == nil
      {
        find("the row *Difficulty* does not say how hard \(exercise.id) is: easy, medium or hard.")
      }
      let (questions, answers) = (page.numberedList(in: Page.questions), page.numberedList(in: Page.answers))
      if page.section(Page.questions) != nil, page.section(Page.answers) != nil,
        questions.isEmpty || questions.count != answers.count
      {
        find(
          "`## \(Page.questions)` has \(questions.count) numbered questions and `## \(Page.answers)` has \(answers.count) numbered answers: each question needs one."
        )
      }
      // Without the section nothing can be linked in it, and that is said already.
      if let topics = page.section("Topics") {
        for exercise in parts.exercises where !topics.body.contains("<doc:\(exercise.stem)>") {
          find("`## Topics` does not link <doc:\(exercise.stem)>.")
        }
      }
      return messages
    }
  }

  private static var chapterSections: [String] {
    [
      "The story", Page.questions, "Notes for the traveller", Page.answers, "The story so far", "Topics",
    ]
  }

  private static func missing(_ page: CourseFile) -> String {
    if case .unreadable(let reason) = page.contents { return "\(page.path) \(reason)." }
    return "\(page.path) is missing: write the chapter's page."
  }

  /// A row of the metadata card: its line, from 1, and its text.
  static func cardRow(_ name: String, in page: CourseFile) -> (line: Int, text: String)? {
    let card = page.lines.prefix { !$0.hasPrefix("## ") }
    guard let index = card.firstIndex(where: { $0.hasPrefix("| **\(name)** |") }) else { return nil }
    return (index + 1, String(card[index]))
  }
}
