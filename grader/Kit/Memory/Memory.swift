import Foundation

/// What the grader remembers between runs: the last verdicts, and how many hints were read.
///
/// One small JSON file under `.workbook`, ignored by git. Damaged or from a newer grader, it is set aside with a word, and
/// nothing else is lost.
struct Memory: Codable, Equatable, Sendable {
  static let version = 1

  /// A verdict, and what it was spoken over.
  struct Verdict: Codable, Equatable, Sendable {
    var verdict: ExerciseVerdict
    var passed: Int
    var tests: Int
    /// All that the verdict depends on: where it has changed, the verdict is stale.
    var evidence: String
  }

  var version = Memory.version
  /// By the exercise's path.
  var verdicts: [String: Verdict] = [:]
  /// By the exercise's path: how many rungs of the ladder were read.
  var hints: [String: Int] = [:]
}
