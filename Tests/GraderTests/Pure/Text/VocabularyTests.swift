import Testing

@testable import CurriculumKit

/// What an exercise is given, by the words of its stub.
@Suite struct VocabularyTests {
  private let curriculum: Curriculum

  init() throws { curriculum = try Curriculum(Workbook(root: TestWorkbook.origin)) }

  private func exercise(_ id: String) throws -> Exercise {
    try #require(curriculum.exercises.first { $0.id == id })
  }

  @Test func `the files that declare what the stub names are told`() throws {
    let ring = ["RingErrors.swift", "RingPoint.swift"].map { "06-ConsistentHashing/\($0)" }
    #expect(Vocabulary(curriculum).files(of: try exercise("6.2")) == ring)
  }

  @Test func `what its properties are made of is told, too`() throws {
    let header = Vocabulary(curriculum).files(of: try exercise("1.1"))
    let names = ["DNSCodes.swift", "DNSHeader.swift", "DNSMessageError.swift"]
    #expect(header == names.map { "01-DNSMessages/\($0)" })
  }

  @Test func `an earlier chapter's types are told, too`() throws {
    let zone = Vocabulary(curriculum).files(of: try exercise("2.1"))
    #expect(zone.contains("01-DNSMessages/DNSName.swift"))
    #expect(zone.contains("01-DNSMessages/DNSResourceRecord.swift"))
    #expect(zone.contains("02-DNSAuthority/DNSZoneError.swift"))
  }

  @Test func `a constant is told by its name`() throws {
    #expect(
      Vocabulary(curriculum).files(of: try exercise("4.4")).contains(
        "04-ContentDelivery/HTTPCacheControl.swift"))
  }
}
