import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit

/// Tried in batches, exercises show what they show alone, whatever their neighbours do to them.
@Suite struct BatchedTrialsTests {
  /// Five exercises of one chapter and one of another.
  private static let exercises: [Exercise] = {
    let other = Chapter(folder: "05-LoadBalancing")!
    return (1...5).map { Exercise(chapter: SampleExercise.chapter, number: $0, name: "Sum\($0)") }
      + [Exercise(chapter: other, number: 1, name: "Turn")]
  }()

  private static func sample(_ exercise: Exercise) -> SampleExercise {
    SampleExercise(exercise: exercise, suite: SampleExercise.suite, course: exercises)
  }

  /// Answers alone as scripted, and together so, too, but for the exercises that their neighbours disturb.
  private final class Course {
    var tryouts: [Exercise: ScriptedTryout] = [:]
    var samples: [Exercise: SampleExercise] = [:]
    var disturbed: (Exercise, Int) -> Bool = { _, _ in false }
    /// What is judged of a disturbed exercise: `nil` is an exercise whose round did not compile.
    var wrong: [Recorded.Failure]?
    private(set) var rounds = 0
    private(set) var alone = 0

    init() {
      for exercise in exercises {
        let sample = BatchedTrialsTests.sample(exercise)
        samples[exercise] = sample
        tryouts[exercise] = ScriptedTryout(sample)
      }
    }

    func judge(_ entry: BatchedTrials.Entry) throws -> Judgement {
      try tryouts[entry.owner]!.judge(entry.owner, text: entry.item.text, patience: entry.item.patience)
    }

    func together(_ rounds: [[BatchedTrials.Entry]]) throws -> [[Exercise: Judgement]] {
      try rounds.map { round in
        self.rounds += 1
        var answer: [Exercise: Judgement] = [:]
        for entry in round {
          guard disturbed(entry.owner, self.rounds) else {
            answer[entry.owner] = try judge(entry)
            continue
          }
          answer[entry.owner] = wrong.map { tryouts[entry.owner]!.judgement($0) }
        }
        return answer
      }
    }

    var parts: [ExerciseParts] { exercises.map { samples[$0]!.parts } }

    func findings() throws -> [Finding] {
      rounds = 0
      alone = 0
      let trials = BatchedTrials(
        together: together,
        alone: { entries in
          try entries.map {
            self.alone += 1
            return try self.judge($0)
          }
        })
      return try trials.run(parts).flatMap(RuleBook.trial.findings)
    }

    func findingsAlone() throws -> [Finding] {
      try parts.flatMap { parts in
        try Trial.run(parts, on: tryouts[parts.exercise]!).map(RuleBook.trial.findings) ?? []
      }
    }
  }

  @Test func `where nothing is wrong there are as many rounds as one exercise has items`() throws {
    let course = Course()
    #expect(try course.findings() == [])
    // The solution, the stub, an alternative and three mistakes.
    #expect(course.rounds == 6)
    #expect(course.alone == 6, "the other chapter has one exercise, and no round to share")
  }

  @Test(arguments: 1...30) func `what neighbours disturb is tried alone, and the findings are the same`(
    seed: Int
  ) throws {
    let course = Course()
    let found = Self.exercises[seed % Self.exercises.count]
    let failures = [
      [], SampleExercise.failures(SampleExercise.mistakes[1]),
      [Recorded.Failure(test: SampleExercise.tests[0], verdict: .crashed, messages: [])],
    ][seed % 3]
    course.tryouts[found]?.answer(["a - b", "throw NotStarted()", "public func"][seed % 3], failures)
    let alone = try course.findingsAlone()
    #expect(!alone.isEmpty)
    // The first round holds the solutions: beside them are the same references as alone.
    course.disturbed = { $1 > 1 && ($0.number * 7 + $1 * 5 + seed) % 4 == 0 }
    for wrong in [nil, [], SampleExercise.failures(SampleExercise.mistakes[2])] as [[Recorded.Failure]?] {
      course.wrong = wrong
      #expect(try course.findings() == alone)
    }
  }

  @Test func `a disturbance that looks like what is expected is the only one that counts`() throws {
    let course = Course()
    course.disturbed = { _, _ in true }
    course.wrong = SampleExercise.failures(SampleExercise.mistakes[0])
    #expect(try course.findings() == [])
    // Of five exercises all but the one mistake that sounds so were tried alone, and all of the other chapter's.
    #expect(course.alone == 5 * 5 + 6)
  }

  @Test func `recording accepts nothing but what was judged alone`() throws {
    let course = Course()
    for exercise in Self.exercises { course.samples[exercise]?.isRecording = true }
    #expect(try course.findings() == [])
    #expect(course.alone == 5 * 3 + 6)
  }
}
