import CurriculumKit
import SystemKit

/// A file of the workbook that was read once: its text, or why there is none.
struct CourseFile: Hashable, Sendable {
  enum Contents: Hashable, Sendable {
    /// With Unix line endings.
    case text(String)
    case absent
    /// It is there, and nothing can be said of what it holds.
    case unreadable(reason: String)
  }

  /// From the top of the workbook.
  let path: String
  let contents: Contents

  init(_ path: String, _ contents: Contents) {
    self.path = path
    self.contents = contents
  }

  /// Reads a file of the workbook.
  init(_ path: String, in workbook: Workbook) {
    self.path = path
    do {
      contents = try workbook.textIfPresent(path).map(Contents.text) ?? .absent
    } catch FileError.unreadable(_, let reason) {
      contents = .unreadable(reason: "cannot be read (\(reason))")
    } catch {
      contents = .unreadable(reason: "is not UTF-8 text")
    }
  }

  var text: String? {
    guard case .text(let text) = contents else { return nil }
    return text
  }

  /// The lines of its text; none where there is no text.
  var lines: [Substring] { text?.lines ?? [] }
}
