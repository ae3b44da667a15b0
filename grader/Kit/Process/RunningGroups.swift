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

  /// Ends what runs. Safe to call from a signal handler.
  static func endAll() {
    let running = group.load(ordering: .sequentiallyConsistent)
    if running > 1 { kill(-running, SIGKILL) }
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
