import Foundation
import SystemKit

/// The workbook's folder on disk, and reading from it. All paths are relative to it.
package struct Workbook: Sendable {
  /// The folder that holds `Package.swift`, absolute.
  package let root: String

  /// What authors and instructors use; a copy that was handed out to learners has it not.
  package static let staff = "grader/Staff"

  /// The workbook that `folder` lies in: the nearest folder upwards that has the four mirrored folders' first two.
  package static func find(from folder: String) throws -> Workbook {
    var url = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    while true {
      let candidate = Workbook(root: url.path(percentEncoded: false).droppingTrailingSlash)
      if candidate.exists("Package.swift"), candidate.exists("Chapters/PostRoad"),
        candidate.exists("Solutions") || candidate.exists(Exercise.stubs)
      {
        return candidate
      }
      let parent = url.deletingLastPathComponent().standardizedFileURL
      guard parent.path != url.path, url.path != "/" else { throw GraderError.noWorkbook(folder) }
      url = parent
    }
  }

  package func absolute(_ path: String) -> String { root + "/" + path }

  package func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: absolute(path)) }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    do { return try Files.read(absolute(path)) } catch { throw error.at(path) }
  }

  /// The bytes of a file; nil only where nothing exists at the path.
  package func readIfPresent(_ path: String) throws(FileError) -> [UInt8]? {
    do { return try Files.readIfPresent(absolute(path)) } catch { throw error.at(path) }
  }

  /// The text of a file of the authors', with Unix line endings and without a byte-order mark.
  package func text(_ path: String) throws -> String {
    do {
      return try textIfPresent(path) ?? { throw GraderError.missing(path) }()
    } catch let error as FileError {
      throw GraderError.unreadable(error)
    }
  }

  /// The same; nil only where nothing exists at the path.
  package func textIfPresent(_ path: String) throws -> String? {
    guard let bytes = try readIfPresent(path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw GraderError.notUTF8(path) }
    return text.normalizedLines
  }

  /// A line of a file, counted from 1, for showing beside an error. Nil where it cannot be shown.
  package func line(of path: String, _ number: Int) -> String? {
    guard let bytes = try? read(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).normalizedLines.lines
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }

  /// The names in a folder, sorted.
  package func names(in path: String) throws(FileError) -> [String] {
    do { return try Files.names(in: absolute(path)) } catch { throw error.at(path) }
  }

  /// The names in a folder, sorted; nil only where nothing exists at the path.
  package func namesIfPresent(in path: String) throws(FileError) -> [String]? {
    do { return try Files.namesIfPresent(in: absolute(path)) } catch { throw error.at(path) }
  }

  package func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

extension String {
  fileprivate var droppingTrailingSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
