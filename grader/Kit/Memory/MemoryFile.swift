import Foundation

/// Reads and changes the memory on disk: one writer at a time, and each write whole or not at all.
struct MemoryFile: Sendable {
  static let folder = ".workbook"

  /// Held by the one grader that changes what is remembered or kept. It is not taken twice by one.
  static func lockFile(_ workbook: Workbook) -> String { workbook.absolute(folder + "/lock") }

  let workbook: Workbook

  private var path: String { workbook.absolute(Self.folder + "/state.json") }

  /// What is remembered, and a word about what could not be read.
  func read() throws -> (memory: Memory, warning: String?) {
    guard let bytes = try workbook.readIfPresent(Self.folder + "/state.json") else { return (Memory(), nil) }
    if let memory = try? JSONDecoder().decode(Memory.self, from: Data(bytes)),
      memory.version == Memory.version
    {
      return (memory, nil)
    }
    return (
      Memory(),
      "\(Self.folder)/state.json could not be read and was set aside: verdicts and hints are counted anew."
    )
  }

  /// Changes what is remembered. Throws where the folder cannot be written; the caller decides whether that matters.
  func change(_ change: (inout Memory) -> Void) throws {
    try FileLock.held(MemoryFile.lockFile(workbook)) { try changeAlone(change) }
  }

  private func changeAlone(_ change: (inout Memory) -> Void) throws {
    var (memory, warning) = try read()
    if warning != nil {
      let aside = path + ".damaged"
      try? FileManager.default.removeItem(atPath: aside)
      try? FileManager.default.moveItem(atPath: path, toPath: aside)
    }
    let old = memory
    change(&memory)
    guard memory != old || warning != nil else { return }
    try Files.write(Array((JSON.text(memory) + "\n").utf8), to: path)
  }
}
