import CurriculumKit

/// A file as it is compiled: what it is called there, where it came from, and its content, read once.
package struct SourceFile: Hashable, Sendable {
  package enum Origin: String, Sendable {
    /// What is judged.
    case submission
    /// A further file of the learner's.
    case helper
    /// The solution that stands in for an exercise that is not judged.
    case reference
    /// The declarations of an exercise that nothing may call yet.
    case stub
    case suite
    /// An empty file in the place of a suite that was not asked for: the list of names stays the same.
    case blank
  }

  /// In the chapter's folder of the workspace: `01-Header.swift`.
  package let name: String
  /// From the top of the workbook: where a report says that it is.
  package let path: String
  package let origin: Origin
  package let content: Content
  /// Whose file it is; nil for a helper.
  package var exercise: Exercise?
}
