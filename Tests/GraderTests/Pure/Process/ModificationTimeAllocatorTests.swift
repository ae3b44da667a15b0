import Foundation
import Testing

@testable import JudgeKit
@testable import SystemKit

@Suite struct ModificationTimeAllocatorTests {
  private let file: String

  init() throws {
    let folder =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/clock \(UUID().uuidString)"
    file = folder + "/clock"
    leftovers.withLock { $0.append(folder) }
  }

  @Test func `each second is later than the one before`() throws {
    var clock = try ModificationTimeAllocator(file: file)
    let seconds = try (0..<5).map { _ in try clock.next() }
    #expect(zip(seconds, seconds.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `a later run of the grader goes on where the last one was`() throws {
    // A second far in the future: no clock on the wall has anything to say.
    try Files.write(Array("4102444800".utf8), to: file)
    var first = try ModificationTimeAllocator(file: file)
    #expect(try first.next() == 4_102_444_801)
    #expect(try first.next() == 4_102_444_802)
    var second = try ModificationTimeAllocator(file: file)
    #expect(try second.next() == 4_102_444_803)
  }

  @Test func `a file that says nothing begins with now`() throws {
    try Files.write(Array("yesterday".utf8), to: file)
    var clock = try ModificationTimeAllocator(file: file)
    let begun = try clock.next()
    var fresh = try ModificationTimeAllocator(file: file + " that is not there")
    #expect(try fresh.next() >= begun)
    var after = try ModificationTimeAllocator(file: file + " that is lost", newest: 4_102_444_800)
    #expect(try after.next() == 4_102_444_801, "it goes on from the newest file")
    #expect(begun > 1_700_000_000, "the wall clock, in seconds since 1970")
  }
}
