import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal while `watch` has it: keys one at a time, a screen of its own, and everything back as it was, however it ends.
package enum TerminalMode {
  nonisolated(unsafe) private static var saved = termios()
  private static let isTaken = Atomic<Bool>(false)

  #if canImport(Glibc)
    private static let disabled: UInt8 = 0
  #else
    private static let disabled: UInt8 = 0xFF
  #endif
  private static let enter = "\u{1B}[?1049h\u{1B}[?25l"
  /// Never freed: a signal handler can neither allocate nor make it.
  nonisolated(unsafe) private static let leave: UnsafeMutableBufferPointer<UInt8> = {
    let bytes = Array("\u{1B}[?25h\u{1B}[?1049l".utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe buffer.initialize(from: bytes)
    return unsafe buffer
  }()

  /// Takes the terminal. False where there is none.
  package static func take() -> Bool {
    guard isatty(0) == 1, isatty(1) == 1, unsafe tcgetattr(0, &saved) == 0 else { return false }
    // Made here, and not for the first time in a handler.
    _ = unsafe leave
    _ = isTaken.load(ordering: .sequentiallyConsistent)
    for number in Signals.endings + Signals.faults {
      signal(number) { received in
        TerminalMode.giveBack()
        _exit(128 + received)
      }
    }
    var raw = unsafe saved
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON)
    // Ctrl-C stays a signal; a process stopped with Ctrl-Z would leave the shell with this mode.
    withUnsafeMutableBytes(of: &raw.c_cc) { bytes in
      unsafe bytes[Int(VSUSP)] = disabled
      unsafe bytes[Int(VMIN)] = 0
      unsafe bytes[Int(VTIME)] = 0
    }
    isTaken.store(true, ordering: .sequentiallyConsistent)
    tcsetattr(0, TCSANOW, &raw)
    put(enter)
    return true
  }

  /// Gives it back. Safe to call from a signal handler, and more than once.
  package static func giveBack() {
    guard isTaken.exchange(false, ordering: .sequentiallyConsistent) else { return }
    unsafe tcsetattr(0, TCSANOW, &saved)
    _ = unsafe write(1, leave.baseAddress, leave.count)
  }

  /// The terminal's columns and rows; nil where standard output is none.
  package static func knownSize() -> (width: Int, height: Int)? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The terminal's columns and rows, or a usual size.
  package static func size() -> (width: Int, height: Int) {
    guard let size = knownSize(), size.height > 0 else { return (80, 24) }
    return size
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  package static func put(_ text: String) { _ = OutputStreams.write(text, to: 1) }

  /// Waits for keys or for the pipe, at most as long as given. False when the terminal is gone.
  package static func wait(or wake: WakePipe, milliseconds: Int32) -> Bool {
    var pollers = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&pollers, 2, milliseconds)
    return pollers[0].revents & Int16(POLLHUP | POLLERR) == 0
  }

  /// The keys that were pressed, as the terminal sends them. Does not wait.
  package static func keys() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(0, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }
}
