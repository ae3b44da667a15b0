import CurriculumKit
import SystemKit

/// A section of a chapter whose table is too long to be read past: it gets a page of its own.
struct LongTable: Equatable {
  /// Two screens of a window.
  static let longest = 30

  let chapter: Chapter
  /// The title of the section, and of the page.
  let section: String
  private let body: String

  /// The long tables of a chapter's page.
  static func all(in page: Page, of chapter: Chapter) -> [LongTable] {
    page.sections.filter { $0.level == 2 && $0.body.lines.count { $0.hasPrefix("|") } > longest }.map {
      LongTable(chapter: chapter, section: $0.title, body: page.section($0.title)?.body ?? $0.body)
    }
  }

  /// `What-RFC-9111-demands`.
  var name: String {
    section.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// What the chapter says instead: the words before the table, and where it is.
  var replacement: String {
    let words = body.lines.prefix { !$0.hasPrefix("|") }.joined(separator: "\n")
    return "\(words)\n\nThe table has a page of its own: <doc:\(name)>."
  }

  func page(_ links: BookLinks) -> BookPage {
    BookPage(name: name, title: section, parent: FrontPage.name, body: links.linked(body))
  }
}
