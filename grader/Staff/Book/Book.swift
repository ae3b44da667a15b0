import CurriculumKit

/// The book as a web site shows it: its pages in the order in which they are read.
struct Book {
  /// The front page, each chapter with its exercises after it, then what belongs to all of them.
  let pages: [BookPage]
  let workbook: Workbook

  /// - Parameter source: where the workbook's files can be read, an address that a path is added to; nil for nowhere.
  init(_ curriculum: Curriculum, source: String? = nil) throws {
    workbook = curriculum.workbook
    let links = BookLinks(curriculum, source: source)
    let tables = try curriculum.chapters.flatMap { chapter in
      try LongTable.all(in: Page(curriculum.workbook.text(chapter.page)), of: chapter)
    }
    let vocabulary = Vocabulary(curriculum)
    let appendices = try Self.appendices(curriculum, links)
    let lists =
      [try AllExercisesPage(curriculum: curriculum, links: links).page] + tables.map { $0.page(links) }
      + appendices
    var pages = [try FrontPage(curriculum: curriculum, links: links, lists: lists).page]
    for chapter in curriculum.chapters {
      let moved = tables.filter { $0.chapter == chapter }
      pages.append(try BookChapterPage(chapter, curriculum: curriculum, links: links, moved: moved).page)
      for exercise in curriculum.exercises(of: chapter) {
        pages.append(
          try BookExercisePage(
            exercise, curriculum: curriculum, vocabulary: vocabulary, links: links
          ).page)
      }
    }
    self.pages = pages + lists
  }

  /// The pages of the catalog that are of no chapter: a glossary, notes for teachers.
  private static func appendices(_ curriculum: Curriculum, _ links: BookLinks) throws -> [BookPage] {
    let chapters = Set(curriculum.chapters.map { $0.folder + ".md" })
    return try curriculum.workbook.names(in: Exercise.book).filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".") && $0 != FrontPage.file && !chapters.contains($0)
    }.map { file in
      let page = Page(try curriculum.workbook.text("\(Exercise.book)/\(file)"))
      let name = String(file.dropLast(3))
      let text = BookText(page, links: links)
      return BookPage(
        name: name, title: page.title ?? name, parent: FrontPage.name,
        body: text.markdown(without: ["Topics"]))
    }
  }
}
