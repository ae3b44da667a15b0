import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit

extension MixedBuilds {
  /// Trying mistakes of several exercises in one program finds what trying each alone finds: with real compilers, and with
  /// mistakes, recordings and alternatives that are wrong in the ways that authors get them wrong.
  @Suite(.serialized) struct RoundsTests {
    private let book: TestWorkbook

    init() throws {
      book = try TestWorkbook(keeping: ["6.1", "6.2"])
    }

    /// What the rules find in the two exercises.
    private func findings(inRounds: Bool) throws -> [Finding] {
      let curriculum = try book.curriculum
      let session = Session(curriculum: curriculum, console: .silent())
      let reader = PartsReader(
        curriculum: curriculum,
        scope: AuditScope(course: curriculum.exercises, checked: Set(curriculum.exercises)))
      var trials = BatchedTrials(benches: BenchPool(session: session, activity: Activity(console: .silent())))
      trials.sharesRounds = inRounds
      return try trials.run(curriculum.exercises.map(reader.parts(of:)))
        .flatMap { RuleBook.trial.findings($0) }
    }

    /// Changes the exercise's mistakes one by one, each in another way.
    private func doctor(_ id: String) throws {
      let exercise = try book.exercise(id)
      var file = try Mistakes.read(exercise, book.workbook)
      try #require(file.mistakes.count >= 5)
      let tests = try SuiteSource(book.workbook.text(exercise.suiteFile)).tests.map(\.name)
      // The witness is another test; nothing is changed; it does not compile; the words are others.
      file.mistakes[0].caughtBy = [try #require(tests.first { !file.mistakes[0].caughtBy.contains($0) })]
      file.mistakes[1].replace = file.mistakes[1].find
      file.mistakes[2].replace = ["let broken: Int = \"one\""]
      try book.write(JSON.text(file), to: exercise.mistakes)
      let recorded = try book.workbook.text(exercise.recorded)
      try book.write(
        recorded.replacing(file.mistakes[3].name, with: "another name"), to: exercise.recorded)
    }

    @Test func `doctored mistakes of two exercises are found in rounds as they are alone`() throws {
      for id in ["6.1", "6.2"] { try doctor(id) }
      let alone = try findings(inRounds: false)
      #expect(try findings(inRounds: true) == alone)
      // Each of the four ways, in each exercise.
      for id in ["6.1", "6.2"] { #expect(alone.filter { $0.exercise == id }.count >= 4, "\(alone)") }
    }
  }
}
