import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HeaderTests {
  private let reading = "parseHeader(_:)"

  /// A header of nothing but these two bytes of flags.
  private func message(_ high: UInt8, _ low: UInt8) -> [UInt8] {
    [0, 0, high, low, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  private func read(_ message: [UInt8]) throws -> HeaderFields { HeaderFields(try parseHeader(message)) }

  // RFC 1035 §4.1.1
  @Test func `the id is the first two bytes, big-endian`() throws {
    for (high, low, id) in [(0x12, 0x34, 0x1234), (0xFF, 0x00, 0xFF00), (0x00, 0x80, 0x0080)]
      as [(UInt8, UInt8, UInt16)]
    {
      let message = [high, low, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      let rule = "\(hex([high, low])) is \(id): the first byte weighs more"
      try check("parseHeader(_:).id", message, returns: id, rule) { try parseHeader($0).id }
    }
  }

  // RFC 6895 §2
  @Test func `QR is the highest bit of byte 2`() throws {
    for (high, isResponse, rule) in [
      (0x80, true, "the highest bit and no other is set: a response"),
      (0x7F, false, "every bit but the highest is set: a query"), (0x00, false, "no bit is set: a query"),
    ] as [(UInt8, Bool, String)] {
      for low in [0x00, 0xFF] as [UInt8] {
        try check("parseHeader(_:).isResponse", message(high, low), returns: isResponse, rule) {
          try parseHeader($0).isResponse
        }
      }
    }
  }

  // RFC 6895 §2
  @Test func `the opcode is the four bits below QR`() throws {
    for number in UInt8(0)...15 {
      for (high, low, flags) in [(number * 8, 0x00, "no flag"), (number * 8 + 0x87, 0xFF, "QR, AA, TC, RD")]
        as [(UInt8, UInt8, String)]
      {
        let rule = "byte 2 is \(hex([high])): opcode \(number) and \(flags)"
        try check("parseHeader(_:).opcode.rawValue", message(high, low), returns: number, rule) {
          try parseHeader($0).opcode.rawValue
        }
      }
    }
  }

  // RFC 6895 §2
  @Test func `AA, TC and RD are the three lowest bits of byte 2, in this order`() throws {
    for (byte, expected, name) in [
      (0x04, DNS.Header(isAuthoritative: true), "AA"), (0x02, DNS.Header(isTruncated: true), "TC"),
      (0x01, DNS.Header(recursionDesired: true), "RD"),
    ] as [(UInt8, DNS.Header, String)] {
      let rule = "byte 2 is \(hex([byte])), the other eleven are 0: \(name) and nothing else"
      try check(reading, message(byte, 0), returns: HeaderFields(expected), rule, read)
    }
  }

  // RFC 6895 §2
  @Test func `RA is the highest bit of byte 3`() throws {
    for (high, low, isAvailable, rule) in [
      (0x00, 0x80, true, "the highest bit of byte 3 and no other is set: recursion is available"),
      (0xFF, 0x7F, false, "every bit but RA is set, whatever byte 2 says"),
      (0x7F, 0x80, true, "the highest bit of byte 3 counts, not that of byte 2"),
    ] as [(UInt8, UInt8, Bool, String)] {
      try check("parseHeader(_:).recursionAvailable", message(high, low), returns: isAvailable, rule) {
        try parseHeader($0).recursionAvailable
      }
    }
  }

  // RFC 6895 §2: RFC 1035 drew Z three bits wide, DNSSEC took two of them.
  @Test func `Z, AD and CD are one bit each, below RA`() throws {
    for (byte, expected, name) in [
      (0x40, DNS.Header(reservedBit: true), "Z"), (0x20, DNS.Header(isAuthenticData: true), "AD"),
      (0x10, DNS.Header(checkingDisabled: true), "CD"),
    ] as [(UInt8, DNS.Header, String)] {
      let rule = "byte 3 is \(hex([byte])), the other eleven are 0: \(name) and nothing else"
      try check(reading, message(0, byte), returns: HeaderFields(expected), rule, read)
    }
  }

  // RFC 6895 §2
  @Test func `the response code is the four lowest bits of byte 3`() throws {
    for number in UInt8(0)...15 {
      for (high, low, flags) in [(0x00, number, "no flag"), (0xFF, 0xF0 + number, "RA, Z, AD, CD")]
        as [(UInt8, UInt8, String)]
      {
        let rule = "byte 3 is \(hex([low])): response code \(number) and \(flags)"
        try check("parseHeader(_:).responseCode.rawValue", message(high, low), returns: UInt16(number), rule)
        {
          try parseHeader($0).responseCode.rawValue
        }
      }
    }
  }

  // RFC 1035 §4.1.1
  @Test func `the four counts are the words from byte 4 on, in order`() throws {
    for (counts, expected) in [
      (
        [1, 2, 3, 4, 5, 6, 7, 8],
        DNS.Header(questionCount: 0x102, answerCount: 0x304, authorityCount: 0x506, additionalCount: 0x708)
      ),
      ([0xFF, 0, 0, 0, 0, 0, 0, 0xFF], DNS.Header(questionCount: 0xFF00, additionalCount: 0xFF)),
      ([0, 0, 0x80, 0, 0, 0x80, 0, 0], DNS.Header(answerCount: 0x8000, authorityCount: 0x80)),
    ] as [([UInt8], DNS.Header)] {
      let rule = "QDCOUNT is bytes 4 and 5, ANCOUNT 6 and 7, NSCOUNT 8 and 9, ARCOUNT 10 and 11"
      try check(reading, [0, 0, 0, 0] + counts, returns: HeaderFields(expected), rule, read)
    }
  }

  // RFC 1035 §4.1.1: the header is always there, and six words long.
  @Test func `a message of fewer than twelve bytes is truncated where it ends`() throws {
    for length in 0..<DNS.Header.length {
      for byte in [0xFF, 0x00] as [UInt8] {
        let message = [UInt8](repeating: byte, count: length)
        let rule = "there are \(length) bytes, so byte \(length) is the first that is missing"
        try check(reading, message, throws: DNS.MessageError.truncated(at: length), rule, read)
      }
    }
  }

  // RFC 1035 §4.1.1
  @Test func `twelve bytes are enough`() throws {
    let rule = "a header of twelve zeros has no flag and counts nothing"
    try check(reading, message(0, 0), returns: HeaderFields(DNS.Header()), rule, read)
  }

  // RFC 1035 §4.1: the sections come after the header. Only TCP has a limit, of 65,535 bytes (§4.2.2), and it is not this reader's.
  @Test func `what follows the header is left alone`() throws {
    for length in [1, 2, 500, 501, 65_523, 65_524, 100_000] {
      for byte in [0xFF, 0x00] as [UInt8] {
        let rest = [UInt8](repeating: byte, count: length)
        let words = "twelve bytes 00, then \(length) bytes \(hex([byte]))"
        try check(reading, words, returns: HeaderFields(DNS.Header()), "the first twelve bytes are all zero")
        { _ in
          try read(message(0, 0) + rest)
        }
      }
    }
  }

  // RFC 6895 §2: a parser reports; what to do about an unassigned opcode is the server's to decide.
  @Test func `nothing is judged`() throws {
    let expected = DNS.Header(
      id: 65535, isResponse: true, opcode: DNS.Opcode(rawValue: 15), isAuthoritative: true,
      isTruncated: true, recursionDesired: true, recursionAvailable: true, reservedBit: true,
      isAuthenticData: true, checkingDisabled: true, responseCode: DNS.ResponseCode(rawValue: 15),
      questionCount: 65535, answerCount: 65535, authorityCount: 65535, additionalCount: 65535)
    let rule = "every bit of the twelve bytes is set: each is reported, none is refused"
    try check(reading, [UInt8](repeating: 0xFF, count: 12), returns: HeaderFields(expected), rule, read)
  }

  // RFC 6895 §2, read a second time by HeaderPicture
  @Test func `any twelve bytes read as the picture draws them`() throws {
    var random = SeededRandom(seed: 1035)
    let rule = "the picture of RFC 6895 §2, read from left to right"
    for byte in UInt8.min...UInt8.max {
      for message in [message(byte, 0), message(0, byte), message(byte, ~byte)] {
        try check(reading, message, returns: HeaderFields(HeaderPicture.read(message)), rule, read)
      }
    }
    for _ in 0..<200 {
      let message = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
      try check(reading, message, returns: HeaderFields(HeaderPicture.read(message)), rule, read)
    }
  }

  // Recorded from NSD, BIND and dig; told by dig and dnspython.
  @Test func `real messages read as dig reads them`() throws {
    for recorded in RecordedMessage.all {
      try check(reading, recorded.bytes, returns: HeaderFields(recorded.header), "this is \(recorded)", read)
    }
  }
}
