import JudgeKit

/// What a report says of an exercise: the verdict it was judged with, or that it has no current one.
///
/// A judging always ends in a verdict, so `notJudged` is a case of the report and not of `ExerciseVerdict`.
package enum ExerciseStatus: Hashable, Sendable {
  case judged(ExerciseVerdict)
  /// Written, and never judged or changed since.
  case notJudged

  package static let solved = judged(.solved)
  package static let failing = judged(.failing)
  package static let crashed = judged(.crashed)
  package static let hung = judged(.hung)
  package static let doesNotCompile = judged(.doesNotCompile)
  package static let notStarted = judged(.notStarted)
}

/// In JSON it is one word: the verdict's, or `notJudged`.
extension ExerciseStatus: Codable, RawRepresentable {
  private static let notJudgedWord = "notJudged"

  package init?(rawValue: String) {
    if rawValue == Self.notJudgedWord {
      self = .notJudged
    } else if let verdict = ExerciseVerdict(rawValue: rawValue) {
      self = .judged(verdict)
    } else {
      return nil
    }
  }

  package var rawValue: String {
    switch self {
    case .judged(let verdict): verdict.rawValue
    case .notJudged: Self.notJudgedWord
    }
  }
}
