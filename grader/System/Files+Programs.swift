import Foundation

extension Files {
  /// Copies a program that is then run; the copy appears whole or not at all. This is the only way to copy one.
  ///
  /// Another process writes it. What this process has open for writing, any child has open too that any thread starts in that moment, for
  /// as long as the child has not become its own program; and no lock holds back all who start children: Foundation takes none of ours.
  /// What is open for writing anywhere cannot be run (execve(2), ETXTBSY).
  package static func copyProgram(_ source: String, to path: String, with toolchain: Toolchain) throws {
    let draft = "\(path).\(UUID().uuidString)"
    var copying = ChildProcess(["/bin/cp", source, draft], with: toolchain)
    // It is a program of ours, and reads and writes where the confined may not.
    copying.confinement = nil
    // It leaves nobody behind, and another child of the same mark may end meanwhile, with all that bear it.
    copying.mark = nil
    do {
      let result = try copying.run()
      guard result.ending == .exited(0) else {
        throw GraderError.cannotWrite(path, reason: result.errors.printable)
      }
      try rename(draft, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw error
    }
  }
}
