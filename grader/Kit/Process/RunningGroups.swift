import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process groups that run now, so that Ctrl-C leaves none behind.
enum RunningGroups {
  private final class Slot: Sendable { let group = Atomic<Int32>(0) }

  /// A child for each worker of an audit; more would be those of a test of the grader's own.
  private static let slots = (0..<16).map { _ in Slot() }

  static func add(_ process: Int32) { replace(0, by: process) }
  static func remove(_ process: Int32) { replace(process, by: 0) }

  private static func replace(_ old: Int32, by new: Int32) {
    for slot in slots
    where slot.group.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
    {
      return
    }
  }

  /// Hundredths of a second that a group has to end what it started in groups of its own.
  private static let grace = 200

  /// Ends what runs. Safe to call from a signal handler.
  static func endAll() {
    for slot in slots {
      let running = slot.group.load(ordering: .sequentiallyConsistent)
      if running > 1 { end(running) }
    }
  }

  /// Ends a group: first as Ctrl-C does, because SwiftPM and the compiler's driver run their children in groups of their
  /// own and end them when they are interrupted; then in any case.
  static func end(_ group: Int32) {
    kill(-group, SIGINT)
    var info = siginfo_t()
    for _ in 0..<grace {
      // Looks without taking the status from whoever waits for it.
      let found = waitid(P_PID, id_t(group), &info, WEXITED | WNOHANG | WNOWAIT)
      if found != 0 || info.si_signo != 0 { break }
      usleep(10_000)
    }
    kill(-group, SIGKILL)
    kill(group, SIGKILL)
  }

  /// On Ctrl-C, a closed terminal or `kill`: ends what runs, then the grader, with the status a shell expects.
  static func endOnSignals() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { received in
        RunningGroups.endAll()
        _exit(128 + received)
      }
    }
    // A reader that goes away (`grader | head`) is an error of the write, not the end of the grader.
    signal(SIGPIPE, SIG_IGN)
  }
}
