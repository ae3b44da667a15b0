import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets one grader at a time use the benches. The lock goes with the process that holds it, however that ends.
final class BenchLock: Sendable {
  private let descriptor: Int32

  /// Waits for its turn; `waiting` is called once when another grader is at work.
  init(workbook: Workbook, waiting: () -> Void) throws {
    try Files.makeFolder(workbook.absolute(".build/grader"))
    let path = workbook.absolute(".build/grader/lock")
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Trouble.cannotWrite(path, reason: String(cString: strerror(errno))) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    waiting()
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit { close(descriptor) }
}
