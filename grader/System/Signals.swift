#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What signals do to the grader, and what it expects of whoever starts it.
///
/// None is caught to end what runs: the watchdogs do that, however the grader ends.
package enum Signals {
  /// At the start of the program.
  package static func prepare() {
    // A reader that goes away (`grader | head`) is an error of the write, not the end of the grader.
    signal(SIGPIPE, SIG_IGN)
    // Ignored by whoever started the grader, this one would take away the statuses of its children.
    signal(SIGCHLD, SIG_DFL)
    // Swift's runtime catches Ctrl-\ to print a backtrace, and the program goes on after it.
    let old = signal(SIGQUIT, SIG_DFL)
    if unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(SIGQUIT, SIG_IGN) }
    // A closed standard stream would be the next file that is opened, and what is printed would go into that.
    for stream in 0...2 as ClosedRange<Int32> where fcntl(stream, F_GETFD) == -1 {
      // The lowest free number is this one. It is not writable, so a write to it fails as to a closed one.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Those that end a program from outside: Ctrl-C, Ctrl-\, a closed terminal, `kill`.
  package static let endings = [SIGINT, SIGQUIT, SIGHUP, SIGTERM]
  /// Those that are faults of the grader's own.
  package static let faults = [SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT]
}
