/// An exercise. Its path is its identity: all its parts follow from it.
package struct Exercise: Hashable, Sendable {
  package static let book = "Chapters/PostRoad/PostRoad.docc"
  /// Where a copy that was handed out without solutions keeps its untouched stubs.
  package static let stubs = "Stubs"

  package let chapter: Chapter
  /// 1 in `01-Header`.
  package let number: Int
  /// `Header`.
  package let name: String

  package init(chapter: Chapter, number: Int, name: String) {
    self.chapter = chapter
    self.number = number
    self.name = name
  }

  /// `1.1`
  package var id: String { "\(chapter.number).\(number)" }
  /// `HeaderTests`
  package var suite: String { name + "Tests" }
  /// `01-Header`
  package var stem: String { (number < 10 ? "0" : "") + "\(number)-\(name)" }
  /// `01-DNSMessages/01-Header`
  package var path: String { "\(chapter.folder)/\(stem)" }

  /// `01-Header.swift`, in the learner's folder, in the solutions and on the bench.
  package var fileName: String { stem + ".swift" }
  /// `01-HeaderTests.swift`
  package var suiteFileName: String { stem + "Tests.swift" }

  package var file: String { "Exercises/\(path).swift" }
  package var solution: String { "Solutions/\(path).swift" }
  /// In a copy without solutions only.
  package var stub: String { "\(Self.stubs)/\(path).swift" }
  package var suiteFile: String { "Tests/\(path)Tests.swift" }
  package var mistakes: String { "Tests/Mistakes/\(path).json" }
  package var recorded: String { "Tests/Mistakes/Recorded/\(path).json" }
  package var page: String { "\(Self.book)/\(path).md" }
}
