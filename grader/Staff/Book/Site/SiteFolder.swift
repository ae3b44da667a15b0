import Foundation
import SystemKit

/// The folder that a site is written to. What this program did not write is never replaced.
struct SiteFolder {
  /// Says that a folder is a site of this program's: its pages in the order of the book.
  static let marker = "book.json"

  let path: String
  /// Where the site is made, on the same disk, before it takes its place.
  let draft: String

  /// - Parameter path: from the current folder, or absolute.
  /// - Throws: `BookError` where something is there that has to stay.
  init(_ path: String) throws {
    let url = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL.resolvingSymlinksInPath()
    let absolute = url.path(percentEncoded: false)
    self.path = absolute.count > 1 && absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
    draft = "\(self.path).draft-\(UUID().uuidString)"
    guard try Files.exists(self.path) else { return }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder)
    guard isFolder.boolValue else { throw BookError.notAFolder(path) }
    guard try Files.names(in: self.path).isEmpty || isSite else { throw BookError.occupied(path) }
  }

  private var isSite: Bool {
    guard let bytes = try? Files.readIfPresent("\(path)/\(Self.marker)") else { return false }
    return String(decoding: bytes, as: UTF8.self).contains(SiteIndex.schema)
  }

  /// Puts a site, which is below the draft, in the folder's place.
  func publish(_ site: String) throws {
    if try Files.exists(path) { try Files.remove(path) }
    do {
      try FileManager.default.moveItem(atPath: site, toPath: path)
    } catch {
      throw GraderError.cannotWrite(path, reason: error.localizedDescription)
    }
  }

  /// Removes what is left of the draft.
  func clean() { try? FileManager.default.removeItem(atPath: draft) }
}
