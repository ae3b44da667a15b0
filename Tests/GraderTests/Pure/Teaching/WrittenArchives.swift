@testable import TeachingKit

/// Archives as somebody may write them on purpose.
enum WrittenArchives {
  struct Entry {
    var path: String
    var text = "work\n"
    /// The Unix mode, with the kind.
    var mode = 0o100644
    /// The size that is promised; nil for the real one.
    var promised: Int?
    /// The kind of a tar's entry.
    var type: UInt8 = UInt8(ascii: "0")
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A zip with its files as they are (APPNOTE.TXT §4.3).
  static func zip(_ entries: [Entry]) -> [UInt8] {
    var all: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let data = Array(entry.text.utf8)
      let name = Array(entry.path.utf8)
      let facts =
        number(0, 2) + number(0, 2) + number(0, 4) + number(Int(Checksum.of(data)), 4)
        + number(entry.promised ?? data.count, 4) + number(entry.promised ?? data.count, 4)
        + number(name.count, 2) + number(0, 2)
      list +=
        number(0x0201_4B50, 4) + [20, 3] + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2)
      list += number(entry.mode << 16, 4) + number(all.count, 4) + name
      all += number(0x0403_4B50, 4) + number(20, 2) + facts + name + data
    }
    let start = all.count
    all += list
    all += number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
    return all + number(list.count, 4) + number(start, 4) + number(0, 2)
  }

  /// A tar (POSIX.1-1988).
  static func tar(_ entries: [Entry]) -> [UInt8] {
    func field(_ text: String, _ length: Int) -> [UInt8] {
      Array(text.utf8) + [UInt8](repeating: 0, count: length - text.utf8.count)
    }
    func octal(_ value: Int, _ length: Int) -> [UInt8] {
      let digits = String(value, radix: 8)
      return field(String(repeating: "0", count: length - 1 - digits.count) + digits, length)
    }
    var all: [UInt8] = []
    for entry in entries {
      let data = Array(entry.text.utf8)
      var header = field(entry.path, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8)
      header += octal(entry.promised ?? data.count, 12) + octal(0, 12) + field("        ", 8) + [entry.type]
      header += field("/etc/passwd", 100) + field("ustar", 6) + Array("00".utf8) + field("", 247)
      let sum = header.reduce(0) { $0 + Int($1) }
      header.replaceSubrange(148..<156, with: octal(sum, 7) + [32])
      all += header + data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
    }
    return all + [UInt8](repeating: 0, count: 1024)
  }
}
