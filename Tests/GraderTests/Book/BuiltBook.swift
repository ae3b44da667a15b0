import Foundation

@testable import BookKit
@testable import CurriculumKit
@testable import SystemKit

/// The site of the whole course below `/postroad`, made once for all tests that look at it.
enum BuiltBook {
  static let basePath = "postroad"

  /// The course that these tests are part of.
  static let curriculum = try! Curriculum(Workbook.find(from: TestWorkbook.origin))
  static let book = try! Book(curriculum, source: "https://source.example/postroad")

  static let hasDocC = (try? DocC(Toolchain())) != nil

  /// Where the site is: the folder that a server would show, with the site in its folder `postroad`.
  static let root: Result<String, any Error> = Result {
    let root =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/book \(UUID().uuidString)"
    leftovers.withLock { $0.append(root) }
    try BookSite(
      book: book, address: SiteAddress(basePath: basePath) ?? SiteAddress(), docc: DocC(Toolchain())
    ).write(to: SiteFolder("\(root)/\(basePath)"))
    return root
  }

  static var site: String { get throws { try root.get() + "/\(basePath)" } }

  static var index: SiteIndex {
    get throws {
      try JSONDecoder().decode(SiteIndex.self, from: Data(Files.read("\(site)/\(SiteFolder.marker)")))
    }
  }

  /// A page's file.
  static func html(_ page: String) throws -> String {
    String(decoding: try Files.read("\(site)/\(page)/index.html"), as: UTF8.self)
  }

  /// A page's title with the apostrophes that DocC sets.
  static func title(_ page: BookPage) -> String { page.title.replacing("'", with: "\u{2019}") }
}
