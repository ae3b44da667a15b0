import CurriculumKit
import SystemKit

/// Notices saves in a chapter's folder by the files' names, sizes and times: an editor that writes by renaming is noticed too.
struct SaveWatch {
  private let folder: String
  private var seen: String

  init(_ exercise: Exercise, in workbook: Workbook) {
    folder = workbook.absolute("Exercises/\(exercise.chapter.folder)")
    seen = Self.look(folder)
  }

  /// Whether something was saved since the last time.
  mutating func hasChanged() -> Bool {
    let now = Self.look(folder)
    defer { seen = now }
    return now != seen
  }

  private static func look(_ folder: String) -> String {
    do {
      return try Files.names(in: folder).filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") }
        .map { "\($0) \(FileStatus.stamp(folder + "/" + $0))" }.joined(separator: "\n")
    } catch {
      // Judging reports it; here it differs from every listing.
      return "\(error)"
    }
  }
}
