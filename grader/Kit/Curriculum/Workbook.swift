import Foundation

/// The workbook's folder on disk, and reading from it. All paths are relative to it.
struct Workbook: Sendable {
  /// The folder that holds `Package.swift`, absolute.
  let root: String

  /// The workbook that `folder` lies in: the nearest folder upwards that has the four mirrored folders' first two.
  static func find(from folder: String) throws -> Workbook {
    var url = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    while true {
      let candidate = Workbook(root: url.path(percentEncoded: false).droppingTrailingSlash)
      if candidate.exists("Package.swift"), candidate.exists("Solutions"),
        candidate.exists("Chapters/PostRoad")
      {
        return candidate
      }
      let parent = url.deletingLastPathComponent().standardizedFileURL
      guard parent.path != url.path, url.path != "/" else { throw Trouble.noWorkbook(folder) }
      url = parent
    }
  }

  func absolute(_ path: String) -> String { root + "/" + path }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: absolute(path)) }

  /// The bytes of a file, or nil where there is none that can be read.
  func bytes(_ path: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: absolute(path)) else { return nil }
    return [UInt8](data)
  }

  /// The text of a file of the authors', which has to be there.
  func text(_ path: String) throws -> String {
    guard let bytes = bytes(path) else { throw Trouble.unreadable(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Trouble.notUTF8(path) }
    return text
  }

  /// A line of a file, counted from 1.
  func line(of path: String, _ number: Int) -> String? {
    guard let bytes = bytes(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).normalizedLines.split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }

  /// The names in a folder, sorted; empty where there is none.
  func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: absolute(path))) ?? []).sorted()
  }

  func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

extension String {
  fileprivate var droppingTrailingSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
