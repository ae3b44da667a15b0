import Foundation

/// Short names for contents: FNV-1a, 64 bits. They tell versions of a file apart; they keep no secret.
enum Fingerprint {
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }

  /// Of a file's content; empty where there is none.
  static func ofFile(_ path: String) -> String { Files.bytes(path).map { of($0) } ?? "" }

  /// Of a folder's files by name, size and modification time, links followed.
  static func ofFolder(_ path: String) -> String {
    let root = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return of(names.sorted().map { "\($0) \(stamp(root + "/" + $0))\n" }.joined().utf8)
  }

  /// A file's size and modification time.
  static func stamp(_ path: String) -> String { FileStatus.stamp(path) }
}
