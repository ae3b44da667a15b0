import Foundation
import SystemKit

/// The newest programs, each under the digest of what it was built from, so that the same is not built twice.
package struct ProgramStore {
  package let folder: String
  /// A few answers back and forth, in each of several chapters: some 5 MB each.
  package static let capacity = 8

  /// The program of this digest, marked as used.
  package func find(_ key: String) -> String? {
    let path = "\(folder)/\(key)"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    return path
  }

  /// Moves a product here: a linker may write over it where it was, and nobody of this process has it open for writing. The oldest
  /// programs go.
  package func keep(_ product: String, as key: String) throws -> String {
    let path = "\(folder)/\(key)"
    try Files.makeFolder(folder)
    try Files.rename(product, to: path)
    for old in try oldest(sparing: path) { try? FileManager.default.removeItem(atPath: old) }
    return path
  }

  private func oldest(sparing path: String) throws -> [String] {
    let all = try Files.names(in: folder).map { "\(folder)/\($0)" }.filter { $0 != path }
    guard all.count >= Self.capacity else { return [] }
    let dated = all.map { ($0, FileStatus.modified($0)) }.sorted { $0.1 < $1.1 }
    return dated.prefix(all.count - Self.capacity + 1).map(\.0)
  }
}
