import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit

extension MixedBuilds {
  /// As `MixtureTests`, with real compilers: sixty mixtures over all chapters.
  @Suite(.serialized) struct MixedAnswersTests {
    private static let mixtures = 60
    private let book: TestWorkbook

    init() throws {
      book = try TestWorkbook(keeping: Set((1...7).flatMap { ["\($0).1", "\($0).2"] }))
    }

    /// Answers that people could give, by name.
    private func answers(to exercise: Exercise) throws -> [(name: String, text: String)] {
      let solution = try book.workbook.text(exercise.solution)
      let mistakes = try Mistakes.read(exercise, book.workbook).mistakes.filter { $0.ends == nil }.prefix(1)
      return [
        ("stub", try book.curriculum.stub(of: exercise)), ("solution", solution),
        ("solution with a helper", solution + "\nfunc helper(_ x: Int) -> Int { x }\n"),
        ("broken", solution + "\nlet broken: Int = \"one\"\n"),
      ] + mistakes.compactMap { mistake in mistake.applied(to: solution).map { (mistake.name, $0) } }
    }

    @Test func `sixty mixtures are judged together as each exercise is alone`() throws {
      let curriculum = try book.curriculum
      try #require(curriculum.chapters.count == 7 && curriculum.exercises.count == 14)
      let session = Session(curriculum: curriculum, console: .silent())
      let workshop = try JudgingContext(session, activity: Activity(console: session.console))
      var random = TestRandom(seed: 9)
      var alone: [String: String] = [:]
      for number in 0..<Self.mixtures {
        let chapter = curriculum.chapters[number % curriculum.chapters.count]
        let exercises = curriculum.exercises(of: chapter)
        var names: [Exercise: String] = [:]
        for exercise in exercises {
          let answer = try #require(try answers(to: exercise).randomElement(using: &random))
          try book.write(answer.text, to: exercise.file)
          names[exercise] = answer.name
        }
        let sources = try ChapterSources(chapter, subject: .exercises(curriculum), curriculum: curriculum)
        let together = try workshop.judge(exercises.shuffled(using: &random), from: sources)
        for exercise in exercises {
          let key = "\(exercise.id) \(names[exercise] ?? "")"
          if alone[key] == nil {
            alone[key] = Self.described(try workshop.judge([exercise], from: sources)[exercise])
          }
          #expect(
            Self.described(together[exercise]) == alone[key], "\(number): \(key) of \(names.values.sorted())")
        }
      }
    }

    private static func described(_ judgement: Judgement?) -> String {
      guard let judgement else { return "none" }
      let tests = judgement.tests.map { "\($0.source.name) \($0.outcome)" }
      return "\(judgement.verdict) \(tests) \(judgement.diagnostics.filter { $0.severity == .error })"
    }
  }
}
