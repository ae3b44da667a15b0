import Testing

@testable import BookKit
@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit
@testable import TeachingKit

/// What is prepared for `docc`, of the whole course.
@Suite struct BookTests {
  private let curriculum = BuiltBook.curriculum
  private let pages = BuiltBook.book.pages

  private func page(_ name: String) throws -> BookPage { try #require(pages.first { $0.name == name }) }

  @Test func `chapters and exercises are in their order, with their numbers`() {
    let wanted = curriculum.chapters.flatMap { chapter in
      ["\(chapter.number) \(curriculum.title(of: chapter))"]
        + curriculum.exercises(of: chapter).map { "\($0.id) \(curriculum.title(of: $0))" }
    }
    #expect(pages.first?.title == "Post Road")
    #expect(pages.dropFirst().prefix(wanted.count).map(\.title) == wanted)
    #expect(pages.dropFirst(wanted.count + 1).first?.title == "All exercises")
  }

  @Test func `no two pages have one address`() {
    #expect(Set(pages.map { $0.name.lowercased() }).count == pages.count)
  }

  @Test func `no page tells how the story ends`() {
    for page in pages { #expect(!page.body.contains("The story so far"), "\(page.name)") }
  }

  @Test func `each exercise has its specification and its hints behind tabs`() throws {
    for exercise in curriculum.exercises {
      let body = try page(exercise.stem).body
      #expect(body.contains("\n## Specification\n"), "\(exercise.id)")
      #expect(body.contains("```swift\npublic "), "\(exercise.id)")
      #expect(body.contains("@Tab(\"Try first\") {"), "\(exercise.id)")
      #expect(body.contains("@Tab(\"Hint 1\") {"), "\(exercise.id)")
      #expect(!body.contains("### Hint"), "\(exercise.id)")
    }
  }

  @Test func `a chapter begins with a sentence, and its card is a list`() throws {
    for chapter in curriculum.chapters {
      let body = try page(chapter.folder).body
      #expect(!body.hasPrefix("|"), "\(chapter.name)")
      #expect(body.contains("\n- **Difficulty**: "), "\(chapter.name)")
      #expect(!body.contains("**Exercises**"), "\(chapter.name)")
      #expect(
        try page(chapter.folder).topics.flatMap(\.pages) == curriculum.exercises(of: chapter).map(\.stem))
    }
  }

  @Test func `the foot of a page leads on, back and up`() {
    let text = pages[2].text(previous: pages[1], next: pages[3])
    #expect(
      text.hasSuffix(
        """

        ---

        - Next: <doc:\(pages[3].name)>
        - Previous: <doc:\(pages[1].name)>
        - Up: <doc:\(pages[1].name)>

        """))
    #expect(!pages[0].text(previous: nil, next: nil).contains("\n---\n"))
  }

  @Test func `a long table has a page of its own, which its chapter names`() throws {
    let table = try page("What-RFC-9111-demands")
    #expect(table.body.contains("[4.8](doc:08-Storing)"))
    let chapter = try #require(pages.first { $0.body.contains("<doc:What-RFC-9111-demands>") && !$0.isFront })
    #expect(chapter.body.lines.count { $0.hasPrefix("|") } < 60)
  }

  @Test func `code on a page fits its column`() {
    for page in pages {
      var isCode = false
      for line in page.body.lines {
        if line.hasPrefix("```") { isCode.toggle() }
        if isCode { #expect(String(line).columns <= Specification.widest, "\(page.name): \(line)") }
      }
      #expect(!isCode, "\(page.name): a block of code is not closed")
    }
  }

  @Test func `every question has an answer, behind a tab`() throws {
    for chapter in curriculum.chapters {
      let source = Page(try curriculum.workbook.text(chapter.page))
      let questions = source.numberedList(in: Page.questions)
      #expect(questions.count == source.numberedList(in: Page.answers).count, "\(chapter.name)")
      #expect(questions.count >= 4 && questions.allSatisfy { $0.contains("?") }, "\(chapter.name)")
      let body = try page(chapter.folder).body
      #expect(
        body.contains("@Tab(\"Try first\") {") && body.contains("@Tab(\"Answers\") {"), "\(chapter.name)")
      #expect(!body.contains("## Answers"), "\(chapter.name)")
    }
  }

  @Test func `each exercise in the list has its difficulty and its time`() throws {
    let rows = try page(AllExercisesPage.name).body.lines.compactMap { MarkdownTable.cells(of: $0) }
    for exercise in curriculum.exercises {
      let row = try #require(
        rows.first { $0.first == "<doc:\(exercise.stem)>" && $0.count == 4 }, "\(exercise.id)")
      #expect(ChapterCard.Difficulty(rawValue: row[1]) != nil, "\(exercise.id)")
      #expect(row[2].wholeMatch(of: /[1-9] h|[1-9] h [1-5][05] min|[1-5][05] min/) != nil, "\(exercise.id)")
    }
  }

  @Test func `answers are behind a tab of their questions`() throws {
    let mini = try MiniWorkbook()
    try mini.write("# Post Road\n\nA book.\n", to: "\(Exercise.book)/PostRoad.md")
    let page =
      "# DNS\n\nIt is.\n\n## Check yourself\n\n- Why?\n\n## Answers\n\n- Because.\n\n## Notes\n\nNo.\n"
    try mini.write(page, to: "\(Exercise.book)/01-DNSMessages.md")
    let body = try #require(try Book(mini.curriculum).pages.first { $0.name == "01-DNSMessages" }).body
    #expect(!body.contains("## Answers"))
    let parts = ["- Why?", "@Tab(\"Try first\") {", "@Tab(\"Answers\") {", "- Because.", "## Notes"]
    let places = try parts.map { try #require(body.firstRange(of: $0), "\($0)").lowerBound }
    #expect(places == places.sorted())
  }
}
