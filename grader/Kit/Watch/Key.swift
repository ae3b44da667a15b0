/// A key that was pressed.
enum Key: Equatable, Sendable {
  case letter(Character)
  case enter
  case escape
  case up
  case down
  case pageUp
  case pageDown

  /// The keys in what a terminal sent.
  static func decode(_ bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    let sequences: [(String, Key)] = [
      ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown),
    ]
    while let first = rest.first {
      if let (sequence, key) = sequences.first(where: { rest.starts(with: $0.0.utf8) }) {
        keys.append(key)
        rest = rest.dropFirst(sequence.utf8.count)
        continue
      }
      rest = rest.dropFirst()
      switch first {
      case 0x1B:
        // A sequence of no use here: to its final letter.
        if rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O") {
          rest = rest.dropFirst().drop { !(0x40...0x7E).contains($0) }.dropFirst()
        } else {
          keys.append(.escape)
        }
      case 0x0A, 0x0D: keys.append(.enter)
      case 0x20...0x7E: keys.append(.letter(Character(UnicodeScalar(first))))
      default: break
      }
    }
    return keys
  }
}
