import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

/// Where a learner writes one text after the other for 1.1, none of which is to be lost. Nothing is built: the texts have an
/// entry point of their own, which is refused as it stands.
struct LearnersDesk {
  let book: MiniWorkbook
  let exercise: Exercise

  init() throws {
    book = try MiniWorkbook()
    let hints = (1...4).map { "### Hint \($0)\n\nHint number \($0).\n" }.joined(separator: "\n")
    for exercise in try book.curriculum.exercises {
      try book.write("# \(exercise.name)\n\n## Task\n\nDo it.\n\n## Hints\n\n\(hints)", to: exercise.page)
    }
    exercise = try #require(try book.curriculum.exercises.first)
  }

  /// A text long enough to be cut in two.
  static func text(_ name: String) -> [UInt8] {
    Array(("// \(name)\n@main struct Mine {}\n" + String(repeating: "// \(name)\n", count: 4000)).utf8)
  }

  /// The learner saves a text, as editors do.
  @discardableResult
  func write(_ name: String) throws -> [UInt8] {
    try Files.write(Self.text(name), to: book.workbook.absolute(exercise.file))
    return Self.text(name)
  }

  /// Another text beside the ones that are kept, as `reset` leaves it.
  func keepAnother(_ name: String) throws {
    let now = try book.workbook.readIfPresent(exercise.file)
    try BackupStore(workbook: book.workbook, exercise: exercise).replace(with: Self.text(name)) { _ in false }
    try BackupStore(workbook: book.workbook, exercise: exercise).replace(with: now ?? []) { _ in false }
  }

  private var folder: String {
    book.workbook.absolute("\(StateStore.folder)/kept/\(exercise.name)")
  }

  /// What is in the file and among the kept texts.
  var texts: Set<[UInt8]> {
    let kept = ((try? Files.names(in: folder)) ?? []).filter { $0.hasSuffix(".swift") }.compactMap {
      try? Files.read(folder + "/" + $0)
    }
    return Set(kept + [try? book.workbook.read(exercise.file)].compactMap { $0 })
  }

  /// Each of the texts is still somewhere, and no other is anywhere but the stub.
  func expectAll(of alive: Set<[UInt8]>, place: SourceLocation = #_sourceLocation) throws {
    let stub = Array(try book.curriculum.stub(of: exercise).utf8)
    let names = { (texts: Set<[UInt8]>) in
      texts.map { String(decoding: $0.prefix(20), as: UTF8.self) }.sorted()
    }
    let lost = names(alive.subtracting(texts).subtracting([stub]))
    let unknown = names(texts.subtracting(alive).subtracting([stub]))
    #expect(lost == [], "nothing of the learner's is lost", sourceLocation: place)
    #expect(unknown == [], "nothing is cut short or mixed up", sourceLocation: place)
    let sources = try book.workbook.names(in: "Exercises/\(exercise.chapter.folder)").filter {
      $0.hasSuffix(".swift")
    }
    #expect(sources.count == 2, "no other source is left in the learner's folder", sourceLocation: place)
  }

  /// The next grader finds its way.
  func expectReadable(place: SourceLocation = #_sourceLocation) throws {
    let list = book.grader("list", "--json")
    #expect(list.status == 0, sourceLocation: place)
    #expect(list.errors == "", "the state is whole", sourceLocation: place)
    #expect(try list.report.total == 3, sourceLocation: place)
    let alive = texts
    let undo = book.grader("undo", "1.1")
    #expect(undo.errors == "", sourceLocation: place)
    try expectAll(of: alive, place: place)
  }
}
