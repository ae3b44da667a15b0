import CurriculumKit
import SystemKit

/// A chapter's page, with a sentence before its card, and its exercises in the order of the book.
struct BookChapterPage {
  let page: BookPage

  /// - Parameter moved: the chapter's tables that have pages of their own.
  init(_ chapter: Chapter, curriculum: Curriculum, links: BookLinks, moved: [LongTable]) throws {
    let source = Page(try curriculum.workbook.text(chapter.page))
    // The story's last lines tell how it ends.
    var text = BookText(source, links: links)
    text.lead = Self.lead(source.lead)
    for table in moved { text.replace(table.section, with: table.replacement) }
    if let answers = source.section(Page.answers)?.body, let questions = source.section(Page.questions)?.body
    {
      let tabs = Tabs(tabs: [("Try first", Self.think), ("Answers", answers)])
      text.replace(Page.questions, with: questions + "\n\n" + tabs.markdown)
    }
    page = BookPage(
      name: chapter.folder, title: "\(chapter.number) \(curriculum.title(of: chapter))",
      parent: FrontPage.name,
      body: text.markdown(without: ["The story so far", "Topics", Page.answers]),
      topics: [BookPage.Topic(title: "Exercises", pages: curriculum.exercises(of: chapter).map(\.stem))])
  }

  private static let think = "Write down an answer to each question before you read ours."

  /// The metadata card as a list after the first paragraphs; the exercises it names are listed at the end of the page.
  private static func lead(_ lead: String) -> String {
    let card = lead.lines.filter { $0.hasPrefix("|") }
    let rest = lead.lines.filter { !$0.hasPrefix("|") }.joined(separator: "\n")
    let rows = card.compactMap { MarkdownTable.cells(of: $0) }.filter { cells in
      cells.count == 2 && cells[0].hasPrefix("**") && cells[0] != "**Exercises**"
    }
    let list = rows.map { "- \($0[0]): \($0[1])" }.joined(separator: "\n")
    return [rest, list].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
