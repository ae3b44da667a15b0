import Foundation
import SystemKit

/// Asks a test's process that is about to be ended where it is: Swift's runtime writes a backtrace of the thread that traps.
enum HangBacktrace {
  /// Looks at the file until patience is over. The backtrace takes some 60 ms on an idle machine, and whoever waits here has
  /// already waited for the test.
  private static let looks = 100
  /// Microseconds between two looks.
  private static let pause: UInt32 = 20_000
  /// A larger file is no backtrace: that of 12 frames has some 4 KB.
  private static let mostBytes = 1 << 20
  /// How the runtime's last line begins.
  private static let end = "Backtrace took"

  /// Returns once the backtrace is in the file, or patience is over. The other signals that the runtime catches are blocked in
  /// the threads that run tests.
  static func ask(_ process: Int32, into file: String) {
    guard BusiestThread.signal(process, SIGTRAP) else { return }
    for _ in 0..<looks {
      usleep(pause)
      let bytes = Files.readPlainIfPresent(file, most: mostBytes)
      if String(decoding: bytes, as: UTF8.self).contains(end) { return }
    }
  }
}
