import Foundation
import Testing

@testable import BookKit
@testable import SystemKit

/// The command line of `grader book`.
@Suite struct BookCommandTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  /// A message in one line, wherever it was broken.
  private func words(_ message: String) -> String {
    message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `without a folder nothing is written`() {
    let run = book.grader("book")
    #expect(run.status == 2)
    #expect(words(run.errors).contains("`book` needs `--to` with the folder to write the site to."))
  }

  @Test(arguments: ["a b", "../x", "a//b", "", "https://x.example", "a?b"])
  func `a base path that is none is refused`(path: String) {
    let run = book.grader("book", "--to", book.root + "/site", "--base-path", path)
    #expect(run.status == 2)
    #expect(words(run.errors).contains("as in `postroad`"))
    #expect(!FileManager.default.fileExists(atPath: book.root + "/site"))
  }

  @Test(arguments: [("postroad", "postroad"), ("/postroad/", "postroad"), ("a/b.c", "a/b.c"), ("/", "")])
  func `a base path may have slashes around it`(text: String, path: String) {
    #expect(SiteAddress(basePath: text)?.basePath == path)
  }

  @Test(arguments: ["source.example", "http://source.example", "https://", "https://a b/c"])
  func `a source that is no address is refused`(source: String) {
    let run = book.grader("book", "--to", book.root + "/site", "--source", source)
    #expect(run.status == 2)
    #expect(words(run.errors).contains("begins with https://"))
  }

  @Test func `a folder that holds something else is named`() throws {
    try book.write("mine", to: "site/notes.txt")
    let run = book.grader("book", "--to", book.root + "/site")
    #expect(run.status == 3)
    #expect(words(run.errors).contains("holds something that is not a site of this command"))
    #expect(try Files.names(in: book.root + "/site") == ["notes.txt"])
  }

  @Test(.enabled(if: BuiltBook.hasDocC, "this toolchain has no docc"))
  func `what docc warns of is shown, and nothing is written`() throws {
    try book.write("# Post Road\n\nA book.\n", to: "Chapters/PostRoad/PostRoad.docc/PostRoad.md")
    try book.write(
      "# Parse\n\nSee <doc:Nowhere>.\n", to: "Chapters/PostRoad/PostRoad.docc/01-DNSMessages/01-Header.md")
    let run = book.grader("book", "--to", book.root + "/site")
    #expect(run.status == 3)
    #expect(words(run.errors).contains("Nowhere"))
    #expect(!FileManager.default.fileExists(atPath: book.root + "/site"))
  }

  @Test(.enabled(if: BuiltBook.hasDocC, "this toolchain has no docc"))
  func `a small course has its site, which a second run renews`() throws {
    try book.write("# Post Road\n\nA book.\n", to: "Chapters/PostRoad/PostRoad.docc/PostRoad.md")
    for _ in 0..<2 {
      let run = book.grader("book", "--to", book.root + "/site")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("pages written to \(book.root)/site"))
    }
    let index = String(decoding: try Files.read(book.root + "/site/index.html"), as: UTF8.self)
    #expect(index.contains("url=/documentation/postroad/"))
  }
}
