/// A chapter: a folder like `01-DNSMessages` in `Exercises`, `Solutions`, `Tests` and the book.
package struct Chapter: Hashable, Sendable {
  /// 1 in `01-DNSMessages`.
  package let number: Int
  /// `DNSMessages`: the module that the exercises are compiled into.
  package let name: String
  /// `01-DNSMessages`.
  package let folder: String

  /// The chapter that a folder's name stands for, or nil where it stands for none.
  package init?(folder: String) {
    guard let (number, name) = Self.numbered(folder) else { return nil }
    self.number = number
    self.name = name
    self.folder = folder
  }

  /// The module of the chapter's suites.
  package var suiteModule: String { name + "Tests" }
  /// The module of what the chapter's suites share: the folder of its name in `Tests/Support`.
  package var supportModule: String { name + "Support" }
  /// That folder, from the top of the workbook.
  package var support: String { "Tests/Support/\(folder)" }
  /// The chapter's page, from the top of the workbook.
  package var page: String { "\(Exercise.book)/\(folder).md" }

  /// Splits `01-Header` into 1 and `Header`.
  package static func numbered(_ stem: String) -> (number: Int, name: String)? {
    guard let match = stem.wholeMatch(of: /([0-9]{2})-([A-Z][A-Za-z0-9]*)/), let number = Int(match.1)
    else { return nil }
    return (number, String(match.2))
  }
}
