@testable import GraderKit

/// Judging a recorded run.
enum RecordedRun {
  /// The outcome for a suite that has these tests.
  static func judge(
    _ stream: String, _ ending: ChildProcess.Ending, output: String = "", tests: String...
  ) -> Outcome {
    let inventory = tests.map { SuiteSource.Test(name: $0, reference: nil, line: 1, assertions: 1) }
    let run = SuiteRun(records: StreamRecord.decode(Array(stream.utf8)), ending: ending, output: output)
    return Judge.judge(run, inventory: inventory)
  }

  /// The stream without the lines that hold these words.
  static func stream(_ stream: String, without words: String) -> String {
    stream.split(separator: "\n").filter { !$0.contains(words) }.joined(separator: "\n")
  }

  /// The stream with each line that holds these words written twice.
  static func stream(_ stream: String, doubling words: String) -> String {
    stream.split(separator: "\n").flatMap { $0.contains(words) ? [$0, $0] : [$0] }.joined(separator: "\n")
  }
}
