import CurriculumKit
import SystemKit

/// `grader run 1.1 --test 3`: one test of an exercise alone. It is no verdict on the exercise, and none is remembered.
struct SingleTest {
  let exercise: Exercise
  let subject: Subject
  let session: Session

  func run(_ wanted: String, asJSON: Bool) throws -> Int32 {
    let tests = try session.curriculum.suite(of: exercise).tests
    let test = try Self.find(wanted, among: tests, of: exercise)
    let judgement = try session.judge(exercise, of: subject, onlyTest: test.name)
    var report = session.report([exercise: judgement], of: subject, diagnosing: false)
    let hasPassed = report.keep(onlyTest: test.name)
    if asJSON {
      session.console.line(JSON.text(report))
    } else {
      session.console.line(RunView(report, session).text)
      session.console.line("")
      session.tell("All tests of \(exercise.id):", command: "swift run grader run \(exercise.id)")
    }
    return hasPassed ? ExitStatus.success : ExitStatus.unsolved
  }

  /// The test of this number, of this name, or the only one with these words in its name.
  static func find(_ wanted: String, among tests: [SuiteSource.Test], of exercise: Exercise)
    throws(UsageError)
    -> SuiteSource.Test
  {
    if let number = Int(wanted) {
      guard tests.indices.contains(number - 1) else {
        throw .noSuchTest(wanted, exercise: exercise, tests: tests.count, meant: [])
      }
      return tests[number - 1]
    }
    let words = wanted.lowercased()
    if let exact = tests.first(where: { $0.name.lowercased() == words }) { return exact }
    let holding = tests.filter { $0.name.lowercased().contains(words) }
    guard holding.count == 1 else {
      throw .noSuchTest(
        wanted, exercise: exercise, tests: tests.count, meant: holding.prefix(3).map(\.name))
    }
    return holding[0]
  }
}

extension Report {
  /// Leaves one test in the report, and no verdict but that of a failure: a test that passes alone solves nothing. Returns
  /// whether it passed.
  mutating func keep(onlyTest name: String) -> Bool {
    var hasPassed = false
    for c in chapters.indices {
      for e in chapters[c].exercises.indices {
        chapters[c].exercises[e].tests.removeAll { $0.name != name }
        let part = chapters[c].exercises[e]
        guard part.tests.first?.verdict == .passed else { continue }
        hasPassed = true
        // A failure of the process itself is a verdict though the test passed.
        if part.diagnostics.allSatisfy({ $0.severity != .error }) {
          chapters[c].exercises[e].verdict = .notJudged
        }
      }
      chapters[c].solved = 0
    }
    solved = 0
    return hasPassed
  }
}
