import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock on a file that one grader holds at a time. It goes with the last process that has its descriptor, however that ends.
///
/// A process that takes the same lock twice waits for itself for ever.
package final class FileLock: Sendable {
  /// Given to the watchdogs, so that the lock is held until what they watch is gone.
  package let descriptor: Int32

  /// Waits for its turn; `waiting` is called once when another process holds the lock.
  package init(_ path: String, waiting: () -> Void = {}) throws {
    try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw Self.failure(path) }
    descriptor = PipeEnds.privateCopy(opened)
    guard descriptor >= 0 else { throw Self.failure(path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    if errno == EWOULDBLOCK { waiting() }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Self.failure(path) }
    }
  }

  deinit { close(descriptor) }

  /// Writes into the file who holds the lock, for those who wait.
  package func sign(_ holder: String) {
    let bytes = Array(holder.utf8)
    // Who waits can do without.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, bytes, bytes.count, 0) }
  }

  /// Who signed last; nil where nobody did.
  package static func holder(of path: String) -> String? {
    guard let bytes = try? Files.readIfPresent(path), !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self).printable
  }

  /// Does something while the lock is held.
  package static func held<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    let lock = try FileLock(path)
    return try withExtendedLifetime(lock, body)
  }

  private static func failure(_ path: String) -> GraderError {
    .cannotWrite(path, reason: String(cString: strerror(errno)))
  }
}
