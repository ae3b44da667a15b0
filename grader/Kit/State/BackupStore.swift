import CurriculumKit
import Foundation
import SystemKit

/// A learner's texts that were replaced, kept so that `undo` brings them back. The folder's listing is the only record of
/// them, so there is nothing that could disagree with it.
///
/// The newest comes back first. The text that it replaces becomes the oldest, so repeated `undo` cycles through all texts. A
/// copy is written before anything is replaced and removed after, so an end at any moment loses nothing; and one grader at a
/// time replaces. A text that cannot be read cannot be kept, and is not replaced.
struct BackupStore: Sendable {
  let workbook: Workbook
  let exercise: Exercise

  /// The first text's number; newer ones count up from it, older ones down.
  private static let middle = 50_000_000
  private static let root = StateStore.folder + "/kept"

  /// By the exercise's name, which stays when it is renumbered.
  private var folder: String { "\(Self.root)/\(exercise.name)" }

  /// A kept text: its number, and its file from the top of the workbook.
  private struct Copy {
    let number: Int
    let path: String
  }

  /// The next to come back is the last.
  private var copies: [Copy] {
    get throws(FileError) {
      var copies: [Copy] = []
      for folder in try olderFolders + [folder] {
        for name in try workbook.namesIfPresent(in: folder) ?? [] where name.hasSuffix(".swift") {
          guard let number = Int(name.dropLast(6)), (0..<2 * Self.middle).contains(number) else { continue }
          copies.append(Copy(number: number, path: "\(folder)/\(name)"))
        }
      }
      return copies.sorted { ($0.number, $0.path) < ($1.number, $1.path) }
    }
  }

  /// Earlier graders kept texts by path, `kept/01-DNSMessages/01-Header`, with the number that the exercise had then.
  private var olderFolders: [String] {
    get throws(FileError) {
      var folders: [String] = []
      for chapter in try workbook.namesIfPresent(in: Self.root) ?? [] where Chapter(folder: chapter) != nil {
        for stem in try workbook.namesIfPresent(in: "\(Self.root)/\(chapter)") ?? []
        where Chapter.numbered(stem)?.name == exercise.name {
          folders.append("\(Self.root)/\(chapter)/\(stem)")
        }
      }
      return folders
    }
  }

  var count: Int { get throws(FileError) { try copies.count } }

  /// Puts a text in the place of the learner's, which is kept. Returns whether there was one worth keeping.
  @discardableResult
  func replace(with text: [UInt8], isStub: ([UInt8]) -> Bool) throws -> Bool {
    try FileLock.held(StateStore.lockFile(workbook)) { try replaceLocked(with: text, isStub: isStub) }
  }

  /// Brings back the text that was kept last. Nil where there is none.
  func restoreLatest(isStub: ([UInt8]) -> Bool) throws -> [UInt8]? {
    try FileLock.held(StateStore.lockFile(workbook)) { try restoreLatestLocked(isStub: isStub) }
  }

  private func replaceLocked(with text: [UInt8], isStub: ([UInt8]) -> Bool) throws -> Bool {
    let copies = try copies
    return try exchange(for: text, keptAs: (copies.last?.number ?? Self.middle) + 1, isStub: isStub)
  }

  private func restoreLatestLocked(isStub: ([UInt8]) -> Bool) throws -> [UInt8]? {
    let copies = try copies
    guard let newest = copies.last, let oldest = copies.first else { return nil }
    let text = try workbook.read(newest.path)
    try exchange(for: text, keptAs: oldest.number - 1, isStub: isStub)
    try Files.remove(workbook.absolute(newest.path))
    return text
  }

  /// Keeps the learner's text under a number, and writes another one in its place.
  @discardableResult
  private func exchange(for text: [UInt8], keptAs number: Int, isStub: ([UInt8]) -> Bool) throws -> Bool {
    guard let old = try workbook.readIfPresent(exercise.file), old != text, !old.isEmpty, !isStub(old) else {
      try write(text)
      return false
    }
    let copy = workbook.absolute("\(folder)/\(number).swift")
    try Files.write(old, to: copy)
    do {
      try write(text)
    } catch {
      // Nothing was replaced: the copy would be a second one of what is still there.
      try? Files.remove(copy)
      throw error
    }
    return true
  }

  /// Writes through a link to where the file really is, so that the link stays one.
  private func write(_ text: [UInt8]) throws {
    let path = URL(filePath: workbook.absolute(exercise.file)).resolvingSymlinksInPath().path(
      percentEncoded: false)
    try Files.write(text, to: path)
  }
}
