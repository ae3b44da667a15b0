import Testing

@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// The verdict on an exercise does not depend on what else is asked for.
@Suite struct MixtureTests {
  private let world = ImaginedChapter(count: 5)
  private static let helpers: [[Behaviour]] = [[.broken], [.lending], [.lending, .broken]]

  private func judge(_ sources: ChapterSources) -> ChapterJudge {
    ChapterJudge(sources: sources, builder: ImaginedCompiler(), suites: SuiteJudge(runner: ImaginedRunner()))
  }

  /// A verdict with all that a report shows of it, but for advice.
  private func described(_ judgement: Judgement?, withEvidence: Bool = true) -> String {
    guard let judgement else { return "none" }
    let tests = judgement.tests.map {
      "\($0.source.name) \($0.outcome.verdict) \($0.outcome.issues.map(\.message))"
    }
    let errors = judgement.diagnostics.filter { $0.severity == .error }.map {
      "\($0.file ?? ""): \($0.message)"
    }
    return "\(judgement.verdict) \(withEvidence ? "\(judgement.evidence)" : "") \(tests) \(errors)"
  }

  // Each mixture holds five answers and up to two helper files.
  @Test func `ten thousand mixtures are judged together as each exercise is alone, in any order`() throws {
    var random = TestRandom(seed: 2026)
    for number in 0..<10_000 {
      let answers = world.exercises.map { _ in Behaviour.submissions.randomElement(using: &random)! }
      let helpers = number % 4 == 0 ? Self.helpers.randomElement(using: &random)! : []
      let sources = world.sources(answers, helpers: helpers)
      let asked = world.exercises.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random))
      let together = try judge(sources).judge(Array(asked))
      for exercise in asked {
        let alone = try judge(sources).judge([exercise])
        #expect(
          described(together[exercise]) == described(alone[exercise]),
          "\(number): \(exercise.id) of \(answers) with \(helpers), asked for \(asked.map(\.number))")
      }
    }
  }

  // Where no verdict is kept beside its files, whether each compiles alone is not asked.
  @Test func `what passes among the learner's own files has the same verdict without being asked alone`()
    throws
  {
    var random = TestRandom(seed: 2027)
    for number in 0..<10_000 {
      let answers = world.exercises.map { _ in Behaviour.submissions.randomElement(using: &random)! }
      let helpers = number % 4 == 0 ? Self.helpers.randomElement(using: &random)! : []
      let sources = world.sources(answers, helpers: helpers)
      var quick = judge(sources)
      quick.asksAlone = false
      quick.width = 1 + number % 3
      let (asked, unasked) = (try judge(sources).judge(world.exercises), try quick.judge(world.exercises))
      for exercise in world.exercises {
        #expect(
          described(unasked[exercise], withEvidence: false)
            == described(asked[exercise], withEvidence: false),
          "\(number): \(exercise.id) of \(answers) with \(helpers)")
      }
    }
  }

  // Every answer meets every neighbour before and after it.
  @Test func `a neighbour never changes a verdict, but by what it lends`() throws {
    let target = world.exercises[2]
    for own in Behaviour.submissions where !own.borrows {
      let expected = try judge(world.sources([.stub, .stub, own, .stub, .stub])).judge([target])
      for before in Behaviour.submissions {
        for after in Behaviour.submissions {
          let answers: [Behaviour] = [.solution, before, own, after, .mistake]
          let judged = try judge(world.sources(answers)).judge(world.exercises)
          #expect(judged[target]?.verdict == expected[target]?.verdict, "\(answers)")
        }
      }
    }
  }

  @Test func `each answer has the verdict that is meant`() throws {
    let meant: [(Behaviour, ExerciseVerdict)] = [
      (.solution, .solved), (.stub, .notStarted), (.mistake, .failing), (.subtle, .solved),
      (.compensating, .failing),
      (.crashing, .crashed), (.hanging, .hung), (.broken, .doesNotCompile), (.renamed, .doesNotCompile),
      (.lending, .solved), (.borrowing, .doesNotCompile),
    ]
    for (own, verdict) in meant {
      let judged = try judge(world.sources([.stub, own, .stub, .stub, .stub])).judge([world.exercises[1]])
      #expect(judged[world.exercises[1]]?.verdict == verdict, "\(own)")
    }
  }

  @Test func `what is used of a neighbour's is found, and a wrong neighbour makes room for its reference`()
    throws
  {
    let target = world.exercises[3]
    for (answers, verdict) in [
      ([.lending, .stub, .stub, .borrowing, .stub], ExerciseVerdict.solved),
      ([.lending, .stub, .mistake, .borrowing, .stub], .solved),
      ([.lending, .stub, .stub, .borrowingMistake, .stub], .failing),
      ([.lending, .broken, .stub, .borrowing, .broken], .solved),
      ([.mistake, .stub, .stub, .borrowing, .stub], .doesNotCompile),
    ] as [([Behaviour], ExerciseVerdict)] {
      #expect(try judge(world.sources(answers)).judge([target])[target]?.verdict == verdict, "\(answers)")
    }
  }

  @Test func `a solved exercise that fails with the learner's own neighbour names it`() throws {
    let answers: [Behaviour] = [.solution, .subtle, .solution, .solution, .stub]
    let judged = try judge(world.sources(answers)).judge(world.exercises)
    let advice = judged[world.exercises[2]]?.diagnostics ?? []
    #expect(judged[world.exercises[2]]?.verdict == .solved)
    #expect(
      advice.map(\.message) == ["1.3 is solved, but fails when it uses your own 1.2: look at 1.2 again"])
    #expect(advice.map(\.file) == [world.exercises[1].file])
  }

  @Test func `what the course itself does not build is nobody's fault`() throws {
    final class BrokenCourse: Building {
      func build(_ recipe: Recipe) throws -> BuildOutcome {
        let error = Diagnostic(
          message: "no such module 'Testing'", file: "Tests/01-Imagined/01-E1Tests.swift", line: 4)
        return .rejected(Rejection(diagnostics: [error], lastError: "error: no"))
      }
      func compiles(_ exercise: Exercise, in recipe: Recipe) throws -> Bool { true }
    }
    let judge = ChapterJudge(
      sources: world.sources([.solution, .stub, .stub, .stub, .stub]), builder: BrokenCourse(),
      suites: SuiteJudge(runner: ImaginedRunner()))
    let trouble = #expect(throws: GraderError.self) { try judge.judge([world.exercises[0]]) }
    #expect(
      "\(trouble.map { "\($0)" } ?? "")".contains(
        "Tests/01-Imagined/01-E1Tests.swift:4: no such module 'Testing'"))
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
