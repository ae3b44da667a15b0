import SystemKit

/// Reads the list of a zip file (APPNOTE.TXT §4.3), and single files of it.
package enum ZipReader {
  package static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// The longest comment after the end record: its length has two bytes.
  private static let mostComment = 0xFFFF
  private static let endLength = 22

  /// The entries of the central directory: it is what every other program goes by.
  package static func entries(_ bytes: [UInt8]) throws -> [ArchiveEntry] {
    let all = bytes[...]
    let last = bytes.count - endLength
    guard last >= 0,
      let end = (max(0, last - mostComment)...last).reversed().first(where: {
        all.number(at: $0, bytes: 4) == 0x0605_4B50
      }), let count = all.number(at: end + 10, bytes: 2), let start = all.number(at: end + 16, bytes: 4),
      let onThisDisk = all.number(at: end + 8, bytes: 2)
    else { throw ArchiveFault.damaged }
    guard count == onThisDisk, count != 0xFFFF, start != 0xFFFF_FFFF else {
      throw ArchiveFault.unsupported("it has several parts, or is a zip64")
    }
    guard count <= ArchiveLimits.mostEntries else { throw ArchiveFault.tooManyEntries }
    var entries: [ArchiveEntry] = []
    var place = start
    for _ in 0..<count {
      guard let (entry, next) = entry(at: place, in: all) else { throw ArchiveFault.damaged }
      entries.append(entry)
      place = next
    }
    return entries
  }

  private static func entry(at place: Int, in all: ArraySlice<UInt8>) -> (ArchiveEntry, next: Int)? {
    guard all.number(at: place, bytes: 4) == 0x0201_4B50,
      let system = all.number(at: place + 5, bytes: 1),
      let flags = all.number(at: place + 8, bytes: 2), let method = all.number(at: place + 10, bytes: 2),
      let sum = all.number(at: place + 16, bytes: 4), let packed = all.number(at: place + 20, bytes: 4),
      let size = all.number(at: place + 24, bytes: 4), let name = all.number(at: place + 28, bytes: 2),
      let extra = all.number(at: place + 30, bytes: 2), let comment = all.number(at: place + 32, bytes: 2),
      let attributes = all.number(at: place + 38, bytes: 4), let local = all.number(at: place + 42, bytes: 4),
      place + 46 + name <= all.count
    else { return nil }
    let path = String(decoding: all[place + 46..<place + 46 + name], as: UTF8.self)
    let entry = ArchiveEntry(
      path: path, kind: kind(path, system: system, mode: attributes >> 16), size: size
    ) { most in
      guard flags & 1 == 0 else { throw ArchiveFault.unsupported("it is encrypted") }
      let bytes = try content(at: local, packed: packed, size: size, method: method, in: all, most: most)
      guard Int(Checksum.of(bytes)) == sum else { throw ArchiveFault.damaged }
      return bytes
    }
    return (entry, place + 46 + name + extra + comment)
  }

  /// The kind by the Unix mode, which archives of Unix systems (3) and of macOS (19) have.
  private static func kind(_ path: String, system: Int, mode: Int) -> FileKind {
    if system == 3 || system == 19 {
      switch mode & 0o170000 {
      case 0o120000: return .link
      case 0o040000: return .folder
      case 0o100000, 0: break
      default: return .other
      }
    }
    return path.hasSuffix("/") ? .folder : .file
  }

  private static func content(
    at place: Int, packed: Int, size: Int, method: Int, in all: ArraySlice<UInt8>, most: Int
  ) throws -> [UInt8] {
    guard size <= most else { throw ArchiveFault.tooLarge }
    guard all.number(at: place, bytes: 4) == 0x0403_4B50, let name = all.number(at: place + 26, bytes: 2),
      let extra = all.number(at: place + 28, bytes: 2), place + 30 + name + extra + packed <= all.count
    else { throw ArchiveFault.damaged }
    let start = place + 30 + name + extra
    let data = all[start..<start + packed]
    switch method {
    case 0:
      guard packed == size else { throw ArchiveFault.damaged }
      return Array(data)
    case 8:
      do {
        let bytes = try Inflate.unpack(data, most: size).bytes
        guard bytes.count == size else { throw ArchiveFault.damaged }
        return bytes
      } catch is Inflate.Fault {
        // More than it promises is damage, too.
        throw ArchiveFault.damaged
      }
    default: throw ArchiveFault.unsupported("it is packed by method \(method)")
    }
  }
}
