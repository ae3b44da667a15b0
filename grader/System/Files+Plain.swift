import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Files {
  /// What is at a path, where a link is a link.
  package static func kind(_ path: String) throws(FileError) -> FileKind {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR
        ? .notFound(path) : .unreadable(path, reason: String(cString: strerror(code)))
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Reads a regular file, never through a link; nil where it is larger than so many bytes.
  package static func readPlain(_ path: String, most: Int) throws(FileError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw .unreadable(path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path, reason: "it is not a regular file")
    }
    guard info.st_size <= most else { return nil }
    return try read(path)
  }

  /// The same for what strangers' code may have put there: whatever it is but a regular file is nothing.
  package static func readPlainIfPresent(_ path: String, most: Int) -> [UInt8] {
    (try? readPlain(path, most: most)) ?? []
  }
}
