import Foundation
import Testing

@testable import CurriculumKit
@testable import SystemKit

extension RealBuilds {
  /// Whatever a learner's file does, its verdict is right, and nobody else's is touched.
  @Suite(.serialized) struct HostileFilesTests {
    let book = TestWorkbook.shared

    @Test(arguments: HostileFile.doNotCompile) func `what does not compile is said so`(file: HostileFile)
      throws
    {
      try judge(file)
    }

    @Test(arguments: HostileFile.crash) func `what crashes is told with its reason and line`(
      file: HostileFile
    ) throws {
      try judge(file, amongOthers: file.isFirst(of: HostileFile.crash))
    }

    @Test(arguments: HostileFile.hang) func `what hangs is ended within twelve seconds`(file: HostileFile)
      throws
    {
      try judge(file, amongOthers: file.isFirst(of: HostileFile.hang))
    }

    @Test(arguments: HostileFile.neverSolved) func `what hides a failure is never solved`(file: HostileFile)
      throws
    {
      try judge(file)
    }

    @Test(arguments: HostileFile.harmless) func `what harms nobody has no effect`(file: HostileFile) throws {
      try judge(file)
    }

    /// Lays the file for 1.1 beside a solved neighbour and a solved exercise of another chapter.
    ///
    /// - Parameter amongOthers: whether those are judged with it. Each suite runs in a process of its own, so how one ends is the same to
    ///   its neighbours: one case of a kind is enough, where a build that is not together saves half of the time.
    private func judge(_ hostile: HostileFile, amongOthers: Bool = true) throws {
      try book.resetExercises()
      try book.solve("1.1", "1.2", "6.1")
      let exercise = try book.exercise("1.1")
      let bytes = hostile.bytes(try book.workbook.text(exercise.solution))
      if let bytes {
        try Files.write(bytes, to: book.workbook.absolute(exercise.file))
      } else {
        try Files.remove(book.workbook.absolute(exercise.file))
      }

      let run =
        amongOthers ? book.grader("run", "1.1", "1.2", "6.1", "--json") : book.grader("run", "1.1", "--json")
      let report = try run.report
      let verdicts = try run.verdicts
      #expect(verdicts["1.1"] == .judged(hostile.verdict))
      if amongOthers {
        #expect(verdicts["1.2"] == .solved, "the neighbour is judged as if nothing were wrong")
        #expect(verdicts["6.1"] == .solved, "the other chapter is judged as if nothing were wrong")
      }
      #expect(run.status == (hostile.verdict == .solved ? 0 : 1))
      #expect(try book.workbook.readIfPresent(exercise.file) == bytes, "nothing of the learner's is changed")

      let part = try #require(report.exercises.first { $0.id == "1.1" })
      let inventory = try SuiteSource(book.workbook.text(exercise.suiteFile)).tests.map(\.name)
      if [.doesNotCompile, .notStarted].contains(hostile.verdict) {
        #expect(part.tests.isEmpty)
      } else {
        #expect(part.tests.map(\.name) == inventory, "each test of the inventory has exactly one verdict")
      }
      let said =
        part.diagnostics.map { ($0.message, $0.file, $0.line) }
        + part.tests.flatMap(\.issues).map { ($0.message, $0.file, $0.line) }
      if let words = hostile.says {
        let messages = said.map(\.0)
        #expect(messages.contains { $0.contains(words) }, "somebody says: \(words)")
      }
      if let words = hostile.line, let bytes {
        let lines = String(decoding: bytes, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false)
        let wanted = try #require(lines.firstIndex { $0.contains(words) }) + 1
        let places = said.filter { $0.1 == exercise.file }.compactMap(\.2)
        #expect(places.contains(wanted), "the learner's own line is told")
      }
      let benchPaths = said.compactMap(\.1).filter { $0.contains(".build") || $0.hasPrefix("/") }
      #expect(benchPaths.isEmpty, "paths are the learner's own")
    }
  }
}
