@testable import SystemKit

#if os(Linux)
  import Foundation
  import Testing

  @testable import GraderKit

  /// What left its group with `setsid` is found by the mark in its environment.
  @Suite(.timeLimit(.minutes(20))) struct OrphanProcessesTests {
    /// A process that has left its group and holds a pipe open, after the one that started it has ended.
    private func orphan(mark: String) throws -> Fifo {
      let held = try Fifo()
      let ready = try Fifo()
      // The first shell ends once the orphan holds its pipe.
      let orphan = "exec 3>\"$1\"; echo >&4; exec sleep 600"
      let script =
        "exec 4<>\"$2\"; \(OrphanProcesses.variable)=\"$MARK\" setsid -f sh -c '\(orphan)' sh \"$1\"; read word <&4"
      let result = try ChildProcess.bare(
        ["/bin/sh", "-c", script, "sh", held.path, ready.path],
        environment: ["PATH": "/usr/bin:/bin", "MARK": mark]
      ).run()
      #expect(result.ending == .exited(0))
      #expect(held.isHeld, "it outlived its group")
      return held
    }

    @Test func `a process that left its group is ended by its mark, and no other is`() throws {
      let root = "/home/\(UUID().uuidString)"
      let (mark, another) = (OrphanProcesses.mark(in: root), OrphanProcesses.mark(in: root))
      let held = try orphan(mark: mark)
      OrphanProcesses.end(mark: another)
      OrphanProcesses.end(mark: String(mark.dropLast()))
      #expect(held.isHeld, "another run's mark is not its own")
      OrphanProcesses.end(mark: mark)
      held.waitForEnd()
    }

    @Test func `a marked child's own are ended with it`() throws {
      let (held, ready) = (try Fifo(), try Fifo())
      let orphan = "exec 3>\"$1\"; echo >&4; exec sleep 600"
      let script = "exec 4<>\"$2\"; setsid -f sh -c '\(orphan)' sh \"$1\"; read word <&4"
      var child = try ChildProcess.bare(
        ["/bin/sh", "-c", script, "sh", held.path, ready.path], environment: ["PATH": "/usr/bin:/bin"])
      child.mark = OrphanProcesses.mark(in: "/home/\(UUID().uuidString)")
      #expect(try child.run().ending == .exited(0))
      held.waitForEnd()
    }

    @Test func `what a killed grader left in a workbook is ended, and nothing of another workbook`() throws {
      let root = "/home/\(UUID().uuidString)"
      let (first, second) = (
        try orphan(mark: OrphanProcesses.mark(in: root)), try orphan(mark: OrphanProcesses.mark(in: root))
      )
      OrphanProcesses.endAll(in: root + "/inner")
      #expect(first.isHeld)
      #expect(second.isHeld)
      OrphanProcesses.endAll(in: root)
      first.waitForEnd()
      second.waitForEnd()
    }
  }
#endif
