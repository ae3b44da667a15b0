import Foundation

/// Short names for contents: FNV-1a over words, 64 bits. They tell versions of a file apart; they keep no secret.
package enum Fingerprint {
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let prime: UInt64 = 0x0000_0100_0000_01B3
    bytes.withUnsafeBytes { buffer in
      // Eight bytes at a time: files are read whole, and a debug build counts each step.
      var offset = 0
      while offset + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ UInt64(littleEndian: word)) &* prime
        hash ^= hash >> 32
        offset += 8
      }
      while offset < buffer.count {
        hash = (hash ^ UInt64(buffer[offset])) &* prime
        offset += 1
      }
    }
    return String(hash ^ UInt64(bytes.count), radix: 16)
  }

  /// Of a file's content; empty where there is none.
  package static func ofFile(_ path: String) -> String { (try? Files.read(path)).map { of($0) } ?? "" }

  /// Of a folder's files by name, size and modification time, links followed.
  package static func ofFolder(_ path: String) -> String {
    let root = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return of(names.sorted().map { "\($0) \(stamp(root + "/" + $0))\n" }.joined().utf8)
  }

  /// A file's size and modification time.
  package static func stamp(_ path: String) -> String { FileStatus.stamp(path) }
}
