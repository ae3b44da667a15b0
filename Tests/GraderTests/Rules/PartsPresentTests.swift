import Testing

@testable import AuthoringKit

@Suite struct PartsPresentTests {
  private let exercise = SampleExercise.exercise

  @Test func `a part that is missing is named, with what to do`() {
    func said(_ sample: SampleExercise, _ path: String, _ remedy: String) {
      #expect(sample.findings(.partsPresent) == ["\(path) is missing: \(remedy)."])
    }
    said(SampleExercise(solution: nil), exercise.solution, "write the solution")
    said(SampleExercise(stub: nil), exercise.file, "cut it: swift run grader stubs 1.2")
    said(SampleExercise(suite: nil), exercise.suiteFile, "write the suite")
    said(SampleExercise(mistakes: nil), exercise.mistakes, "write down three mistakes or more")
    said(SampleExercise(page: nil), exercise.page, "write the page")
    said(SampleExercise(recorded: nil), exercise.recorded, "swift run grader check --record 1.2")
    said(
      SampleExercise(alternatives: []), "Tests/Alternatives/01-DNSMessages/02-Sum.swift",
      "write a right answer with another algorithm")
    #expect(SampleExercise().findings(.partsPresent) == [])
  }

  @Test func `what cannot be read is not called missing`() {
    for path in [exercise.solution, exercise.mistakes, exercise.recorded, exercise.alternative] {
      #expect(SampleExercise(unreadable: path).findings(.partsPresent) == ["\(path) cannot be read."])
    }
  }

  @Test func `what is to be recorded need not be there yet`() {
    #expect(SampleExercise(recorded: nil, isRecording: true).findings(.partsPresent) == [])
    #expect(SampleExercise(suite: nil, recorded: nil).findings(.partsPresent).count == 1)
  }
}
