import Foundation

/// Reading and writing files with errors that say what to do.
///
/// A file that exists and cannot be read is never taken for an absent one. The readers whose names end in `IfPresent` return nil
/// only where nothing exists at the path.
package enum Files {
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    // A pipe without a writer would block the `open`.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw openError(path, errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .unreadable(path, reason: reason(errno)) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path, reason: kind(info)) }
    // One byte more than the file's size, so that its end is seen by the first read.
    return try read(descriptor, capacity: Int(info.st_size) + 1, path)
  }

  package static func readIfPresent(_ path: String) throws(FileError) -> [UInt8]? {
    do { return try read(path) } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  /// The names in a folder, sorted.
  package static func names(in folder: String) throws(FileError) -> [String] {
    var info = stat()
    guard stat(folder, &info) == 0 else { throw openError(folder, errno) }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .unreadable(folder, reason: "it is not a folder") }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .unreadable(folder, reason: reason(error))
    }
  }

  package static func namesIfPresent(in folder: String) throws(FileError) -> [String]? {
    do { return try names(in: folder) } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  package static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw GraderError.cannotWrite(path, reason: reason(error))
    }
  }

  /// Writes the whole file or nothing, making its folder where there is none.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    // By bytes: a slash and a combining accent after it are one `Character`.
    let folder = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
    if !folder.isEmpty { try makeFolder(String(folder)) }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw GraderError.cannotWrite(path, reason: reason(error))
    }
  }

  package static func remove(_ path: String) throws {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw GraderError.cannotWrite(path, reason: reason(error))
    }
  }

  package static func setModified(_ path: String, second: Int) throws {
    let date = Date(timeIntervalSince1970: Double(second))
    do {
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    } catch {
      throw GraderError.cannotWrite(path, reason: reason(error))
    }
  }
}

extension Files {
  private static func read(_ descriptor: Int32, capacity: Int, _ path: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = capacity
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        var got = 0
        repeat {
          got = Foundation.read(descriptor, buffer.baseAddress, capacity)
        } while got < 0 && errno == EINTR
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      guard failure == 0 else { throw .unreadable(path, reason: reason(failure)) }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      capacity = 1 << 16
    }
  }

  /// A link whose target is missing exists, and is not what it stands for.
  private static func openError(_ path: String, _ code: Int32) -> FileError {
    guard code == ENOENT || code == ENOTDIR else { return .unreadable(path, reason: reason(code)) }
    var info = stat()
    guard lstat(path, &info) == 0 else { return .notFound(path) }
    return .unreadable(path, reason: "it is a link to a file that does not exist")
  }

  private static func kind(_ info: stat) -> String {
    info.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is not a regular file"
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}
