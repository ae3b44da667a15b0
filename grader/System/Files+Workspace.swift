import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Files {
  /// Whether anything is at the path, a link without a target included.
  package static func exists(_ path: String) throws(FileError) -> Bool {
    var info = stat()
    if lstat(path, &info) == 0 { return true }
    let code = errno
    guard code == ENOENT || code == ENOTDIR else {
      throw .unreadable(path, reason: String(cString: strerror(code)))
    }
    return false
  }

  /// Writes a file that appears with its content and its time at once, whole or not at all.
  package static func write(_ bytes: [UInt8], to path: String, second: Int) throws {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let draft = "\(path[..<slash])/.\(path[slash...].dropFirst()).draft"
    try write(bytes, to: draft)
    try setModified(draft, second: second)
    try rename(draft, to: path)
  }

  /// Makes a symbolic link, in the place of whatever is there.
  package static func link(_ path: String, to target: String) throws {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == target { return }
    try? FileManager.default.removeItem(atPath: path)
    do {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    } catch {
      throw GraderError.cannotWrite(path, reason: error.localizedDescription)
    }
  }

  /// Moves a draft to its path, in the place of whatever is there.
  package static func rename(_ draft: String, to path: String) throws {
    guard Foundation.rename(draft, path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: draft)
      throw GraderError.cannotWrite(path, reason: reason)
    }
  }
}
