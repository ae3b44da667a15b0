#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What signals do to the grader.
///
/// None is caught to end what runs: the watchdogs do that, however the grader ends.
enum Signals {
  /// At the start of the program.
  static func prepare() {
    // A reader that goes away (`grader | head`) is an error of the write, not the end of the grader.
    signal(SIGPIPE, SIG_IGN)
    // Ignored by whoever started the grader, this one would take away the statuses of its children.
    signal(SIGCHLD, SIG_DFL)
  }

  /// Those that end a program from outside: Ctrl-C, Ctrl-\, a closed terminal, `kill`.
  static let endings = [SIGINT, SIGQUIT, SIGHUP, SIGTERM]
  /// Those that are faults of the grader's own.
  static let faults = [SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT]
}
