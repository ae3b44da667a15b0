import CurriculumKit

/// What an audit looks at, and the course around it.
struct AuditScope: Sendable {
  /// Every exercise of the course, in the order of the book.
  let course: [Exercise]
  /// The exercises that are checked.
  let checked: Set<Exercise>
  /// Whether the suites' answers are written to the recorded files instead of compared with them.
  var isRecording = false
}
