import Foundation
import Testing

@testable import BookKit
@testable import SystemKit

/// The site of the whole course, as its files are.
@Suite(.enabled(if: BuiltBook.hasDocC, "this toolchain has no docc"))
struct SiteTests {
  /// docc's warnings fail: a link to a page that is not there is one.
  @Test func `every page of the book is in the site, in the book's order`() throws {
    let names = BuiltBook.book.pages.map { $0.isFront ? "" : "/" + $0.name.lowercased() }
    #expect(try BuiltBook.index.pages == names.map { "documentation/postroad" + $0 })
    #expect(try BuiltBook.index.basePath == BuiltBook.basePath)
  }

  @Test func `no link leads nowhere, and every picture is there`() throws {
    let pages = try BuiltBook.index.pages
    let anchors = try Dictionary(
      uniqueKeysWithValues: pages.map { page in
        (
          "/postroad/\(page)/",
          Set(try BuiltBook.html(page).matches(of: /\sid="([^"]+)"/).map { String($0.1) })
        )
      })
    for page in pages {
      let html = try BuiltBook.html(page)
      for match in html.matches(of: /\s(?:href|src|srcset)="([^"]+)"/) where !match.1.hasPrefix("https://") {
        let parts = match.1.split(separator: "#", maxSplits: 1).map(String.init)
        #expect(parts[0].hasPrefix("/postroad/"), "\(page): \(match.1)")
        if let known = anchors[parts[0]] {
          if parts.count > 1 { #expect(known.contains(parts[1]), "\(page): \(match.1)") }
        } else {
          let file = try BuiltBook.site + parts[0].dropFirst("/postroad".count)
          #expect(FileStatus.size(file) > 0 && !parts[0].hasSuffix("/"), "\(page): \(match.1)")
        }
      }
    }
  }

  @Test func `every picture says what it shows`() throws {
    for page in try BuiltBook.index.pages {
      for match in try BuiltBook.html(page).matches(of: /<img [^>]*alt="([^"]*)"/) {
        #expect(match.1.count > 20, "\(page): \(match.0)")
      }
    }
  }

  @Test func `next leads from the front page through all of them`() throws {
    let pages = try BuiltBook.index.pages
    var page = pages[0]
    var seen = [page]
    while let next = try next(after: page), seen.count <= pages.count {
      page = next
      seen.append(next)
    }
    #expect(seen == pages)
  }

  /// The page that the foot calls the next one.
  private func next(after page: String) throws -> String? {
    try BuiltBook.html(page).firstMatch(of: /<li><p>Next: <a href="\/postroad\/([^"]+)\/"/)
      .map { String($0.1) }
  }

  @Test func `without JavaScript each page has its title and its text`() throws {
    for (page, path) in zip(BuiltBook.book.pages, try BuiltBook.index.pages) {
      let html = try BuiltBook.html(path)
      let text = try #require(html.firstMatch(of: /<noscript>(?s)(.*)<\/noscript>/)).1
      let title = RenderHTML.escaped(BuiltBook.title(page))
      #expect(text.contains("<h1>\(title)</h1>"), "\(path)")
      #expect(html.contains("<title>\(title)\(page.isFront ? "" : " | Post Road")</title>"), "\(path)")
      #expect(!text.contains("requires JavaScript"))
    }
  }

  @Test func `without JavaScript a hint is closed until somebody opens it`() throws {
    let html = try BuiltBook.html("documentation/postroad/03-smoothwrr")
    let hints = html.matches(of: /<details><summary>(Try first|Hint [0-9]+)<\/summary>/).map { String($0.1) }
    #expect(hints == ["Try first", "Hint 1", "Hint 2", "Hint 3", "Hint 4"])
  }

  @Test func `without JavaScript a chapter's answers are closed until somebody opens them`() throws {
    for chapter in BuiltBook.curriculum.chapters {
      let html = try BuiltBook.html("documentation/postroad/\(chapter.folder.lowercased())")
      let tabs = html.matches(of: /<details><summary>(Try first|Answers)<\/summary>/).map { String($0.1) }
      #expect(tabs == ["Try first", "Answers"], "\(chapter.name)")
    }
  }

  @Test func `headings go down one level at a time`() throws {
    for page in try BuiltBook.index.pages {
      var last = 1
      for match in try BuiltBook.html(page).matches(of: /<h([1-6])[ >]/) {
        let level = try #require(Int(match.1))
        #expect(level <= last + 1, "\(page): h\(level) after h\(last)")
        last = level
      }
    }
  }

  @Test func `the top of the site leads to the front page`() throws {
    let html = String(decoding: try Files.read(try BuiltBook.site + "/index.html"), as: UTF8.self)
    #expect(html.contains("content=\"0; url=/postroad/documentation/postroad/\""))
  }
}
