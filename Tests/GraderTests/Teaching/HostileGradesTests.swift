import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

extension ClassBuilds {
  /// What attacks the grader through `run` as what a stranger handed in: in each sandbox that works here, with the rules for code and
  /// without them. It takes a quarter of an hour: `POSTROAD_SANDBOXES=all`.
  @Suite(.serialized, .enabled(if: Sandboxes.isThorough, "POSTROAD_SANDBOXES is not `all`"))
  struct HostileGradesTests {
    private let book = TestWorkbook.handedIn

    private static let files =
      (HostileFile.doNotCompile + HostileFile.crash + HostileFile.hang + HostileFile.neverSolved
        + HostileFile.harmless)

    @Test(arguments: Sandboxes.ways, files)
    func `a refused file is never solved, and any other has the verdict that it has for a learner`(
      way: Isolation, file: HostileFile
    ) throws {
      let (first, second) = (try book.exercise("1.1"), try book.exercise("1.2"))
      guard let bytes = file.bytes(try book.workbook.text(first.solution)) else { return }
      let folder = book.root + " attacks/eve"
      try? FileManager.default.removeItem(atPath: folder)
      try Files.write(bytes, to: "\(folder)/\(first.file)")
      try Files.write(
        Array(try book.workbook.text(second.solution).utf8), to: "\(folder)/\(second.file)")
      let run = book.grader("grade", folder, "--only", "1.1,1.2", "--isolation", way.rawValue, "--json")
      #expect([0, 1].contains(run.status), "\(run.errors)")
      let report = try JSONDecoder().decode(GradeReport.self, from: Data(run.output.utf8)).report
      let verdicts = Dictionary(uniqueKeysWithValues: report.exercises.map { ($0.id, $0.verdict) })
      let own = try #require(verdicts["1.1"])
      #expect([.judged(file.verdict), .judged(.refused)].contains(own), "\(own)")
      #expect(verdicts["1.2"] == .solved)
    }

    /// The rules keep most of these out. What the sandbox alone does has to be right, too.
    @Test(arguments: Sandboxes.ways)
    func `without the rules each file has the verdict that it has for a learner`(way: Isolation) throws {
      let exercise = try book.exercise("1.1")
      let solution = try book.workbook.text(exercise.solution)
      let session = Session(
        curriculum: try book.curriculum, console: Console(write: { _ in }, writeError: { _ in }, width: 80))
      let sandbox = try Sandbox(way, toolchain: Toolchain(), workbook: book.root)
      let activity = Activity(console: session.console)
      let bench = try GradeBench(session: session, activity: activity, sandbox: sandbox).workshop()
      for file in Self.files {
        // What is never compiled is the intake's, above.
        guard let bytes = file.bytes(solution),
          case .written = try Subject.submission(bytes, of: exercise, curriculum: session.curriculum),
          let text = String(validating: bytes, as: UTF8.self)
        else { continue }
        let judgement = try bench.judge(exercise, as: text)
        #expect(judgement.verdict == file.verdict, "\(file.name)")
      }
    }
  }
}
