import Foundation

/// Writing files with errors that say what to do.
enum Files {
  static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Trouble.cannotWrite(path, reason: reason(error))
    }
  }

  /// Writes the whole file or nothing, making its folder where there is none.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Trouble.cannotWrite(path, reason: reason(error))
    }
  }

  static func remove(_ path: String) throws {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Trouble.cannotWrite(path, reason: reason(error))
    }
  }

  static func setModified(_ path: String, second: Int) throws {
    let date = Date(timeIntervalSince1970: Double(second))
    do {
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    } catch {
      throw Trouble.cannotWrite(path, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}
