import Testing

@testable import AuthoringKit
@testable import SystemKit

@Suite struct EquivalentsCurrentTests {
  private let path = SampleExercise.exercise.equivalents

  private func list(_ line: String) -> String {
    JSON.text(
      Equivalents(equivalent: [
        Equivalents.Entry(
          operator: .plusMinus, line: line, before: "+", after: "-", ordinal: nil, reason: "b is 0.")
      ]))
  }

  @Test func `a list that names mutants of the solution is right, and so is none`() {
    #expect(SampleExercise().findings(.equivalentsCurrent) == [])
    #expect(
      SampleExercise(equivalents: list("let sum = a + b")).findings(.equivalentsCurrent) == [])
  }

  @Test func `an entry for a line that is gone is found without a build`() {
    #expect(
      SampleExercise(equivalents: list("return a + b")).findings(.equivalentsCurrent) == [
        "\(path): plusMinus of `+` in `return a + b` names no mutant: the solution has changed. Remove it, or write its line and its words anew."
      ])
  }

  @Test func `a list that is damaged or cannot be read is named`() {
    let unknown = list("let sum = a + b").replacing("plusMinus", with: "plus")
    let said = SampleExercise(equivalents: unknown).findings(.equivalentsCurrent)
    #expect(said.count == 1 && said[0].hasPrefix("\(path) is damaged: "))
    #expect(SampleExercise(unreadable: path).findings(.equivalentsCurrent) == ["\(path) cannot be read."])
  }
}
