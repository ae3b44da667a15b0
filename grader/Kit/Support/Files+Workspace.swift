import Foundation

extension Files {
  static func exists(_ path: String) throws -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Copies a file; the copy appears whole or not at all.
  static func copy(_ source: String, to path: String) throws {
    let draft = "\(path).\(UUID().uuidString)"
    do {
      try FileManager.default.copyItem(atPath: source, toPath: draft)
      try rename(draft, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw Trouble.cannotWrite(path, reason: "\(error)")
    }
  }
}
