import Testing

@testable import GraderKit

/// A copy of the workbook to damage, and the audit's rules that have to see it. Where it is not the shared one,
/// rules that build are too slow for it.
struct Doctored {
  let book: TestWorkbook

  init(_ book: TestWorkbook? = nil) throws { self.book = try book ?? TestWorkbook() }

  /// What a rule says of an exercise, or of a chapter by its number.
  func findings(_ rule: Rule, _ place: String) throws -> [String] {
    try findings(rule, place, inspection())
  }

  /// The same, where the suite was found to have said this.
  func findings(_ rule: Rule, _ place: String, said: Recorded, isRecording: Bool = false) throws -> [String] {
    let inspection = try inspection(isRecording: isRecording)
    inspection.said[try book.exercise(place)] = said
    return try findings(rule, place, inspection)
  }

  private func inspection(isRecording: Bool = false) throws -> Inspection {
    Inspection(
      Session(curriculum: try book.curriculum, console: Self.silent), isRecording: isRecording)
  }

  private func findings(_ rule: Rule, _ place: String, _ inspection: Inspection) throws -> [String] {
    if let exercise = inspection.curriculum.exercises.first(where: { $0.id == place }) {
      let look = try #require(rule.exercise, "\(rule.name) looks at chapters")
      return try look(exercise, inspection)
    }
    let chapter = try #require(inspection.curriculum.chapters.first { "\($0.number)" == place })
    let look = try #require(rule.chapter, "\(rule.name) looks at exercises")
    return try look(chapter, inspection)
  }

  /// Changes the first place where the words stand.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    try book.edit(path, replacing: old, with: new)
  }

  func remove(_ path: String) throws { try Files.remove(book.workbook.absolute(path)) }

  private static var silent: Console { .silent() }
}

/// The parts of exercise 1.2, which the rules' tests damage.
enum Part {
  static let solution = "Solutions/01-DNSMessages/02-HeaderEncoding.swift"
  static let stub = "Exercises/01-DNSMessages/02-HeaderEncoding.swift"
  static let suite = "Tests/01-DNSMessages/02-HeaderEncodingTests.swift"
  static let mistakes = "Tests/Mistakes/01-DNSMessages/02-HeaderEncoding.json"
  static let recorded = "Tests/Mistakes/Recorded/01-DNSMessages/02-HeaderEncoding.json"
  static let page = "Chapters/PostRoad/PostRoad.docc/01-DNSMessages/02-HeaderEncoding.md"
  static let chapterPage = "Chapters/PostRoad/PostRoad.docc/01-DNSMessages.md"
}
