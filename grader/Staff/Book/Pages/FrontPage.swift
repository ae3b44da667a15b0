import CurriculumKit

/// The first page: what the book is, and all that is in it.
struct FrontPage {
  static let file = "PostRoad.md"
  static let name = "PostRoad"
  /// A title between backticks would make it the page of a symbol, and without that symbol it is lost.
  static let title = "Post Road"

  let curriculum: Curriculum
  let links: BookLinks
  /// The pages that are of no chapter.
  let lists: [BookPage]

  var page: BookPage {
    get throws {
      let source = Page(try curriculum.workbook.text("\(Exercise.book)/\(Self.file)"))
      let body = BookText(source, links: links).markdown(without: ["Topics"])
      return BookPage(
        name: Self.name, title: Self.title, parent: nil, body: body,
        topics: [
          BookPage.Topic(title: "Chapters", pages: curriculum.chapters.map(\.folder)),
          BookPage.Topic(title: "For reference", pages: lists.map(\.name)),
        ])
    }
  }
}
