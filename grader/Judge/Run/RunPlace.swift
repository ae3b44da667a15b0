import CurriculumKit
import Foundation
import SystemKit

/// The folder that one run of a suite has for itself, which no later run meets, and how its process is kept in it.
struct RunPlace {
  let folder: String
  /// The program as it is started.
  let program: String
  private let confinement: Confinement?

  /// The name of a confined program, by which it is found among the processes that confine it.
  private static let name = "postroad-suite"
  /// Bytes of a file that a suite may write: its events are the longest, and have some hundred thousand.
  private static let mostFile = 64 << 20
  /// Seconds, by the clock on the wall, after which a confined run is given up: the machine did not run it.
  private static let patience = 300.0

  init(workbook: Workbook, toolchain: Toolchain, mark: String, program: String) throws {
    guard var confinement = toolchain.confinement else {
      folder = workbook.absolute(".build/grader/run/\(mark)")
      self.program = program
      self.confinement = nil
      try Files.makeFolder(folder + "/work")
      return
    }
    // A copy in a folder that any user can reach.
    folder = try TemporaryFolder.make()
    self.program = folder + "/" + Self.name
    confinement.writable = [folder]
    var unconfined = toolchain
    unconfined.confinement = nil
    confinement.readable = [try unconfined.root()]
    confinement.folder = folder
    confinement.dataBytes = SuiteRunner.memory
    confinement.fileBytes = Self.mostFile
    confinement.asNobody = true
    self.confinement = confinement
    do {
      try Files.copyProgram(program, to: self.program, with: unconfined)
    } catch {
      TemporaryFolder.remove(folder)
      throw error
    }
  }

  var isConfined: Bool { confinement != nil }

  /// Sets where a child runs, and with how much.
  func settle(_ child: inout ChildProcess) {
    child.confinement = confinement
    if isConfined {
      child.deadline = Self.patience
    } else {
      child.folder = folder + "/work"
      child.dataLimit = SuiteRunner.memory
    }
  }

  /// The process of the suite, once it is there.
  func process(of started: Int32) -> Int32? {
    #if os(Linux)
      isConfined ? ProcessFacts.descendant(of: started, named: Self.name) : started
    #else
      started
    #endif
  }

  func remove() { TemporaryFolder.remove(folder) }
}
