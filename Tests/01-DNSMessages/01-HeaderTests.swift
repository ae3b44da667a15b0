import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HeaderTests {
  /// A header of nothing but these two bytes of flags.
  private func message(_ high: UInt8, _ low: UInt8) -> [UInt8] {
    [0, 0, high, low, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  // RFC 1035 §4.1.1
  @Test func `the id is the first two bytes, big-endian`() throws {
    let header = try parseHeader([0x12, 0x34, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(header.id == 0x1234, "the id is big-endian: 0x12 0x34 is 0x1234")
  }

  // RFC 6895 §2
  @Test func `QR is the highest bit of byte 2`() throws {
    let alone = try parseHeader(message(0x80, 0)).isResponse
    #expect(alone == true, "byte 2 is 80: the highest bit and no other, a response")
    let others = try parseHeader(message(0x7F, 0xFF)).isResponse
    #expect(others == false, "byte 2 is 7f: every bit but the highest, a query")
  }

  // RFC 6895 §2
  @Test func `the opcode is the four bits below QR`() throws {
    for number in UInt8(0)...15 {
      let byte = number * 8
      let alone = try parseHeader(message(byte, 0)).opcode.rawValue
      try #require(alone == number, "byte 2 is \(hex([byte])): opcode \(number) and no flag")
      let among = try parseHeader(message(byte + 0x87, 0xFF)).opcode.rawValue
      try #require(among == number, "byte 2 is \(hex([byte + 0x87])): opcode \(number), QR, AA, TC, RD")
    }
  }

  // RFC 6895 §2
  @Test func `AA, TC and RD are the three lowest bits of byte 2, in this order`() throws {
    for (byte, expected) in [
      (0x04, DNS.Header(isAuthoritative: true)), (0x02, DNS.Header(isTruncated: true)),
      (0x01, DNS.Header(recursionDesired: true)),
    ] as [(UInt8, DNS.Header)] {
      let wrong = try parseHeader(message(byte, 0)).differences(from: expected)
      #expect(wrong == [], "byte 2 is \(hex([byte])), the other eleven are 0")
    }
  }

  // RFC 6895 §2
  @Test func `RA is the highest bit of byte 3`() throws {
    let alone = try parseHeader(message(0, 0x80)).recursionAvailable
    #expect(alone == true, "byte 3 is 80: the highest bit and no other, recursion is available")
    let others = try parseHeader(message(0xFF, 0x7F)).recursionAvailable
    #expect(others == false, "byte 3 is 7f: every bit but RA, whatever byte 2 says")
  }

  // RFC 6895 §2: RFC 1035 drew Z three bits wide, DNSSEC took two of them.
  @Test func `Z, AD and CD are one bit each, below RA`() throws {
    for (byte, expected) in [
      (0x40, DNS.Header(reservedBit: true)), (0x20, DNS.Header(isAuthenticData: true)),
      (0x10, DNS.Header(checkingDisabled: true)),
    ] as [(UInt8, DNS.Header)] {
      let wrong = try parseHeader(message(0, byte)).differences(from: expected)
      #expect(wrong == [], "byte 3 is \(hex([byte])), the other eleven are 0")
    }
  }

  // RFC 6895 §2
  @Test func `the response code is the four lowest bits of byte 3`() throws {
    for number in UInt8(0)...15 {
      let alone = try parseHeader(message(0, number)).responseCode.rawValue
      try #require(alone == number, "byte 3 is \(hex([number])): response code \(number) and no flag")
      let byte = 0xF0 + number
      let among = try parseHeader(message(0xFF, byte)).responseCode.rawValue
      try #require(among == number, "byte 3 is \(hex([byte])): response code \(number), RA, Z, AD, CD")
    }
  }

  // RFC 1035 §4.1.1
  @Test func `the four counts are the words from byte 4 on, in order`() throws {
    let header = try parseHeader([0, 0, 0, 0, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08])
    #expect(header.questionCount == 0x0102, "QDCOUNT is bytes 4 and 5")
    #expect(header.answerCount == 0x0304, "ANCOUNT is bytes 6 and 7")
    #expect(header.authorityCount == 0x0506, "NSCOUNT is bytes 8 and 9")
    #expect(header.additionalCount == 0x0708, "ARCOUNT is bytes 10 and 11")
  }

  // RFC 1035 §4.1.1: the header is always there, and six words long.
  @Test func `a message of fewer than twelve bytes is truncated where it ends`() throws {
    for length in 0..<DNS.Header.length {
      let message = [UInt8](repeating: 0xFF, count: length)
      try #require(throws: DNS.MessageError.truncated(at: length), "byte \(length) is missing") {
        try parseHeader(message)
      }
    }
  }

  // RFC 1035 §4.1.1
  @Test func `twelve bytes are enough`() throws {
    let wrong = try parseHeader(message(0, 0)).differences(from: DNS.Header())
    #expect(wrong == [], "a header of twelve zeros has no flag and counts nothing")
  }

  // RFC 1035 §4.1: the sections come after the header.
  @Test func `what follows the header is left alone`() throws {
    for length in [1, 2, 500] {
      let wrong = try parseHeader(message(0, 0) + [UInt8](repeating: 0xFF, count: length))
        .differences(from: DNS.Header())
      #expect(wrong == [], "twelve zeros, then \(length) more bytes")
    }
  }

  // RFC 6895 §2: a parser reports; what to do about an unassigned opcode is the server's to decide.
  @Test func `nothing is judged`() throws {
    let wrong = try parseHeader([UInt8](repeating: 0xFF, count: 12)).differences(
      from: DNS.Header(
        id: 65535, isResponse: true, opcode: DNS.Opcode(rawValue: 15), isAuthoritative: true,
        isTruncated: true, recursionDesired: true, recursionAvailable: true, reservedBit: true,
        isAuthenticData: true, checkingDisabled: true, responseCode: DNS.ResponseCode(rawValue: 15),
        questionCount: 65535, answerCount: 65535, authorityCount: 65535, additionalCount: 65535))
    #expect(wrong == [], "every bit of the twelve bytes is set: each is reported, none is refused")
  }

  // RFC 6895 §2, read a second time by HeaderPicture
  @Test func `any twelve bytes read as the picture draws them`() throws {
    var random = SeededRandom(seed: 1035)
    for _ in 0..<200 {
      let message = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
      let wrong = try parseHeader(message).differences(from: HeaderPicture.read(message))
      try #require(wrong == [], "\(hex(message))")
    }
  }

  // Recorded from NSD, BIND and dig; told by dig and dnspython.
  @Test func `real messages read as dig reads them`() throws {
    for recorded in RecordedMessage.all {
      let wrong = try parseHeader(recorded.bytes).differences(from: recorded.header)
      try #require(wrong == [], "\(recorded)")
    }
  }
}
