import Testing

@testable import AuthoringKit

@Suite struct ImportsAllowedTests {
  @Test(arguments: ["import Foundation", "@preconcurrency import Dispatch", "import struct Foundation.Data"])
  func `another import than PostRoad is reported in a solution and in an alternative`(line: String) {
    let exercise = SampleExercise.exercise
    let text = "import PostRoad\n\(line)\n"
    let solution = SampleExercise(solution: text).findings(.importsAllowed)
    #expect(solution.count == 1)
    #expect(solution.first?.hasPrefix("\(exercise.solution):2: imports ") == true)
    let alternative = SampleExercise(alternatives: [SampleExercise.solution, text]).findings(.importsAllowed)
    #expect(alternative.count == 1)
    #expect(alternative.first?.hasPrefix("\(exercise.alternative):2: imports ") == true)
  }

  @Test func `PostRoad, and an import in a comment, are left alone`() {
    #expect(SampleExercise().findings(.importsAllowed) == [])
    #expect(
      SampleExercise(solution: "import PostRoad\n// import Foundation\n").findings(.importsAllowed) == [])
  }
}
