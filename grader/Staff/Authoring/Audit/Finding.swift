import CurriculumKit

/// Something that an author has to mend.
struct Finding: Codable, Hashable, Sendable {
  /// `1.1`, the number of a chapter where no exercise can be named, or `course`.
  var exercise: String
  /// The rule that found it.
  var rule: String
  /// Names the file and what to do.
  var message: String

  /// The place of what concerns the whole course.
  static let course = "course"
}

/// What a rule found, before it is known which rule it was.
struct Problem: Hashable, Sendable {
  var message: String
  /// The exercise to name, where it is not the one that the rule was applied to.
  var exercise: Exercise?
}
