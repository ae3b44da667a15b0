import Foundation
import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

/// Mutants are tried in few programs, and each comes to what it comes to alone.
@Suite struct MutantAuditTests {
  private let exercise = SampleExercise.exercise
  private let bench = ScriptedMutantBench()
  /// Its mutants: the guards swapped, each dropped, both payloads, both comparisons, four numbers, the sign; the start value twice.
  private let solution = """
    // <declare>
    private let start = 7
    // </declare>
    public func sum(_ a: Int, _ b: Int) throws -> Int {
      // <write>
      // 1. Refuse.
      guard a > 10 else { throw Bad.a(a) }
      guard b < 20 else { throw Bad.b(b) }
      // 2. Add.
      return a + b
      // </write>
    }

    """

  private func report(_ entries: [Equivalents.Entry] = [], limit: Int? = nil) throws -> MutantReport {
    let subject = MutantAudit.Subject(
      exercise, solution: solution, Equivalents(equivalent: entries), limit: limit)
    return try MutantAudit().run([subject], on: OneMutantBench(bench: bench))
  }

  @Test func `all that is in function bodies is one program, and what is not has its own`() throws {
    let report = try report()
    #expect(report.killed == 14)
    #expect(report.survivors == [])
    #expect(report.score == 100 && report.isGood)
    // The solution and twelve mutants, then a start value of 8 and of 6.
    #expect(bench.rounds == [13, 1, 1])
    #expect(bench.texts[1].contains("start = 8") && !bench.texts[1].contains("switch"))
  }

  @Test func `a survivor is named with its place and its change`() throws {
    bench.unnoticed = ["return a - b", "start = 6"]
    let report = try report()
    #expect(
      report.survivors == [
        .init(
          exercise: "1.2", name: "Sum", file: exercise.solution, line: 2, operator: .valueChanged,
          before: "7", after: "6"),
        .init(
          exercise: "1.2", name: "Sum", file: exercise.solution, line: 10, operator: .plusMinus,
          before: "+", after: "-"),
      ])
    #expect(report.mutants == 14 && report.killed == 12 && report.survived == 2)
    #expect(report.score == 85.7 && !report.isGood)
  }

  @Test func `what does not compile is left out of the program, and does not count`() throws {
    bench.broken = ["throw Bad.a((a) &+ 1)", "throw Bad.a((a) + (a))", "return a - b", "start = 8"]
    let report = try report()
    #expect(report.uncompilable == 3)
    #expect(report.mutants == 11 && report.killed == 11)
    // The payload is tried in its second form before it is given up.
    #expect(bench.rounds == [13, 12, 11, 1, 1])
  }

  @Test func `a payload that only its second form compiles for is tried so`() throws {
    bench.broken = ["throw Bad.a((a) &+ 1)"]
    bench.unnoticed = ["throw Bad.a((a) + (a))"]
    let report = try report()
    #expect(report.uncompilable == 0)
    #expect(report.survivors.map(\.operator) == [.payloadChanged])
  }

  @Test func `where the compiler names no mutant those of the body are tried alone`() throws {
    bench.vague = (
      "switch chosenMutant", { lines in lines.firstIndex { $0.contains("</write>") }.map { $0 + 1 } }
    )
    bench.unnoticed = ["return a - b"]
    let report = try report()
    #expect(bench.rounds == [13] + Array(repeating: 1, count: 14))
    #expect(report.survivors.map(\.line) == [10])
    #expect(report.killed == 13)
  }

  @Test func `a suite that refuses the solution says nothing of mutants`() {
    bench.refusesSolution = true
    #expect(throws: GraderError.self) { try report() }
  }

  @Test func `an equivalent survivor does not count, and one that is caught is stale`() throws {
    let first = Equivalents.Entry(
      operator: .plusMinus, line: "return a + b", before: "+", after: "-", reason: "b is 0.")
    let second = Equivalents.Entry(
      operator: .comparisonMoved, line: "guard a > 10 else { throw Bad.a(a) }", before: ">", after: ">=",
      reason: "a is never 10.")
    bench.unnoticed = ["return a - b"]
    let one = try report([first])
    #expect(one.equivalent == 1 && one.survived == 0 && one.score == 100 && one.isGood)
    let both = try report([first, second])
    #expect(both.stale.map(\.file) == [exercise.equivalents])
    #expect(both.score == 100 && !both.isGood)
  }

  @Test func `a sample is always the same, and in the order of the text`() throws {
    let all = MutantFinder.mutants(of: solution)
    let sample = MutantAudit.Subject(exercise, solution: solution, Equivalents(equivalent: []), limit: 5)
    #expect(sample.chosen.count == 5)
    #expect(sample.chosen == all.filter(sample.chosen.contains))
    #expect(try report(limit: 5).mutants == 5)
    #expect(try report(limit: 500).mutants == all.count)
  }

  @Test func `the report in JSON has these keys, and nothing is rounded up`() throws {
    bench.unnoticed = ["return a - b"]
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(JSON.text(report()).utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "equivalent", "exercises", "killed", "mutants", "perExercise", "schema", "score", "stale",
        "survived", "survivors", "uncompilable",
      ])
    #expect(object["schema"] as? String == "postroad.mutants/1")
    let survivors = try #require(object["survivors"] as? [[String: Any]])
    #expect(
      survivors.first?.keys.sorted() == ["after", "before", "exercise", "file", "line", "name", "operator"])
    #expect(MutantReport.score(killed: 9699, survived: 301) == 96.9)
    #expect(MutantReport.score(killed: 0, survived: 0) == 100)
  }

  @Test func `what is printed names survivors and the score`() throws {
    bench.unnoticed = ["b <= 20"]
    let report = try report()
    let view = MutantView(style: Style(isColored: false), width: 80)
    #expect(view.text(report) == "1 exercise: 13 of 14 mutants killed, score 92.8 %.")
    let result = MutantAudit.Result(
      count: report.perExercise[0], survivors: report.survivors, stale: report.stale)
    #expect(
      view.text(result) == """
        ✗ 1.2 Sum · 13 of 14 mutants killed, score 92.8 %
            \(exercise.solution):8 comparisonMoved
              < → <=
        """)
  }

  @Test func `of several alike on one line the survivor is counted`() throws {
    let text = solution.replacing("a > 10 else", with: "a > 10, b > 10 else")
    let subject = MutantAudit.Subject(exercise, solution: text, Equivalents(equivalent: []))
    bench.unnoticed = ["b >= 10"]
    let report = try MutantAudit().run([subject], on: OneMutantBench(bench: bench))
    #expect(report.survivors.map(\.ordinal) == [2])
    let view = MutantView(style: Style(isColored: false), width: 80)
    let result = MutantAudit.Result(count: report.perExercise[0], survivors: report.survivors)
    #expect(view.text(result).contains(":7 comparisonMoved, ordinal 2\n"))
  }
}
