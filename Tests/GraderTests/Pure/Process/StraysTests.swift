#if os(Linux)
  import Foundation
  import Testing

  @testable import GraderKit

  /// What left its group with `setsid` is found by the mark in its environment.
  @Suite(.timeLimit(.minutes(1))) struct StraysTests {
    @Test func `a process that left its group is ended by its mark, and no other is`() throws {
      let (mark, another) = (UUID().uuidString, UUID().uuidString)
      let held = try Fifo()
      let ready = try Fifo()
      // The first shell ends once the stray holds its pipe.
      let script =
        "setsid -f sh -c 'exec 3>\"$1\"; echo >\"$2\"; exec sleep 600' sh \"$1\" \"$2\"; read word <\"$2\""
      let result = try ChildProcess.bare(
        ["/bin/sh", "-c", script, "sh", held.path, ready.path],
        environment: ["PATH": "/usr/bin:/bin", Strays.variable: mark]
      ).run()
      #expect(result.ending == .exited(0))
      #expect(held.isHeld, "it outlived its group")
      Strays.end(mark: another)
      #expect(held.isHeld, "another run's mark is not its own")
      Strays.end(mark: mark)
      held.waitForEnd()
    }
  }
#endif
