import Testing

@testable import AuthoringKit
@testable import JudgeKit
@testable import SystemKit

/// What `check --record` writes down.
@Suite struct RecordingTests {
  private func recording(_ sample: SampleExercise, _ change: (ScriptedTryout) -> Void = { _ in }) throws
    -> Recorded?
  {
    let tryout = ScriptedTryout(sample)
    change(tryout)
    return try Trial.run(sample.parts, on: tryout)?.recording
  }

  @Test func `what the suite says to each mistake, and nothing is found`() throws {
    let sample = SampleExercise(recorded: nil, isRecording: true)
    #expect(try recording(sample) == SampleExercise.recorded)
    #expect(try sample.trialFindings() == [])
  }

  @Test func `a mistake that does not compile keeps its words, and so does one that is not tried`() throws {
    let sample = SampleExercise(isRecording: true)
    #expect(try recording(sample) { $0.answer("a - b", .doesNotCompile([])) } == SampleExercise.recorded)

    var mistakes = SampleExercise.mistakes
    mistakes[2].find = ["a bicycle"]
    let untried = SampleExercise(mistakes: JSON.text(Mistakes(mistakes: mistakes)), isRecording: true)
    #expect(try recording(untried) == SampleExercise.recorded)
  }

  @Test func `a mistake that is gone from its file loses its words`() throws {
    let few = Array(SampleExercise.mistakes.prefix(2))
    let sample = SampleExercise(mistakes: JSON.text(Mistakes(mistakes: few)), isRecording: true)
    #expect(try recording(sample)?.answers.map(\.mistake) == few.map(\.name))
  }

  @Test func `nothing where the mistakes cannot be read, or the recorded file cannot`() throws {
    #expect(try recording(SampleExercise(mistakes: "{", isRecording: true)) == nil)
    let path = SampleExercise.exercise.recorded
    #expect(try recording(SampleExercise(isRecording: true, unreadable: path)) == nil)
  }

  @Test func `a page that is missing keeps nothing from being tried`() throws {
    #expect(try recording(SampleExercise(page: nil, alternatives: [])) == SampleExercise.recorded)
    #expect(try Trial.run(SampleExercise(suite: nil).parts, on: ScriptedTryout()) == nil)
    #expect(try Trial.run(SampleExercise(solution: nil).parts, on: ScriptedTryout()) == nil)
  }
}
