import Foundation
import Synchronization
import Testing

@testable import GraderKit
@testable import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A copied program can be run at once, whoever starts children meanwhile.
@Suite(.ownThread) struct ProgramCopyTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/copy-\(UUID().uuidString)"
    leftovers.withLock { [folder] in $0.append(folder) }
    try Files.makeFolder(folder)
  }

  @Test func `a copy runs`() throws {
    let program = folder + "/program"
    try Files.copyProgram("/bin/sh", to: program, with: Toolchain())
    #expect(try ChildProcess.bare([program, "-c", "exit 7"]).run().ending == .exited(7))
    #expect(try Files.names(in: folder) == ["program"])
  }

  @Test func `the copier itself is not confined`() throws {
    var toolchain = try Toolchain()
    var confinement = Confinement(.none, path: "")
    confinement.fileBytes = 0
    toolchain.confinement = confinement
    try Files.copyProgram("/bin/sh", to: folder + "/program", with: toolchain)
    #expect(FileStatus.isProgram(folder + "/program"))
  }

  @Test func `a program that is not there is an error, and leaves nothing`() throws {
    let error = #expect(throws: GraderError.self) {
      try Files.copyProgram(folder + "/nothing", to: folder + "/program", with: Toolchain())
    }
    #expect("\(error as Any)".contains("\(folder)/program cannot be written"))
    #expect(try Files.names(in: folder) == [])
  }

  /// A pipe as the source stops the copying half-way, when the copy is being written.
  @Test func `this process never has a copy open for writing`() throws {
    let source = folder + "/source"
    try #require(mkfifo(source, 0o700) == 0)
    // Held open here too, so that neither opening it nor writing to it depends on the copier.
    let reader = open(source, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let pipe = open(source, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    try #require(reader >= 0 && pipe >= 0)
    let copying = Copying(source, to: folder + "/program")
    // Far more than the pipe and the copier's memory hold: once all is written, the copier has begun to write.
    let bytes = [UInt8](repeating: 7, count: 4 << 20)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(pipe, $0.baseAddress, $0.count) }
      if count > 0 { written += count } else { sched_yield() }
      try #require(!copying.hasEnded, "the program was not read: \(copying.wait())")
    }
    let draft = try #require(try Files.names(in: folder).first { $0.hasPrefix("program.") })
    #expect(Self.descriptors(writing: "\(folder)/\(draft)") == [])
    close(pipe)
    close(reader)
    #expect(copying.wait() == "copied")
    #expect(try Files.read(folder + "/program") == bytes)
  }

  /// This process's descriptors that a file may be written through.
  private static func descriptors(writing path: String) -> [Int32] {
    var wanted = stat()
    guard stat(path, &wanted) == 0 else { return [] }
    return (0..<getdtablesize()).filter { descriptor in
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { return false }
      return info.st_ino == wanted.st_ino && info.st_dev == wanted.st_dev
        && fcntl(descriptor, F_GETFL) & O_ACCMODE != O_RDONLY
    }
  }

  /// A copying on a thread of its own.
  private final class Copying: Sendable {
    private let end = DispatchGroup()
    private let outcome = Mutex<String?>(nil)

    init(_ source: String, to path: String) {
      end.enter()
      Thread.detachNewThread { [self] in
        let told: String
        do {
          try Files.copyProgram(source, to: path, with: Toolchain())
          told = "copied"
        } catch {
          told = "\(error)"
        }
        outcome.withLock { $0 = told }
        end.leave()
      }
    }

    var hasEnded: Bool { outcome.withLock { $0 != nil } }

    func wait() -> String {
      end.wait()
      return outcome.withLock { $0 ?? "" }
    }
  }
}
