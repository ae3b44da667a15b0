import CurriculumKit
import Foundation
import SystemKit

/// Reads and changes the memory on disk: one writer at a time, and each write whole or not at all.
struct StateStore: Sendable {
  static let folder = ".workbook"
  static let path = folder + "/state.json"

  /// Held by the one grader that changes what is remembered or kept. It is not taken twice by one.
  static func lockFile(_ workbook: Workbook) -> String { workbook.absolute(folder + "/lock") }

  let workbook: Workbook

  /// What is remembered, and a word about damage. Throws where the file exists and cannot be read: then nothing is known of it,
  /// and it is not begun anew.
  func read() throws -> (memory: LearnerState, warning: String?) {
    let bytes: [UInt8]?
    do {
      bytes = try workbook.readIfPresent(Self.path)
    } catch {
      throw GraderError.stateUnreadable(error)
    }
    guard let bytes else { return (LearnerState(), nil) }
    if let memory = try? JSONDecoder().decode(LearnerState.self, from: Data(bytes)),
      memory.version == LearnerState.version
    {
      return (memory.keyedByName, nil)
    }
    return (
      LearnerState(),
      "\(Self.path) could not be read and was set aside: verdicts and hints are counted anew."
    )
  }

  /// Changes what is remembered. Throws where the folder cannot be written.
  func change(_ change: (inout LearnerState) -> Void) throws {
    try FileLock.held(StateStore.lockFile(workbook)) { try changeLocked(change) }
  }

  /// Changes what is remembered, for a command that has its answer in any case: where the folder cannot be written, that is
  /// reported with what to do.
  func change(reportingTo console: Console, _ change: (inout LearnerState) -> Void) {
    do {
      try self.change(change)
    } catch {
      console.errorLine("grader: \(Self.notRemembered(error))")
    }
  }

  private func changeLocked(_ change: (inout LearnerState) -> Void) throws {
    var (memory, warning) = try read()
    if warning != nil { try setAside() }
    let old = memory
    change(&memory)
    guard memory != old || warning != nil else { return }
    try Files.write(Array((JSON.text(memory) + "\n").utf8), to: workbook.absolute(Self.path))
  }

  private func setAside() throws {
    let aside = Self.path + ".damaged"
    guard rename(workbook.absolute(Self.path), workbook.absolute(aside)) == 0 else {
      throw GraderError.cannotWrite(aside, reason: String(cString: strerror(errno)))
    }
  }

  private static func notRemembered(_ error: any Error) -> String {
    let reason = "\(error)".lines.first.map(String.init) ?? ""
    return "verdicts and hints are not remembered: \(reason) "
      + "After a command with `sudo`: `sudo chown -R \"$(id -un)\" \(folder)`. If \(folder) is not a folder, rename it."
  }
}
