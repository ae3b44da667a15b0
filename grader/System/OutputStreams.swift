import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The grader's own output. A write that fails is remembered: an answer that did not arrive is no success.
package final class OutputStreams: Sendable {
  /// The number of the error that ended standard output.
  private let failure = Mutex<Int32?>(nil)

  /// Writes to standard output, until it fails.
  package func writeOutput(_ text: String) {
    failure.withLock { failure in
      if failure == nil { failure = Self.write(text, to: 1) }
    }
  }

  /// Writes to standard error. What cannot be told there can be told nowhere.
  package static func writeError(_ text: String) { _ = write(text, to: 2) }

  /// Why standard output is incomplete, in the system's words; nil where all was written.
  package var outputFailure: Failure? {
    failure.withLock { $0 }.map {
      Failure(isClosedByReader: $0 == EPIPE, reason: String(cString: strerror($0)))
    }
  }

  package struct Failure: Equatable, Sendable {
    /// The reader has gone (`grader | head`): it has enough, and needs no word about it.
    package let isClosedByReader: Bool
    package let reason: String

    package init(isClosedByReader: Bool, reason: String) {
      self.isClosedByReader = isClosedByReader
      self.reason = reason
    }
  }

  /// Writes all of it. Returns nil, or the number of the error that kept it from being written.
  package static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { writeSome($0, to: descriptor) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
        continue
      }
      let error = count == 0 ? EIO : errno
      switch error {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK:
        // Somebody made the terminal or the pipe nonblocking.
        var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&poller, 1, -1)
      default: return error
      }
    }
    return nil
  }

  private static func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
