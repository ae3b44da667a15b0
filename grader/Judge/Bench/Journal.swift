import CurriculumKit
import SystemKit

/// Says on disk whether a chapter of a workspace is between two states: a grader may be killed at any moment.
package struct Journal {
  private let file: String

  package init(folder: String, chapter: Chapter) { file = "\(folder)/open/\(chapter.folder)" }

  /// Whether a build was begun that never came to its end.
  package var isOpen: Bool { get throws { try Files.exists(file) } }

  package func open() throws { if try !isOpen { try Files.write([], to: file) } }
  package func close() throws { try Files.remove(file) }
}
