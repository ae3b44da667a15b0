import Foundation
import Testing

@testable import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The end of the grader is the end of the pipe that it holds: what happens then is tried here without a grader that dies.
@Suite(.timeLimit(.minutes(20))) struct WatchdogTests {
  /// A group with a program in it that holds a pipe open and has said that it does.
  private func guarded(
    _ manner: Watchdog.Manner, _ script: String, lock: Int32? = nil
  ) throws -> (watchdog: Watchdog, process: Int32, held: Fifo) {
    let (held, ready) = (try Fifo(), try Fifo())
    let watchdog = try Watchdog(manner, lock: lock)
    let process = try Spawn(
      command: ["/bin/sh", "-c", "exec 3>\"$1\"; " + script, "sh", held.path, ready.path],
      environment: ["PATH": "/usr/bin:/bin"], descriptors: [nil, nil, nil], group: watchdog.group
    ).start()
    watchdog.watch(process)
    ready.waitForWord()
    return (watchdog, process, held)
  }

  private func wait(_ process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status
  }

  @Test func `when the grader is gone, a suite and its children are ended at once`() throws {
    let (watchdog, process, held) = try guarded(
      .kill, "trap '' INT TERM HUP; (echo >\"$2\"; exec sleep 600) & wait")
    watchdog.leave()
    held.waitForEnd()
    #expect(wait(process) == SIGKILL)
    #expect(wait(watchdog.group) == SIGKILL, "the shell goes with its group")
  }

  @Test func `when the grader is gone, a compiler is interrupted first, so that it can end its children`()
    throws
  {
    // It ends a child that has left the group, as SwiftPM does.
    let (watchdog, process, held) = try guarded(
      .interruptFirst, "trap 'exit 7' INT; echo >\"$2\"; while :; do sleep 600 & wait; done")
    watchdog.leave()
    held.waitForEnd()
    #expect(wait(process) == 7 << 8)
    #expect(wait(watchdog.group) == SIGKILL)
  }

  @Test func `a child that was stopped is ended too`() throws {
    let (watchdog, process, held) = try guarded(.kill, "echo >\"$2\"; kill -STOP $$")
    watchdog.leave()
    held.waitForEnd()
    #expect(wait(process) == SIGKILL)
    #expect(wait(watchdog.group) == SIGKILL)
  }

  #if os(Linux)
    @Test func `the child has none of the grader's pipes, nor the lock`() throws {
      let file =
        FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/lock-\(UUID().uuidString)"
      leftovers.withLock { $0.append(file) }
      let listing = ["/bin/ls", "-l", "/proc/self/fd"]
      // Whoever started the tests may have left them some descriptors of its own; none of these is a new one.
      var child = try ChildProcess.bare(listing)
      child.lock = try FileLock(file)
      let links = try child.run().output
      #expect(!links.contains(file))
      let pipes = links.split(separator: "\n").filter { $0.contains("pipe:") }
      let inherited = try inheritedPipes()
      #expect(pipes.count == 2 + inherited)
    }

    /// The pipes that children of the tests inherit though nobody here has made them.
    private func inheritedPipes() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }.filter {
        guard $0 > 2, fcntl($0, F_GETFD) == 0 else { return false }
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        return target?.hasPrefix("pipe:") == true
      }.count
    }
  #endif

  #if os(Linux)
    @Test func `when the grader is gone, what left the group is ended by its mark`() throws {
      let (left, ready) = (try Fifo(), try Fifo())
      let mark = OrphanProcesses.mark(in: "/home/\(UUID().uuidString)")
      let watchdog = try Watchdog(.kill, mark: mark)
      let orphan = "exec 3>\"$1\"; echo >\"$2\"; exec sleep 600"
      let process = try Spawn(
        command: [
          "/bin/sh", "-c", "setsid -f sh -c '\(orphan)' sh \"$1\" \"$2\"", "sh", left.path, ready.path,
        ],
        environment: ["PATH": "/usr/bin:/bin", OrphanProcesses.variable: mark], descriptors: [nil, nil, nil],
        group: watchdog.group
      ).start()
      watchdog.watch(process)
      #expect(wait(process) == 0)
      ready.waitForWord()
      #expect(left.isHeld)
      watchdog.leave()
      left.waitForEnd()
      #expect(wait(watchdog.group) == SIGKILL)
    }
  #endif

  @Test func `the lock is held until what was built under it is gone`() throws {
    let file =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/lock-\(UUID().uuidString)"
    leftovers.withLock { $0.append(file) }
    var lock: FileLock? = try FileLock(file)
    let (watchdog, process, held) = try guarded(
      .interruptFirst, "trap '' INT; echo >\"$2\"; exec sleep 600", lock: lock?.descriptor)
    lock = nil
    var waited = false
    // The grader that held the lock is gone: another one waits for what it left.
    let next = try FileLock(file) {
      waited = true
      watchdog.leave()
    }
    #expect(waited)
    // Nothing more is done to it.
    held.waitForEnd()
    #expect(wait(process) == SIGKILL)
    #expect(wait(watchdog.group) == SIGKILL)
    withExtendedLifetime(next) {}
  }
}
