import GraderKit
import JudgeKit
import SystemKit

/// Marks as Exercism's test runners write them, version 3: each test of the suites, in their order.
enum ExercismFormat {
  private struct Results: Encodable {
    var version = 3
    var status: String
    var message: String?
    var tests: [Test]?
  }

  private struct Test: Encodable {
    var name: String
    var status: String
    var message: String?
    var output: String?
    /// The exercise's place among those that were judged, from 1.
    var taskId: Int

    enum CodingKeys: String, CodingKey {
      case name, status, message, output
      case taskId = "task_id"
    }
  }

  /// Characters that a message and an output may have.
  private static let mostMessage = 65_535
  private static let mostOutput = 500
  /// Bytes of all messages: the file may have half a million.
  private static let mostMessages = 200_000

  static func text(_ grade: GradeReport) -> String {
    let parts = grade.report.exercises
    let hasRun = parts.contains { $0.tests.contains { $0.verdict != .notRun } }
    guard hasRun else {
      let message =
        grade.refused.map { "The submission was refused: \($0)" }
        ?? parts.map { GradeFormat.details($0, of: grade) }.joined(separator: "\n\n")
      return JSON.text(Results(status: "error", message: message.printable.cut(toBytes: mostMessage))) + "\n"
    }
    let count = parts.reduce(0) { $0 + max(1, $1.tests.count) }
    let each = min(mostMessage, mostMessages / max(1, count))
    let tests = parts.enumerated().flatMap { place, part in
      Self.tests(of: part, in: grade, task: place + 1, isAlone: parts.count == 1, most: each)
    }
    return JSON.text(Results(status: grade.report.isSolved ? "pass" : "fail", tests: tests)) + "\n"
  }

  private static func tests(
    of part: Report.ExercisePart, in grade: GradeReport, task: Int, isAlone: Bool, most: Int
  ) -> [Test] {
    let label = isAlone ? "" : "\(part.id) \(part.name): "
    guard !part.tests.isEmpty else {
      let isSolved = part.verdict == .solved
      let status = isSolved ? "pass" : part.verdict == .notStarted ? "fail" : "error"
      return [
        Test(
          name: label + part.verdict.words, status: status,
          message: isSolved ? nil : GradeFormat.details(part, of: grade).cut(toBytes: most), taskId: task)
      ]
    }
    return part.tests.map { test in
      let status = test.verdict == .passed ? "pass" : test.verdict == .failed ? "fail" : "error"
      let words = test.issues.map(\.words).joined(separator: "\n")
      return Test(
        name: label + test.name, status: status,
        // Cut before, for it may be long, and after, for a mark in a control character's place is longer than that.
        message: status == "pass"
          ? nil
          : (words.isEmpty ? test.verdict.rawValue : words).cut(toBytes: most).printable.cut(toBytes: most),
        // Nobody knows which test printed it.
        output: test.number == 1 ? part.output?.printable.cut(toBytes: mostOutput) : nil, taskId: task)
    }
  }
}

extension TestIssue {
  /// What went wrong, in a line or two.
  fileprivate var words: String {
    guard let failure else { return message }
    return
      "\(failure.call) of \(failure.input): expected \(failure.expected), got \(failure.actual)\n\(failure.rule)"
  }
}
