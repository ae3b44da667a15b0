/// An exercise. Its path is its identity: all its parts follow from it.
struct Exercise: Hashable, Sendable {
  static let book = "Chapters/PostRoad/PostRoad.docc"

  let chapter: Chapter
  /// 1 in `01-Header`.
  let number: Int
  /// `Header`.
  let name: String

  /// `1.1`
  var id: String { "\(chapter.number).\(number)" }
  /// `HeaderTests`
  var suite: String { name + "Tests" }
  /// `01-Header`
  var stem: String { (number < 10 ? "0" : "") + "\(number)-\(name)" }
  /// `01-DNSMessages/01-Header`
  var path: String { "\(chapter.folder)/\(stem)" }

  /// `01-Header.swift`, in the learner's folder, in the solutions and on the bench.
  var fileName: String { stem + ".swift" }
  /// `01-HeaderTests.swift`
  var suiteFileName: String { stem + "Tests.swift" }

  var file: String { "Exercises/\(path).swift" }
  var solution: String { "Solutions/\(path).swift" }
  var suiteFile: String { "Tests/\(path)Tests.swift" }
  var mistakes: String { "Tests/Mistakes/\(path).json" }
  var recorded: String { "Tests/Mistakes/Recorded/\(path).json" }
  var page: String { "\(Self.book)/\(path).md" }
}
