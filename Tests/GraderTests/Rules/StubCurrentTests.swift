import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import TeachingKit

@Suite struct StubCurrentTests {
  private let exercise = SampleExercise.exercise

  private func stub(_ change: (String) -> String) throws -> [String] {
    SampleExercise(stub: change(try StubCutter.cut(SampleExercise.solution))).findings(.stubCurrent)
  }

  @Test func `a stub that lost a TODO is reported, with the line`() throws {
    #expect(
      try stub { $0.replacing("  // TODO: 2. Return the sum.\n", with: "") } == [
        "\(exercise.file):6 is not what is cut out of \(exercise.solution): swift run grader stubs 1.2."
      ])
  }

  @Test func `a last line more or less, and a changed step, are reported`() throws {
    #expect(try stub { $0 + "\n" }.count == 1)
    #expect(try stub { $0.replacing("Add them", with: "Just add them") }.count == 1)
    #expect(try stub { $0 } == [])
  }

  @Test func `markers that cannot be cut along are reported with their line`() {
    let solution = SampleExercise.solution.replacing("  // </write>\n", with: "")
    #expect(
      SampleExercise(solution: solution).findings(.stubCurrent)
        == ["\(exercise.solution): the region of line 5 is never closed."])
  }

  @Test func `a step inside an inner block is reported`() {
    let solution = SampleExercise.solution.replacing("  // 2. Return", with: "    // 2. Return")
    let found = SampleExercise(solution: solution).findings(.stubCurrent)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(exercise.solution): the step in line 8 is not indented") == true)
  }
}
