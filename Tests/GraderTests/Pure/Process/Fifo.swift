import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A named pipe that a child holds open, so that its end can be waited for without a clock.
final class Fifo {
  let path: String
  private let descriptor: Int32

  init() throws {
    path = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/fifo-\(UUID().uuidString)"
    leftovers.withLock { [path] in $0.append(path) }
    try #require(mkfifo(path, 0o600) == 0)
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    try #require(descriptor >= 0)
  }

  deinit { close(descriptor) }

  /// Whether somebody holds the pipe's other end, and has nothing to say.
  var isHeld: Bool {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == -1 && errno == EAGAIN
  }

  /// Waits until somebody has written a byte.
  func waitForWord() {
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) != 1 {
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&poller, 1, 1000)
    }
  }

  /// Waits until nobody holds the other end any more.
  func waitForEnd() {
    _ = fcntl(descriptor, F_SETFL, 0)
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count == 0 || (count < 0 && errno != EINTR) { return }
    }
  }
}
