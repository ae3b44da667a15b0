import Testing

@testable import CurriculumKit
@testable import GraderKit

/// What an exercise is given, and what it makes, by the words of its stub.
@Suite struct VocabularyTests {
  private let curriculum: Curriculum

  init() throws { curriculum = try Curriculum(Workbook(root: TestWorkbook.origin)) }

  private func exercise(_ id: String) throws -> Exercise {
    try #require(curriculum.exercises.first { $0.id == id })
  }

  @Test func `the files that declare what the stub names are told`() throws {
    #expect(
      curriculum.vocabulary(of: try exercise("6.2")) == ["RingErrors.swift", "RingPoint.swift"])
    let header = curriculum.vocabulary(of: try exercise("1.1"))
    #expect(header.contains("DNSHeader.swift") && !header.contains("DNSCookie.swift"))
  }

  @Test func `bytes are made by who returns them or writes them to the caller's`() throws {
    for (id, makes) in [("1.1", false), ("1.2", true), ("1.10", true), ("6.2", false), ("6.7", false)] {
      #expect(curriculum.workbook.makesBytes(try exercise(id).solution) == makes, "\(id)")
    }
  }
}
