import CurriculumKit
import Foundation
import JudgeKit

/// What the grader remembers between runs: the last verdicts, and how many hints were read.
///
/// One small JSON file under `.workbook`, ignored by git. Damaged or from a newer grader, it is set aside with a word, and
/// nothing else is lost.
struct LearnerState: Codable, Equatable, Sendable {
  static let version = 1

  /// A verdict and the digest of the inputs it was computed from.
  struct Verdict: Codable, Equatable, Sendable {
    var verdict: ExerciseVerdict
    var passed: Int
    var tests: Int
    /// All that the verdict depends on: where it has changed, the verdict is stale.
    var evidence: String
  }

  var version = LearnerState.version
  /// By the exercise's name, which is unique in the book and stays when the exercise is renumbered.
  var verdicts: [String: Verdict] = [:]
  /// The name of the exercise that was judged last.
  var last: String?
  /// By the exercise's name: how many hints were read.
  var hints: [String: Int] = [:]
}

extension LearnerState {
  /// The same with names as keys and no count below zero. Earlier graders used paths as keys: `01-DNSMessages/01-Header`.
  var keyedByName: LearnerState {
    var memory = self
    memory.verdicts = Self.keyedByName(verdicts) { newer, _ in newer }
    memory.hints = Self.keyedByName(hints, uniquing: max).mapValues { max(0, $0) }
    return memory
  }

  /// An entry with a name is newer than one with a path.
  private static func keyedByName<Value>(
    _ entries: [String: Value], uniquing combine: (Value, Value) -> Value
  ) -> [String: Value] {
    let names = entries.filter { !$0.key.contains("/") }
    let paths = entries.filter { $0.key.contains("/") }.sorted { $0.key < $1.key }
    return names.merging(paths.map { (name(ofPath: $0.key), $0.value) }, uniquingKeysWith: combine)
  }

  private static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.flatMap { Chapter.numbered(String($0))?.name } ?? path
  }
}
