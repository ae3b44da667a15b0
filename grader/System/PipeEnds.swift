import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two ends of a pipe, which no child inherits unless it is given one.
package struct PipeEnds {
  package let reader: Int32
  package let writer: Int32

  /// Held while a descriptor exists that is not yet marked, and while a child is started: a child of another thread would
  /// inherit the unmarked one. There is no portable way to create a pipe that is already marked.
  package static let spawning = Mutex(())

  package init() throws {
    var ends: [Int32] = [0, 0]
    let made = Self.spawning.withLock { _ in
      guard pipe(&ends) == 0 else { return false }
      ends = ends.map(Self.privateCopy)
      return true
    }
    guard made, ends.allSatisfy({ $0 >= 0 }) else {
      throw GraderError.cannotStart("a pipe", reason: String(cString: strerror(errno)))
    }
    (reader, writer) = (ends[0], ends[1])
  }

  /// Moves a descriptor to a number that children do not use themselves, and keeps it from being inherited.
  package static func privateCopy(_ descriptor: Int32) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, firstPrivate)
    close(descriptor)
    return copy
  }

  /// Children get descriptors 0 to 3.
  private static let firstPrivate: Int32 = 10

  /// What can be read without waiting, at most `limit` bytes. `isClosed` when no writer is left.
  package static func readAvailable(_ reader: Int32, limit: Int) -> (bytes: [UInt8], isClosed: Bool) {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while all.count < limit {
      let count = read(reader, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return (all, count == 0) }
      all += buffer[..<count]
    }
    return (all, false)
  }

  package static func makeNonblocking(_ descriptor: Int32) { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
}
