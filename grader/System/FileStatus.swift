import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system knows of a file, links followed.
package enum FileStatus {
  private static func status(_ path: String) -> stat? {
    var info = stat()
    return stat(path, &info) == 0 ? info : nil
  }

  /// Its size and modification time; `none` where there is no file.
  package static func stamp(_ path: String) -> String {
    guard let info = status(path) else { return "none" }
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    return "\(info.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }

  /// The second in which it was last written; 0 where there is none.
  package static func modified(_ path: String) -> Int {
    guard let info = status(path) else { return 0 }
    #if canImport(Darwin)
      return info.st_mtimespec.tv_sec
    #else
      return info.st_mtim.tv_sec
    #endif
  }

  /// Its size in bytes; 0 where there is no file.
  package static func size(_ path: String) -> Int { status(path).map { Int($0.st_size) } ?? 0 }

  /// Whether it is a file that may be run: no folder, not on a volume without programs.
  package static func isProgram(_ path: String) -> Bool {
    guard let info = status(path), info.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }

  /// Bytes that can still be written where a folder is; nil where the system does not say.
  package static func freeBytes(_ folder: String) -> Int? {
    var info = statvfs()
    guard statvfs(folder, &info) == 0 else { return nil }
    return Int(clamping: UInt64(info.f_bavail) &* UInt64(info.f_frsize))
  }
}
