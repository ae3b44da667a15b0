import Testing

@testable import BookKit
@testable import CurriculumKit

/// The site as a reader's browser shows it. That each page names the next one is a test of its files (`SiteTests`); here the browser
/// follows those links where the kinds of pages change.
@Suite(
  .enabled(if: BuiltBook.hasDocC, "this toolchain has no docc"),
  .enabled(if: Browser.program != nil, "Chromium is not installed"),
  .enabled(if: Browser.python != nil, "there is no python3 to serve the site with"))
struct BrowserTests {
  private static let pages = BuiltBook.book.pages
  /// The last exercise of the first chapter, and that of the book.
  private static let border = pages.firstIndex { $0.name == BuiltBook.curriculum.chapters[1].folder }! - 1
  private static let end = pages.firstIndex { $0.name == AllExercisesPage.name }! - 1
  /// Pages in a row: front, chapter, exercise, exercise; and over a border: exercise, chapter, exercise.
  private static let hops = 4

  private static func address(_ page: BookPage) -> String {
    "/\(BuiltBook.basePath)/documentation/postroad/\(page.isFront ? "" : page.name.lowercased() + "/")"
  }

  private static func words(_ text: String) -> String {
    text.split(separator: " ").prefix(4).joined(separator: " ")
  }

  private static let seen: Result<[String: [String]], any Error> = Result {
    let hints = Page(try BuiltBook.curriculum.workbook.text(BuiltBook.curriculum.exercise("5.3").page)).hints
    let chapter = BuiltBook.curriculum.chapters[0]
    let answers = Page(try BuiltBook.curriculum.workbook.text(chapter.page)).answered.map(\.answer)
    let exercise = "/\(BuiltBook.basePath)/documentation/postroad/03-smoothwrr/"
    return try SiteLook(scripts: [
      ("front", "await walk(\"\(address(pages[0]))\", \(hops));"),
      ("border", "await walk(\"\(address(pages[border]))\", \(hops));"),
      ("end", "await walk(\"\(address(pages[end]))\", \(pages.count));"),
      (
        "hint",
        """
        await open("\(exercise)");
        lines.push("before " + reads("\(words(hints[1]))"));
        press("Hint 2");
        lines.push("after " + await until(() => reads("\(words(hints[1]))")));
        """
      ),
      (
        "answers",
        """
        await open("\(address(pages[1]))");
        lines.push("before " + reads("\(words(answers[0]))"));
        press("Answers");
        lines.push("after " + await until(() => reads("\(words(answers[0]))")));
        """
      ),
      // A frame that may not run scripts, and whose text may be read. It is the last one: no other could run in it.
      (
        "plain",
        """
        frame.setAttribute("sandbox", "allow-same-origin");
        await open("\(exercise)");
        lines.push(title());
        lines.push("text " + reads("Backends are not alike."));
        lines.push("hint " + reads("One walk is enough"));
        [...shown().querySelectorAll("summary")].find(summary => summary.textContent === "Hint 2").parentElement.open = true;
        lines.push("hint " + reads("One walk is enough"));
        """
      ),
    ]).seen()
  }

  private func titles(from first: Int, count: Int) -> [String] {
    Self.pages[first...].prefix(count).map(BuiltBook.title)
  }

  @Test func `next leads from the front page to a chapter and its exercises`() throws {
    #expect(try Self.seen.get()["front"] == titles(from: 0, count: Self.hops))
  }

  @Test func `next leads from a chapter's last exercise to the next chapter`() throws {
    #expect(try Self.seen.get()["border"] == titles(from: Self.border, count: Self.hops))
  }

  @Test func `next leads from the last exercise through the lists, and the last page has none`() throws {
    #expect(try Self.seen.get()["end"] == titles(from: Self.end, count: Self.pages.count) + ["no next"])
  }

  @Test(arguments: ["hint", "answers"])
  func `a hint or an answer is hidden before a click, and shown after it`(script: String) throws {
    #expect(try Self.seen.get()[script] == ["before false", "after true"])
  }

  @Test func `without JavaScript the text is there, and a hint is closed`() throws {
    #expect(
      try Self.seen.get()["plain"] == [
        "5.3 Smooth weighted round robin", "text true", "hint false", "hint true",
      ])
  }
}

extension Curriculum {
  fileprivate func exercise(_ id: String) throws -> Exercise { try #require(exercises.first { $0.id == id }) }
}
