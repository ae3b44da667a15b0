import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process groups that run now, so that Ctrl-C leaves none behind.
enum RunningGroups {
  /// Only one child runs at a time; a second would be one of a test of the grader's own.
  private static let group = Atomic<Int32>(0)

  static func add(_ process: Int32) { group.store(process, ordering: .sequentiallyConsistent) }
  static func remove(_ process: Int32) { group.store(0, ordering: .sequentiallyConsistent) }

  /// Hundredths of a second that a group has to end what it started in groups of its own.
  private static let grace = 200

  /// Ends what runs. Safe to call from a signal handler.
  static func endAll() {
    let running = group.load(ordering: .sequentiallyConsistent)
    if running > 1 { end(running) }
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
