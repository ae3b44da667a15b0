import SystemKit

/// Reads a tar file (POSIX.1-1988 ustar, GNU's and POSIX.1-2001's long names), also one that gzip packed (RFC 1952).
package enum TarReader {
  private static let block = 512

  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }
  package static func isTar(_ bytes: [UInt8]) -> Bool {
    bytes.count >= block && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// What gzip packed: one member after the other.
  package static func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
    var all: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard let start = member(at: place, in: bytes) else {
        // Zeros may fill the last block.
        if !all.isEmpty, bytes[place...].allSatisfy({ $0 == 0 }) { break }
        throw ArchiveFault.damaged
      }
      let part: (bytes: [UInt8], end: Int)
      do {
        part = try Inflate.unpack(bytes[start...], most: ArchiveLimits.mostUnpacked - all.count)
      } catch {
        throw error == .tooLarge ? ArchiveFault.tooLarge : ArchiveFault.damaged
      }
      guard let sum = bytes[...].number(at: part.end, bytes: 4), Int(Checksum.of(part.bytes)) == sum,
        bytes[...].number(at: part.end + 4, bytes: 4) == part.bytes.count
      else {
        throw ArchiveFault.damaged
      }
      all += part.bytes
      place = part.end + 8
    }
    return all
  }

  /// Where the packed data of a member begins: after its header and the header's optional parts.
  private static func member(at place: Int, in bytes: [UInt8]) -> Int? {
    guard place + 10 <= bytes.count, bytes[place..<place + 3].elementsEqual([0x1F, 0x8B, 0x08]) else {
      return nil
    }
    let flags = bytes[place + 3]
    var next = place + 10
    if flags & 4 != 0 {
      guard let extra = bytes[...].number(at: next, bytes: 2) else { return nil }
      next += 2 + extra
    }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      guard next < bytes.count, let end = bytes[next...].firstIndex(of: 0) else { return nil }
      next = end + 1
    }
    if flags & 2 != 0 { next += 2 }
    return next <= bytes.count ? next : nil
  }

  package static func entries(_ bytes: [UInt8]) throws -> [ArchiveEntry] {
    var entries: [ArchiveEntry] = []
    var longName: String?
    var place = 0
    while place + block <= bytes.count {
      let header = bytes[place..<place + block]
      if header.allSatisfy({ $0 == 0 }) { break }
      guard isSound(header), let size = octal(header, 124, 12), size <= bytes.count - place - block else {
        throw ArchiveFault.damaged
      }
      guard entries.count < ArchiveLimits.mostEntries else { throw ArchiveFault.tooManyEntries }
      let data = bytes[place + block..<place + block + size]
      place += block + (size + block - 1) / block * block
      switch header[header.startIndex + 156] {
      case UInt8(ascii: "L"): longName = text(data)
      case UInt8(ascii: "x"): longName = path(inExtendedHeader: data) ?? longName
      // GNU's long link, POSIX's header for all: no names.
      case UInt8(ascii: "K"), UInt8(ascii: "g"): continue
      case let type:
        let path = longName ?? name(header)
        longName = nil
        entries.append(
          ArchiveEntry(path: path, kind: kind(type, path), size: size) { most in
            guard data.count <= most else { throw ArchiveFault.tooLarge }
            return Array(data)
          })
      }
    }
    return entries
  }

  private static func kind(_ type: UInt8, _ path: String) -> FileKind {
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): path.hasSuffix("/") ? .folder : .file
    case UInt8(ascii: "1"), UInt8(ascii: "2"): .link
    case UInt8(ascii: "5"): .folder
    default: .other
    }
  }

  /// Whether the header's sum is right: that of its bytes, with spaces in the sum's own place.
  private static func isSound(_ header: ArraySlice<UInt8>) -> Bool {
    let sum = header.enumerated().reduce(0) { $0 + (148..<156 ~= $1.offset ? 32 : Int($1.element)) }
    return octal(header, 148, 8) == sum
  }

  private static func octal(_ header: ArraySlice<UInt8>, _ offset: Int, _ length: Int) -> Int? {
    let start = header.startIndex + offset
    let digits = header[start..<start + length].filter { $0 != 0 && $0 != 32 }
    return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func name(_ header: ArraySlice<UInt8>) -> String {
    let start = header.startIndex
    let name = text(header[start..<start + 100])
    // GNU's own format has something else in the place of the prefix.
    let isPOSIX = header[start + 257..<start + 263].elementsEqual("ustar\0".utf8)
    let prefix = isPOSIX ? text(header[start + 345..<start + 500]) : ""
    return prefix.isEmpty ? name : prefix + "/" + name
  }

  /// Records are `LENGTH key=value` and a line break, the length counted with itself.
  private static func path(inExtendedHeader data: ArraySlice<UInt8>) -> String? {
    var rest = data
    var path: String?
    while let space = rest.firstIndex(of: 32),
      let length = Int(String(decoding: rest[..<space], as: UTF8.self)), length > 0, length <= rest.count,
      space + 1 < rest.startIndex + length
    {
      let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
      if record.starts(with: "path=".utf8) { path = String(decoding: record.dropFirst(5), as: UTF8.self) }
      rest = rest.dropFirst(length)
    }
    return path
  }
}
