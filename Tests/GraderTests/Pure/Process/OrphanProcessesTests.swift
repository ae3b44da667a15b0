#if os(Linux)
  import Foundation
  import Testing

  @testable import GraderKit

  /// What left its group with `setsid` is found by the mark in its environment.
  @Suite(.timeLimit(.minutes(1))) struct OrphanProcessesTests {
    @Test func `a process that left its group is ended by its mark, and no other is`() throws {
      let (mark, another) = (UUID().uuidString, UUID().uuidString)
      let held = try Fifo()
      let ready = try Fifo()
      // The first shell ends once the stray holds its pipe.
      let stray = "exec 3>\"$1\"; echo >&4; exec sleep 600"
      let script = "exec 4<>\"$2\"; setsid -f sh -c '\(stray)' sh \"$1\"; read word <&4"
      let result = try ChildProcess.bare(
        ["/bin/sh", "-c", script, "sh", held.path, ready.path],
        environment: ["PATH": "/usr/bin:/bin", OrphanProcesses.variable: mark]
      ).run()
      #expect(result.ending == .exited(0))
      #expect(held.isHeld, "it outlived its group")
      OrphanProcesses.end(mark: another)
      #expect(held.isHeld, "another run's mark is not its own")
      OrphanProcesses.end(mark: mark)
      held.waitForEnd()
    }
  }
#endif
