import Testing

@testable import AuthoringKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// Tried in rounds, exercises show what they show alone, whatever their neighbours do to them.
@Suite struct BatchedTrialsTests {
  private let chapter = ScriptedChapter()

  @Test func `where nothing is wrong there are as many rounds as one exercise has items`() throws {
    #expect(try chapter.findings() == [])
    // The solution, the stub, an alternative and three mistakes.
    #expect(chapter.rounds.count == 6)
    #expect(chapter.alone.isEmpty)
  }

  @Test(arguments: 1...30) func `what neighbours disturb is tried alone, and the findings are the same`(
    seed: Int
  ) throws {
    let exercises = ScriptedChapter.exercises
    let failures = [
      [], SampleExercise.failures(SampleExercise.mistakes[1]),
      [Recorded.Failure(test: SampleExercise.tests[0], verdict: .crashed, messages: [])],
    ][seed % 3]
    // A mistake, the stub, or every text of one exercise is not as it should be.
    chapter.tryouts[exercises[seed % exercises.count]]?.answer(
      ["a - b", "throw NotStarted()", "public func"][seed % 3], failures)
    let expected = try chapter.findingsOneByOne()
    #expect(!expected.isEmpty)
    chapter.disturbed = { ($0.number * 7 + $2 * 5 + seed) % 4 == 0 }
    for wrong in [nil, SampleExercise.failures(SampleExercise.mistakes[2])] as [[Recorded.Failure]?] {
      chapter.wrong = wrong
      #expect(try chapter.findings() == expected)
    }
  }

  @Test func `a disturbance that is word for word what is expected is the only one that counts`() throws {
    chapter.disturbed = { _, _, _ in true }
    chapter.wrong = SampleExercise.failures(SampleExercise.mistakes[0])
    #expect(try chapter.findings() == [])
    #expect(!chapter.alone.contains { $0.text.contains("let sum = a - b") })
  }

  @Test func `passes go up the chain of calls, and little is left to try alone`() throws {
    // Each exercise calls the one before it, and notices every mistake there.
    chapter.disturbed = { exercise, texts, _ in
      texts.contains { $0.key.number + 1 == exercise.number && $0.value.contains(/a - b|sum = a\n|sum \+ 1/) }
    }
    #expect(try chapter.findings() == [])
    // Of fifteen mistakes: the last of each exercise and all of the fifth have no company.
    #expect(chapter.alone.count == 7)
    // Of right answers three rounds, and for each exercise that calls another two of mistakes.
    #expect(chapter.rounds.count == 3 + 4 * 2)
  }

  @Test func `no right answer shares a round with a mistake`() throws {
    let other = SampleExercise.solution.replacing("let sum = a + b", with: "let sum = b + a")
    chapter.samples[ScriptedChapter.exercises[0]]?.alternatives = [other, other, other]
    chapter.samples[ScriptedChapter.exercises[1]]?.alternatives = [other, other]
    #expect(try chapter.findings() == [])
    let isMistake = { (text: String) in text.contains(/a - b|sum = a\n|sum \+ 1/) }
    for texts in chapter.rounds.map(\.values) {
      #expect(texts.allSatisfy(isMistake) || !texts.contains(where: isMistake))
    }
    // The third has no company.
    #expect(chapter.alone.map(\.text) == [other])
  }

  @Test func `what ends the suite, or is not recorded, is tried alone`() throws {
    var mistakes = SampleExercise.mistakes
    mistakes[0].ends = .crashed
    var recorded = SampleExercise.recorded
    recorded.answers.removeLast()
    let first = ScriptedChapter.exercises[0]
    chapter.samples[first]?.mistakes = JSON.text(Mistakes(mistakes: mistakes))
    chapter.samples[first]?.recorded = JSON.text(recorded)
    _ = try chapter.findings()
    #expect(chapter.alone.map(\.exercise) == [first, first])
    #expect(chapter.alone.first?.text.contains("a - b") == true, "what takes long comes first")
    #expect(chapter.alone.last?.text.contains("sum + 1") == true)
  }

  @Test func `what is recorded was said alone, or is recorded already`() throws {
    for exercise in ScriptedChapter.exercises { chapter.samples[exercise]?.isRecording = true }
    let first = ScriptedChapter.exercises[0]
    let new = SampleExercise.failures(SampleExercise.mistakes[1])
    chapter.tryouts[first]?.answer("a - b", new)
    chapter.disturbed = { exercise, texts, _ in exercise == first && texts[first]!.contains("a - b") }
    chapter.wrong = SampleExercise.failures(SampleExercise.mistakes[2])
    let recorded = try chapter.trials().map(\.recording)
    var expected = SampleExercise.recorded
    expected.answers[0].failures = new
    #expect(recorded == [expected] + Array(repeating: SampleExercise.recorded, count: 4))
    #expect(chapter.alone.map(\.exercise) == [first])
  }

  @Test func `an exercise that is disturbed too often is left out of the rounds that follow`() throws {
    let last = ScriptedChapter.exercises[4]
    chapter.disturbed = { exercise, texts, _ in exercise == last && texts.count > 1 }
    #expect(try chapter.findings() == [])
    // The solution, the stub, the alternative, and two mistakes, of which more than a third was disturbed then.
    #expect(chapter.rounds.count { $0.keys.contains(last) } == 5)
    #expect(chapter.alone.map(\.exercise) == Array(repeating: last, count: 6))
  }
}
