import Foundation
import Testing

@testable import AuthoringKit
@testable import JudgeKit

/// The list of an exercise's equivalent mutants.
@Suite struct EquivalentsTests {
  private let exercise = SampleExercise.exercise
  private let mutants = MutantFinder.mutants(of: SmallSolution.written("return a < 1 || b < 1"))
  private let entry = Equivalents.Entry(
    operator: .comparisonMoved, line: "return a < 1 || b < 1", before: "<", after: "<=", ordinal: 2,
    reason: "b is never 1.")

  private func problems(_ entries: Equivalents.Entry...) -> [String] {
    Equivalents(equivalent: entries).problems(of: exercise, among: mutants).map(\.message)
  }

  @Test func `an entry is written so`() throws {
    let text = """
      {"equivalent": [{
        "operator": "comparisonMoved", "line": "return a < 1 || b < 1", "before": "<", "after": "<=",
        "ordinal": 2, "reason": "b is never 1."
      }]}
      """
    let read = try JSONDecoder().decode(Equivalents.self, from: Data(text.utf8))
    #expect(read == Equivalents(equivalent: [entry]))
    #expect(exercise.equivalents == "Tests/Mistakes/Equivalent/01-DNSMessages/02-Sum.json")
  }

  @Test func `an entry that names a mutant is right, and the first of several needs no number`() {
    var first = entry
    first.ordinal = nil
    #expect(problems(entry, first) == [])
  }

  @Test func `an entry that names no mutant, is there twice or gives no reason is named`() {
    let place = "comparisonMoved of `<` in `return a < 1 || b < 1`"
    var third = entry
    third.ordinal = 3
    #expect(
      problems(third) == [
        "\(place) names no mutant: the solution has changed. Remove it, or write its line and its words anew."
      ])
    #expect(problems(entry, entry) == ["\(place) is there twice: remove one."])
    var silent = entry
    silent.reason = " "
    #expect(problems(silent) == ["\(place) has no reason: write why nothing tells it from the solution."])
  }

  @Test func `an entry whose mutant is caught is named`() {
    let second = MutantPlace(mutants.filter { $0.kind == .comparisonMoved }[1])
    let caught = Equivalents(equivalent: [entry]).caught(of: exercise, killed: [second])
    #expect(
      caught.map(\.message) == [
        "comparisonMoved of `<` in `return a < 1 || b < 1` is caught by the suite, so it is not equivalent: remove it."
      ])
    #expect(caught.map(\.exercise) == ["1.2"])
    #expect(Equivalents(equivalent: [entry]).caught(of: exercise, killed: []) == [])
  }

  @Test func `an entry without an operator names all that begins on a line`() {
    let line = Equivalents.Entry(line: "return a < 1 || b < 1", reason: "Nothing gets here.")
    #expect(mutants.allSatisfy { line.names(MutantPlace($0)) })
    #expect(problems(line) == [])
    let gone = Equivalents.Entry(line: "return a", reason: "Nothing gets here.")
    #expect(problems(gone).map { $0.hasPrefix("`return a` names no mutant") } == [true])
    let caught = Equivalents(equivalent: [line]).caught(of: exercise, killed: [MutantPlace(mutants[0])])
    #expect(caught.count == 1)
  }
}
