import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal while `watch` has it: keys one at a time, a screen of its own, and everything back as it was, however it ends.
enum TerminalMode {
  nonisolated(unsafe) private static var saved = termios()
  private static let isTaken = Atomic<Bool>(false)

  #if canImport(Glibc)
    private static let disabled: UInt8 = 0
  #else
    private static let disabled: UInt8 = 0xFF
  #endif
  private static let enter = "\u{1B}[?1049h\u{1B}[?25l"
  private static let leave = "\u{1B}[?25h\u{1B}[?1049l"

  /// Takes the terminal. False where there is none.
  static func take() -> Bool {
    guard isatty(0) == 1, isatty(1) == 1, unsafe tcgetattr(0, &saved) == 0 else { return false }
    var raw = unsafe saved
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON)
    // Ctrl-C stays a signal; a process stopped with Ctrl-Z would leave the shell with this mode.
    withUnsafeMutableBytes(of: &raw.c_cc) { bytes in
      unsafe bytes[Int(VSUSP)] = disabled
      unsafe bytes[Int(VMIN)] = 0
      unsafe bytes[Int(VTIME)] = 0
    }
    tcsetattr(0, TCSANOW, &raw)
    isTaken.store(true, ordering: .sequentiallyConsistent)
    put(enter)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT] {
      signal(number) { received in
        TerminalMode.giveBack()
        RunningGroups.endAll()
        _exit(128 + received)
      }
    }
    return true
  }

  /// Gives it back. Safe to call from a signal handler, and more than once.
  static func giveBack() {
    guard isTaken.exchange(false, ordering: .sequentiallyConsistent) else { return }
    unsafe tcsetattr(0, TCSANOW, &saved)
    put(leave)
  }

  /// The terminal's columns and rows.
  static func size() -> (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  static func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
