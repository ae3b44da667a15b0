import SystemKit

/// What an archive says of one thing in it. Nothing is ever unpacked to a disk.
package struct ArchiveEntry {
  package let path: String
  package let kind: FileKind
  /// The bytes that the archive promises.
  package let size: Int
  /// Reads them, at most so many.
  package let read: (_ most: Int) throws -> [UInt8]

  package init(path: String, kind: FileKind, size: Int, read: @escaping (_ most: Int) throws -> [UInt8]) {
    self.path = path
    self.kind = kind
    self.size = size
    self.read = read
  }
}

/// Why an archive is not read.
package enum ArchiveFault: Error, Equatable {
  case damaged
  case tooLarge
  case tooManyEntries
  /// Something that is used by nobody who just packs a folder: encryption, several disks, zip64.
  case unsupported(String)
}

/// How much of an archive is looked at.
package enum ArchiveLimits {
  /// A packed course has some thousand files; with all that a build leaves some ten thousand.
  package static let mostEntries = 50_000
  /// Bytes of the archive itself. The course packs into some five million.
  package static let mostPacked = 64 << 20
  /// Bytes of a tar once it is unpacked: it has to be unpacked whole to be looked at.
  package static let mostUnpacked = 64 << 20
}

extension ArraySlice<UInt8> {
  /// A number of so many bytes at an offset, the lowest first; nil beyond the end.
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset + count <= self.count else { return nil }
    return (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[startIndex + offset + $1]) }
  }
}
