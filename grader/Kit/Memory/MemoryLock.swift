import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets one grader at a time change what is remembered and kept. The lock goes with the process that holds it, however that
/// ends. It is not taken twice by one.
enum MemoryLock {
  static func held<Value>(in workbook: Workbook, _ body: () throws -> Value) throws -> Value {
    try Files.makeFolder(workbook.absolute(MemoryFile.folder))
    let path = workbook.absolute(MemoryFile.folder + "/lock")
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Trouble.cannotWrite(path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}
