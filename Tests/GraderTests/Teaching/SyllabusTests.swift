import Testing

@testable import CurriculumKit
@testable import SystemKit
@testable import TeachingKit

/// The syllabus of the page *Teaching with Post Road*: what it names is there, and a term of fourteen weeks leaves nothing out.
@Suite struct SyllabusTests {
  private let curriculum: Curriculum
  private let rows: [[String]]

  init() throws {
    curriculum = try Curriculum(Workbook.find(from: TestWorkbook.origin))
    let page = try curriculum.workbook.text("\(Exercise.book)/Teaching.md")
    let table = page.lines.drop { !$0.hasPrefix("| week |") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
    rows = table.map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map { String($0).unpadded }
    }
  }

  /// The exercises of a cell: `1.1–1.8`, or `chapter 2`.
  private func exercises(_ cell: String) throws -> [Exercise] {
    if let match = cell.wholeMatch(of: /chapter ([0-9]+)/) {
      let chapter = try #require(curriculum.chapters.first { "\($0.number)" == match.1 }, "\(cell)")
      return curriculum.exercises(of: chapter)
    }
    // Empty, or in words.
    guard let range = cell.wholeMatch(of: /([0-9.]+)–([0-9.]+)/) else { return [] }
    let places = try [range.1, range.2].map { id in
      try #require(curriculum.exercises.firstIndex { $0.id == id }, "\(cell)")
    }
    guard places[0] < places[1] else { return [] }
    return Array(curriculum.exercises[places[0]...places[1]])
  }

  @Test func `fourteen weeks have each exercise once, in the order of the book`() throws {
    #expect(rows.count == 14)
    #expect(try rows.flatMap { try exercises($0[3]) } == curriculum.exercises)
  }

  @Test func `eight weeks have two thirds, each once`() throws {
    let chosen = try rows.flatMap { try exercises($0[2]) }
    #expect(rows.count { !$0[2].isEmpty } == 8)
    #expect(Set(chosen).count == chosen.count)
    #expect(chosen.count * 3 >= curriculum.exercises.count * 2)
  }
}
