@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

/// Judging a recorded run.
enum RecordedRun {
  /// The outcome for a suite that has these tests.
  static func judge(
    _ stream: String, _ ending: ChildProcess.Ending, errors: String = "", tests: String...
  ) -> Outcome {
    let inventory = tests.map { SuiteSource.Test(name: $0, reference: nil, line: 1, assertions: 1) }
    // A recorded stream is of a version that is known, or the test is about just that.
    let records = (try? StreamRecord.decode(Array(stream.utf8))) ?? []
    let run = RecordedCrash.run(errors, ending, records: records)
    return Judge.judge(run, inventory: inventory, paths: RecordedCrash.paths)
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
