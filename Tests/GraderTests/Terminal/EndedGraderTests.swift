import Foundation
import Testing

@testable import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// However the grader ends, what it had started ends too. The compiler here is a script that would run for ever.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
struct EndedGraderTests {
  private let book: MiniWorkbook
  private let held: Fifo
  private let ready: Fifo

  init() throws {
    book = try MiniWorkbook()
    (held, ready) = (try Fifo(), try Fifo())
    try book.write(
      "public func makeHeader() throws -> Int { 2 }\n", to: "Exercises/01-DNSMessages/01-Header.swift")
    try book.write("", to: "Tests/01-DNSMessages/01-HeaderTests.swift")
    let compiler = "#!/bin/sh\nexec 3>'\(held.path)'\necho >'\(ready.path)'\nsleep 600 &\nwait\n"
    for program in ["swift", "swift-frontend"] {
      try book.write(compiler, to: "toolchain/bin/\(program)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(book.root)/toolchain/bin/\(program)")
    }
    try Files.makeFolder(book.root + "/toolchain/lib/swift")
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func `a grader that is ended leaves nobody behind`(signal: Int32) throws {
    let folder = try #require(BuiltGrader.folder)
    let grader = try Spawn(
      command: [folder + "/grader", "run", "1.1"],
      environment: ["PATH": "\(book.root)/toolchain/bin:/usr/bin:/bin", "HOME": book.root],
      descriptors: [nil, nil, nil], folder: book.root
    ).start()
    ready.waitForWord()
    #expect(held.isHeld)
    kill(grader, signal)
    var status: Int32 = 0
    while waitpid(grader, &status, 0) == -1, errno == EINTR {}
    #expect(status & 0x7F == signal)
    held.waitForEnd()
  }

  #if os(Linux)
    @Test(arguments: [
      ("exec \"$1\" list --json >/dev/full", "No space left on device"),
      ("exec \"$1\" list --json >&-", "Bad file descriptor"),
    ]) func `an answer that does not arrive is trouble`(script: String, reason: String) throws {
      let folder = try #require(BuiltGrader.folder)
      var child = try ChildProcess.bare(["/bin/sh", "-c", script, "sh", folder + "/grader"])
      child.folder = book.root
      let result = try child.run()
      #expect(result.ending == .exited(3))
      #expect(result.errors == "grader: standard output could not be written (\(reason)).\n")
    }
  #endif
}
