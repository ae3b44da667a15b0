import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit

@Suite struct SelectorTests {
  private let book: MiniWorkbook
  private let selector: Selector

  init() throws {
    book = try MiniWorkbook()
    selector = Selector(curriculum: try book.curriculum)
  }

  private func ids(_ words: String...) throws -> [String] { try selector.select(words).map(\.id) }

  @Test(
    arguments: [
      "1.1", "Header", "header", "HEADERTESTS", "01-Header", "01-DNSMessages/01-Header",
      "Exercises/01-DNSMessages/01-Header.swift", "Tests/01-DNSMessages/01-HeaderTests.swift",
      "/somewhere/else/Solutions/01-DNSMessages/01-Header.swift",
      "./Exercises/01-DNSMessages/01-Header.swift",
      "Chapters/PostRoad/PostRoad.docc/01-DNSMessages/01-Header.md",
      "Tests/Mistakes/01-DNSMessages/01-Header.json", "01-Header.swift", "./01-Header.swift",
      "01-HeaderTests.swift", "Header.swift", "01-Header.md", "Parse",
    ]) func `an exercise is named by its number, its name or a path of one of its parts`(word: String) throws
  {
    #expect(try ids(word) == ["1.1"])
  }

  @Test(
    arguments: [
      "1", "DNSMessages", "dnsmessages", "01-DNSMessages", "Exercises/01-DNSMessages",
      "Exercises/01-DNSMessages/",
      "01-DNSMessages/", "/somewhere/Tests/01-DNSMessages",
    ]) func `a chapter names all its exercises`(word: String) throws
  {
    #expect(try ids(word) == ["1.1", "1.2"])
  }

  @Test func `several words name each exercise once, in the order of the book`() throws {
    #expect(try ids("RoundRobin", "1.2", "1", "Header") == ["1.1", "1.2", "5.1"])
    #expect(try ids() == [])
  }

  @Test(arguments: [("robin", "5.1"), ("encod", "1.2"), ("turns", "5.1"), ("take TURNS", "5.1")])
  func `a part of a name or a title is enough where one alone has it`(word: String, id: String) throws {
    #expect(try ids(word) == [id])
  }

  @Test func `a word of a name comes before the same letters inside one`() throws {
    let course = Selector(curriculum: try Curriculum(Workbook(root: TestWorkbook.origin)))
    #expect {
      try course.select(["ring"])
    } throws: { error in
      guard case UsageError.severalExercises(_, let meant) = error else { return false }
      return meant == ["6.2 HashRing", "6.3 RingLookup", "6.5 WeightedRing"]
    }
  }

  @Test(arguments: ["head", "DER"]) func `a part that several have is answered with them`(word: String) {
    #expect {
      try selector.select([word])
    } throws: { error in
      guard case UsageError.severalExercises(_, let meant) = error else { return false }
      return meant == ["1.1 Header", "1.2 HeaderEncoding"]
        && "\(error)".hasSuffix("may be 1.1 Header or 1.2 HeaderEncoding. Name one of them.")
    }
  }

  @Test(
    arguments: [
      ("Heeder", "Header"), ("HeaderEncodng", "HeaderEncoding"), ("Loadbalancer", "LoadBalancing"),
      ("RoundRobbin", "RoundRobin"),
    ]) func `a near miss is told what was meant`(word: String, meant: String)
  {
    #expect {
      try selector.select([word])
    } throws: { error in
      guard case UsageError.noSuchExercise(word, meant: meant) = error else { return false }
      return true
    }
  }

  @Test(arguments: [
    "Bicycle", "", "99", "Exercises/01-DNSMessages/03-Nothing.swift", "06-Else/01-Header.swift",
  ])
  func `what is far from everything gets no guess`(word: String) {
    #expect {
      try selector.select([word])
    } throws: { error in
      guard case UsageError.noSuchExercise(word, meant: nil) = error else { return false }
      return true
    }
  }
}
