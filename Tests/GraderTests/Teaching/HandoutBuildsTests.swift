import Foundation
import Testing

@testable import JudgeKit
@testable import SystemKit

extension ClassBuilds {
  /// A copy without solutions works as a learner's package does, with real builds. 6.4 calls 6.2, which builds the ring.
  @Suite(.serialized) struct HandoutBuildsTests {
    private let course: TestWorkbook
    private let root: String

    init() throws {
      course = try TestWorkbook(keeping: ["6.2", "6.4"])
      root = course.root + " copy"
      leftovers.withLock { [root] in $0.append(root) }
      #expect(course.grader("handout", "--to", root, "--without-solutions").status == 0)
    }

    private func grader(_ words: String...) -> GraderRun { GraderRun(words, in: root) }

    private func write(_ text: String, to path: String) throws {
      try Files.write(Array(text.utf8), to: root + "/" + path)
    }

    @Test func `what calls an unsolved neighbour waits for it, and is judged once that is solved`() throws {
      let (ring, migration) = (try course.exercise("6.2"), try course.exercise("6.4"))
      let solution = try course.workbook.text(ring.solution)
      let caller = try course.workbook.text(migration.solution)
      try write(caller, to: migration.file)
      let first = try #require(try grader("run", "6.4", "--json").report.exercises.first)
      #expect(first.verdict == .judged(.waiting))
      #expect(first.waitsFor == ["6.2"])
      #expect(first.tests.isEmpty)
      let told = grader("run", "6.4")
      #expect(told.status == 1)
      #expect(told.output.contains("waiting\n  It calls 6.2, which is not solved yet."))

      // Right work that swallows what the stub throws is not wrong.
      let swallowing = caller.replacing("try buildRing(", with: "(try? buildRing(")
      try #require(swallowing != caller)
      let line = try #require(swallowing.split(separator: "\n").first { $0.contains("(try? buildRing(") })
      try write(swallowing.replacing(line, with: line + ") ?? []"), to: migration.file)
      #expect(try grader("run", "6.4", "--json").verdicts == ["6.4": .judged(.waiting)])

      // A wrong neighbour is as good as none, and its own mistake is known by name.
      try write(caller, to: migration.file)
      let mistake = try #require(try Mistakes.read(ring, course.workbook).mistakes.first)
      try write(try #require(mistake.applied(to: solution)), to: ring.file)
      let wrong = grader("run", "6.2", "6.4", "--json")
      #expect(try wrong.verdicts == ["6.2": .failing, "6.4": .judged(.waiting)])
      #expect(try wrong.report.exercises.first?.diagnosis?.mistake == mistake.name)

      try write(solution, to: ring.file)
      let all = grader("run", "6.4", "--json")
      #expect(all.status == 0)
      #expect(try all.verdicts == ["6.4": .solved])
      #expect(try grader("run", "6.2", "--json").verdicts == ["6.2": .solved])

      // Its own fault is its own.
      let fault = try #require(
        try Mistakes.read(migration, course.workbook).mistakes.first { $0.ends == nil })
      try write(try #require(fault.applied(to: caller)), to: migration.file)
      #expect(try grader("run", "6.2", "6.4", "--json").verdicts == ["6.2": .solved, "6.4": .failing])

      #expect(grader("hint", "6.2").output.contains("hint 1 of"))
      #expect(grader("list").output.contains("6.4"))
    }
  }
}
