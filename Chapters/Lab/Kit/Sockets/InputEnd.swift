#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends a loop when standard input does. Whoever holds the other end of that pipe cannot leave the program behind, not even killed.
final class InputEnd: EventLoop.Handler {
  private let loop: EventLoop
  private var buffer = [UInt8](repeating: 0, count: 1_024)

  init(ending loop: EventLoop) { self.loop = loop }

  func ready(_ events: Int32) {
    // What is written there is of no use to a server.
    if read(0, &buffer, buffer.count) == 0 { loop.stop() }
  }

  func tick(now: Int64) {}
}
