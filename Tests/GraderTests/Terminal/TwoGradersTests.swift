import Foundation
import Testing

@testable import GraderKit

/// Two graders at once corrupt nothing.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
struct TwoGradersTests {
  private static let rounds = 12

  @Test(arguments: [
    (["reset", "1.1"], ["undo", "1.1"]), (["undo", "1.1"], ["undo", "1.1"]),
    (["reset", "1.1"], ["reset", "1.1"]),
    (["hint", "1.1"], ["hint", "1.2"]), (["run", "1.1"], ["hint", "1.1"]), (["run", "1"], ["undo", "1.1"]),
  ]) func `two commands at the same time lose nothing`(one: [String], other: [String]) throws {
    let desk = try LearnersDesk()
    for round in 0..<Self.rounds {
      try desk.write("round \(round)")
      try desk.keepAnother("kept \(round)")
      let alive = desk.texts
      let processes = try [one, other].map { try BuiltGrader.start($0[0], $0[1], in: desk.book.root) }
      let statuses = processes.map { $0.wait() }
      #expect(statuses.allSatisfy { $0 == 0 || $0 == 1 }, "both can do their work")
      try desk.expectAll(of: alive)
      try desk.expectReadable()
    }
  }

  @Test func `hints that are read at the same time leave a state that is whole`() throws {
    let desk = try LearnersDesk()
    let processes = try (0..<6).map { _ in try BuiltGrader.start("hint", "1.1", in: desk.book.root) }
    let statuses = processes.map { $0.wait() }
    #expect(statuses == Array(repeating: 0, count: statuses.count))
    let (memory, warning) = try StateStore(workbook: desk.book.workbook).read()
    #expect(warning == nil)
    let read = try #require(memory.hints[desk.exercise.name])
    #expect((1...4).contains(read))
  }
}
