import Foundation

@testable import JudgeKit
@testable import SystemKit

/// A workbook of 1.1, 1.2 and 5.1 alone, so that no screen changes when the course grows.
extension TestWorkbook {
  /// The one that terminals share, so that its bench is built once.
  static let small: TestWorkbook = try! smallCourse()

  static func smallCourse() throws -> TestWorkbook {
    let book = try TestWorkbook(keeping: ["1.1", "1.2", "5.1"])
    try book.forget()
    return book
  }

  /// A fresh clone again: stubs everywhere, and nothing remembered or kept.
  func forget() throws {
    try? FileManager.default.removeItem(atPath: root + "/.workbook")
    try resetExercises()
  }

  /// Saves as editors do: into a file beside it, which is then renamed.
  func save(_ text: String, as id: String) throws {
    let file = workbook.absolute(try exercise(id).file)
    let draft = file + ".draft"
    try Files.write(Array(text.utf8), to: draft)
    guard rename(draft, file) == 0 else {
      throw GraderError.cannotWrite(file, reason: "it could not be renamed")
    }
  }

  func solution(_ id: String) throws -> String { try workbook.text(try exercise(id).solution) }

  /// The solution with a recorded mistake in it.
  func solution(_ id: String, with mistake: String) throws -> String {
    let mistakes = try Mistakes.read(exercise(id), workbook).mistakes
    guard let text = mistakes.first(where: { $0.name == mistake })?.applied(to: try solution(id)) else {
      throw GraderError.damaged(try exercise(id).mistakes, reason: "no mistake \(mistake)")
    }
    return text
  }
}
