#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends a loop on Ctrl-C and on `kill`.
package final class Interrupt: EventLoop.Handler {
  // A signal's handler may touch nothing but this: a pipe that wakes the loop. It is set once, before the handler is.
  nonisolated(unsafe) private static var writer: Int32 = -1

  private let loop: EventLoop
  private let reader: Int32

  package init(ending loop: EventLoop) throws {
    self.loop = loop
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError("cannot make a pipe") }
    reader = ends[0]
    Self.writer = ends[1]
    // A client that goes away is an error of the write, not the end of the server.
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        // The second one ends the program at once.
        signal(number, SIG_DFL)
        _ = write(Interrupt.writer, "!", 1)
      }
    }
    loop.watch(reader, for: POLLIN, self)
  }

  package func ready(_ events: Int32) { loop.stop() }
  package func tick(now: Int64) {}
}
