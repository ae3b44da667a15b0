import Foundation
import SystemKit

/// Two rows of bytes below each other in hex, with the ones that differ marked.
enum HexComparison {
  private static let perRow = 16

  /// Nil where the two are not lists of bytes.
  static func lines(got: String, expected: String) -> [String]? {
    guard let got = bytes(got), let expected = bytes(expected), !(got.isEmpty && expected.isEmpty) else {
      return nil
    }
    let length = max(got.count, expected.count)
    var lines: [String] = []
    if got.count != expected.count {
      lines.append("\(got.count.pluralized("byte")), expected \(expected.count)")
    }
    var shown = 0
    for start in stride(from: 0, to: length, by: perRow) {
      let range = start..<min(start + perRow, length)
      let differs = range.map { byte(got, $0) != byte(expected, $0) }
      guard differs.contains(true) else { continue }
      shown += 1
      guard shown <= 2 else {
        lines.append("… and more rows that differ")
        break
      }
      let place = String(format: "%04x", start)
      lines.append("  \(place)  got       " + range.map { byte(got, $0) }.joined(separator: " "))
      lines.append("        expected  " + range.map { byte(expected, $0) }.joined(separator: " "))
      let marks = differs.map { $0 ? "^^" : "  " }.joined(separator: " ")
      lines.append("                  " + marks)
    }
    return lines
  }

  private static func byte(_ bytes: [UInt8], _ index: Int) -> String {
    index < bytes.count ? String(format: "%02x", bytes[index]) : "--"
  }

  /// `[18, 52, 0]`
  private static func bytes(_ text: String) -> [UInt8]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
    let bytes = parts.compactMap { UInt8($0) }
    return bytes.count == parts.count ? bytes : nil
  }
}
