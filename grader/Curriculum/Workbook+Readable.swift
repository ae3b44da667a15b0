import Foundation
import SystemKit

extension Workbook {
  /// The folders of the authors' files that every command may come to read.
  private static let authors = [
    "Chapters/PostRoad", "Solutions", Exercise.stubs, "Tests/Support", "Tests/Mistakes",
  ]

  /// Throws where a file or a folder of the authors' exists and cannot be read.
  ///
  /// Views show less where a page or a list of mistakes is absent. Looking once, before any command begins, keeps them from
  /// taking an unreadable one for absent. What is missing is reported by who needs it.
  package func requireReadable(_ chapters: [Chapter]) throws {
    do {
      for folder in Self.authors + chapters.map({ "Tests/\($0.folder)" }) { try requireReadable(folder) }
    } catch {
      throw GraderError.unreadable(error)
    }
  }

  /// Editors leave files of their own beside the real ones, and begin their names with a dot.
  private func requireReadable(_ folder: String) throws(FileError) {
    for name in try namesIfPresent(in: folder) ?? [] where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if isFolder(path) {
        try requireReadable(path)
      } else if access(absolute(path), R_OK) != 0 {
        // Reading finds out why.
        _ = try readIfPresent(path)
      }
    }
  }
}
