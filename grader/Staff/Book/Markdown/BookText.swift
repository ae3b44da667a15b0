import CurriculumKit

/// The sections of a page while it is made ready for the site.
struct BookText {
  /// What is between the title and the first section.
  var lead: String
  private var sections: [(title: String, body: String)]
  private let links: BookLinks

  init(_ page: Page, links: BookLinks) {
    lead = page.lead
    sections = page.sections.filter { $0.level == 2 }.map {
      ($0.title, page.section($0.title)?.body ?? $0.body)
    }
    self.links = links
  }

  mutating func replace(_ title: String, with body: String) {
    for index in sections.indices where sections[index].title == title { sections[index].body = body }
  }

  /// Puts a section after another one, or at the end where that is not there.
  mutating func insert(_ title: String, _ body: String, after other: String) {
    let place = sections.firstIndex { $0.title == other }.map { $0 + 1 } ?? sections.count
    sections.insert((title, body), at: place)
  }

  /// All but the sections of these titles, with links where the words name a page.
  func markdown(without skipped: Set<String>) -> String {
    let shown = sections.filter { !skipped.contains($0.title) }.map {
      "## \($0.title)\n\n\(links.linked($0.body))"
    }
    return ([links.linked(lead)] + shown).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
