import Foundation

/// A learner's texts that were replaced, kept so that `undo` brings them back. The folder's listing is the only record of
/// them, so there is nothing that could disagree with it.
///
/// The newest comes back first. What stands in its place then goes to the end of the line: undoing again and again comes round
/// to every text. A copy is written before anything is replaced and removed after, so an end at any moment loses nothing; and
/// one grader at a time replaces.
struct Kept: Sendable {
  let workbook: Workbook
  let exercise: Exercise

  private static let middle = 50_000_000

  private var folder: String { workbook.absolute("\(MemoryFile.folder)/kept/\(exercise.path)") }

  /// The numbers of the kept texts, the next to come back last.
  private var numbers: [Int] {
    get throws {
      try (Files.namesIfPresent(in: folder) ?? [])
        .compactMap { $0.hasSuffix(".swift") ? Int($0.dropLast(6)) : nil }.sorted()
    }
  }

  var count: Int { get throws { try numbers.count } }

  /// Puts a text in the place of the learner's, which is kept. Returns whether there was one worth keeping.
  @discardableResult
  func replace(with text: [UInt8], isStub: ([UInt8]) -> Bool) throws -> Bool {
    try FileLock.held(MemoryFile.lockFile(workbook)) { try replaceAlone(with: text, isStub: isStub) }
  }

  /// Brings back the text that was kept last. Nil where there is none.
  func bringBack(isStub: ([UInt8]) -> Bool) throws -> [UInt8]? {
    try FileLock.held(MemoryFile.lockFile(workbook)) { try bringBackAlone(isStub: isStub) }
  }

  private func replaceAlone(with text: [UInt8], isStub: ([UInt8]) -> Bool) throws -> Bool {
    let old = try workbook.readIfPresent(exercise.file)
    let numbers = try numbers
    var isKept = false
    if let old, old != text, !isStub(old) {
      try write(old, number: (numbers.last ?? Self.middle) + 1)
      isKept = true
    }
    try lay(text)
    return isKept
  }

  private func bringBackAlone(isStub: ([UInt8]) -> Bool) throws -> [UInt8]? {
    let numbers = try numbers
    guard let newest = numbers.last else { return nil }
    let text = try Files.read(file(newest))
    let old = try workbook.readIfPresent(exercise.file)
    if let old, old != text, !isStub(old) { try write(old, number: (numbers.first ?? Self.middle) - 1) }
    try lay(text)
    try Files.remove(file(newest))
    return text
  }

  private func file(_ number: Int) -> String { "\(folder)/\(number).swift" }
  private func write(_ text: [UInt8], number: Int) throws { try Files.write(text, to: file(number)) }

  /// Through a link to where the file really stands, so that the link stays one.
  private func lay(_ text: [UInt8]) throws {
    let path = URL(filePath: workbook.absolute(exercise.file)).resolvingSymlinksInPath().path(
      percentEncoded: false)
    try Files.write(text, to: path)
  }
}
