import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small shell that ends a child's process group when the grader is gone, even by `kill -9`.
///
/// It leads the group and is started first, so there is no moment at which the child runs unwatched. It reads from a pipe whose
/// other end only the grader holds: the end of the pipe is the end of the grader. As long as it is not waited for, the group's
/// number belongs to no other process.
package struct Watchdog {
  /// How a group is ended.
  package enum Manner: Sendable {
    /// At once.
    case kill
    /// First as Ctrl-C does: SwiftPM and the compiler's driver run their children in groups of their own, and end them when
    /// they are interrupted. After the grace period at once.
    case interruptFirst
  }

  /// Hundredths of a second that an interrupted group has to end what it started.
  package static let grace = 200

  /// The process group to start the child in; also the shell's process number.
  package let group: Int32
  private let life: PipeEnds

  /// `lock` is a descriptor that stays open until the group is gone; the child does not get it.
  /// What carries the mark is ended with the group.
  package init(_ manner: Manner, mark: String? = nil, lock: Int32? = nil) throws {
    life = try PipeEnds()
    do {
      group = try Spawn(
        command: ["/bin/sh", "-c", Self.script(manner, mark)], environment: ["PATH": "/usr/bin:/bin"],
        descriptors: [life.reader, nil, nil] + (lock.map { [$0] } ?? [])
      ).start()
    } catch {
      close(life.reader)
      close(life.writer)
      throw error
    }
  }

  /// `kill … 0` is for the whole group, the shell itself included, which ignores all but the last.
  private static func script(_ manner: Manner, _ mark: String?) -> String {
    let interrupt = """
      kill -INT 0; n=0
      while [ $n -lt \(grace / 5) ] && kill -0 "$process"; do sleep 0.05; n=$((n+1)); done

      """
    // As `OrphanProcesses` does.
    let sweep = mark.map { mark in
      """
      n=0
      while found=$(grep -als '\(OrphanProcesses.variable)=\(mark)' /proc/[0-9]*/environ)
        [ -n "$found" ] && [ $n -lt \(OrphanProcesses.looks) ]; do
        for file in $found; do id=${file#/proc/}; kill -KILL "${id%/environ}"; done; n=$((n+1))
      done

      """
    }
    return "trap '' INT TERM HUP QUIT; read process; read end\n" + (manner == .kill ? "" : interrupt)
      + (sweep ?? "") + "kill -KILL 0"
  }

  /// Says which process is watched, so that nobody waits for one that has ended.
  package func watch(_ process: Int32) {
    let line = Array("\(process)\n".utf8)
    // The grader still holds the other end, so this cannot raise SIGPIPE.
    _ = write(life.writer, line, line.count)
  }

  package func interrupt() { Self.signal(group, SIGINT) }
  package func kill() { Self.signal(group, SIGKILL) }

  private static func signal(_ group: Int32, _ number: Int32) {
    #if canImport(Glibc)
      _ = Glibc.kill(-group, number)
    #else
      _ = Darwin.kill(-group, number)
    #endif
  }

  /// Ends the whole group, the shell too.
  package func end() {
    kill()
    leave()
    var status: Int32 = 0
    while waitpid(group, &status, 0) == -1, errno == EINTR {}
  }

  /// Closes the pipe, as the end of the grader does.
  package func leave() {
    close(life.reader)
    close(life.writer)
  }
}
