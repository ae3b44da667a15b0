/// A query as nearly all are: one question of class IN whose name is written in full, and at most an OPT record after it.
struct PlainQuery {
  /// What an OPT record asks for.
  struct Extension {
    let payloadSize: UInt16
    let dnssecOK: Bool
  }

  /// Where the name ends, with the root's octet.
  let nameEnd: Int
  let type: UInt16
  let edns: Extension?

  /// Octets before the question.
  static let start = 12  // RFC 1035 §4.1.1
  /// Octets after the name: type and class.
  static let tail = 4  // RFC 1035 §4.1.2
  /// The request for a whole zone, which is no question about a name (RFC 5936).
  private static let transfer: UInt16 = 252

  /// Nil for every other message, right ones among them.
  init?(_ octets: [UInt8]) {
    // Before the name: QR and the opcode are 0, and the four counts are 1, 0, 0, and 0 or 1.
    guard octets.count > Self.start, octets[2] & 0b1111_1000 == 0 else { return nil }
    guard octets[4] | octets[6] | octets[7] | octets[8] | octets[9] | octets[10] == 0, octets[5] == 1,
      octets[11] <= 1
    else { return nil }
    func word(_ offset: Int) -> UInt16 { UInt16(octets[offset]) << 8 | UInt16(octets[offset + 1]) }
    var end = Self.start
    while octets[end] != 0 {
      // A label has at most 63 octets; a greater number is a pointer, or nothing (RFC 1035 §4.1.4).
      guard octets[end] < 64 else { return nil }
      end += Int(octets[end]) + 1
      guard end < octets.count else { return nil }
    }
    end += 1
    guard end - Self.start <= 255, end + Self.tail <= octets.count, word(end + 2) == 1 else { return nil }
    nameEnd = end
    type = word(end)
    guard type != Self.transfer else { return nil }
    let rest = end + Self.tail
    guard octets[11] == 1 else {
      edns = nil
      guard rest == octets.count else { return nil }
      return
    }
    // The root, type 41, a size, an upper code, version 0, flags, and options that fill the rest (RFC 6891 §6.1.2).
    guard rest + 11 <= octets.count, octets[rest] == 0, word(rest + 1) == 41, octets[rest + 6] == 0,
      rest + 11 + Int(word(rest + 9)) == octets.count
    else { return nil }
    var option = rest + 11
    while option < octets.count {
      guard option + 4 <= octets.count else { return nil }
      option += 4 + Int(word(option + 2))
    }
    guard option == octets.count else { return nil }
    edns = Extension(payloadSize: word(rest + 3), dnssecOK: octets[rest + 7] & 0x80 != 0)
  }
}
