import CurriculumKit
import Foundation
import SystemKit

/// The folder that `docc` is given: the pages as the site shows them, beside the pictures of the book.
struct Catalog {
  /// Its folder's name is part of every address: `documentation/postroad/…`.
  static let name = FrontPage.name + ".docc"
  private static let kept = ["Resources", "theme-settings.json"]

  let book: Book

  /// Writes it below a folder, and returns where it is.
  func write(below folder: String) throws -> String {
    let catalog = "\(folder)/\(Self.name)"
    for (index, page) in book.pages.enumerated() {
      let previous = index > 0 ? book.pages[index - 1] : nil
      let next = index + 1 < book.pages.count ? book.pages[index + 1] : nil
      try Files.write(
        Array(page.text(previous: previous, next: next).utf8), to: "\(catalog)/\(page.name).md")
    }
    for name in Self.kept where book.workbook.exists("\(Exercise.book)/\(name)") {
      do {
        try FileManager.default.copyItem(
          atPath: book.workbook.absolute("\(Exercise.book)/\(name)"), toPath: "\(catalog)/\(name)")
      } catch {
        throw GraderError.cannotWrite("\(catalog)/\(name)", reason: error.localizedDescription)
      }
    }
    return catalog
  }
}
