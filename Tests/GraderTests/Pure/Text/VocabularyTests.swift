import Testing

@testable import CurriculumKit
@testable import GraderKit

/// What an exercise is given, by the words of its stub.
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
}
