import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HeaderEncodingTests {
  private let writing = "encodeHeader(_:)"

  private func write(_ fields: HeaderFields) throws -> [UInt8] { try encodeHeader(fields.header) }

  // RFC 1035 §4.1.1
  @Test func `a header is twelve bytes, also when it says nothing`() throws {
    let zeros = [UInt8](repeating: 0, count: 12)
    try check(
      writing, HeaderFields(DNS.Header()), returns: zeros, "six words of sixteen bits, all zero", write)
  }

  // RFC 1035 §4.1.1
  @Test func `the id goes first, its high byte before its low one`() throws {
    for (id, high, low) in [
      (0x1234, 0x12, 0x34), (0x00FF, 0x00, 0xFF), (0xFFFF, 0xFF, 0xFF), (0x0100, 0x01, 0x00),
    ]
      as [(UInt16, UInt8, UInt8)]
    {
      let rule = "the id \(id) is \(hex([high, low])) on the wire"
      let bytes = [high, low] + [UInt8](repeating: 0, count: 10)
      try check(writing, HeaderFields(DNS.Header(id: id)), returns: bytes, rule, write)
    }
  }

  // RFC 6895 §2
  @Test func `QR, AA, TC and RD each have their own bit in byte 2`() throws {
    for (header, byte) in [
      (DNS.Header(isResponse: true), 0x80), (DNS.Header(isAuthoritative: true), 0x04),
      (DNS.Header(isTruncated: true), 0x02), (DNS.Header(recursionDesired: true), 0x01),
    ] as [(DNS.Header, UInt8)] {
      let rule = "one flag, one bit: QR is 80, AA is 04, TC is 02, RD is 01"
      let bytes = [0, 0, byte] + [UInt8](repeating: 0, count: 9)
      try check(writing, HeaderFields(header), returns: bytes, rule, write)
    }
  }

  // RFC 6895 §2
  @Test func `the opcode stands in the four bits below QR`() throws {
    for number in UInt8(0)...15 {
      let header = HeaderFields(DNS.Header(opcode: DNS.Opcode(rawValue: number)))
      let bytes = [0, 0, number * 8] + [UInt8](repeating: 0, count: 9)
      try check(writing, header, returns: bytes, "three bits stand below the opcode: 8 · \(number)", write)
    }
  }

  // RFC 6895 §2
  @Test func `RA, Z, AD and CD each have their own bit in byte 3`() throws {
    for (header, byte) in [
      (DNS.Header(recursionAvailable: true), 0x80), (DNS.Header(reservedBit: true), 0x40),
      (DNS.Header(isAuthenticData: true), 0x20), (DNS.Header(checkingDisabled: true), 0x10),
    ] as [(DNS.Header, UInt8)] {
      let rule = "one flag, one bit: RA is 80, Z is 40, AD is 20, CD is 10"
      let bytes = [0, 0, 0, byte] + [UInt8](repeating: 0, count: 8)
      try check(writing, HeaderFields(header), returns: bytes, rule, write)
    }
  }

  // RFC 6895 §2
  @Test func `the response code stands in the four lowest bits of byte 3`() throws {
    for number in UInt8(0)...15 {
      let header = HeaderFields(DNS.Header(responseCode: DNS.ResponseCode(rawValue: UInt16(number))))
      let bytes = [0, 0, 0, number] + [UInt8](repeating: 0, count: 8)
      try check(writing, header, returns: bytes, "nothing stands below the response code \(number)", write)
    }
  }

  // RFC 1035 §4.1.1
  @Test func `the four counts follow from byte 4 on, in order`() throws {
    for (header, counts) in [
      (
        DNS.Header(questionCount: 0x102, answerCount: 0x304, authorityCount: 0x506, additionalCount: 0x708),
        [1, 2, 3, 4, 5, 6, 7, 8]
      ),
      (DNS.Header(questionCount: 0xFFFF, additionalCount: 0xFF), [0xFF, 0xFF, 0, 0, 0, 0, 0, 0xFF]),
      (DNS.Header(answerCount: 0x8000, authorityCount: 0x80), [0, 0, 0x80, 0, 0, 0x80, 0, 0]),
    ] as [(DNS.Header, [UInt8])] {
      let rule = "questions, answers, authority, additional, two bytes each, the high one first"
      try check(writing, HeaderFields(header), returns: [0, 0, 0, 0] + counts, rule, write)
    }
  }

  // RFC 6895 §2: a flag more takes no flag away.
  @Test func `all flags together fill both bytes`() throws {
    let header = DNS.Header(
      isResponse: true, opcode: DNS.Opcode(rawValue: 15), isAuthoritative: true, isTruncated: true,
      recursionDesired: true, recursionAvailable: true, reservedBit: true, isAuthenticData: true,
      checkingDisabled: true, responseCode: DNS.ResponseCode(rawValue: 15))
    let bytes = bytes(hex: "0000 ffff 0000 0000 0000 0000")
    try check(writing, HeaderFields(header), returns: bytes, "every bit of bytes 2 and 3 is set", write)
  }

  // RFC 6895 §2.2: an opcode has four bits.
  @Test func `an opcode over 15 is refused`() throws {
    for number in UInt8(16)...255 {
      let opcode = DNS.Opcode(rawValue: number)
      let rule = "the opcode \(number) needs five bits or more"
      let error = DNS.MessageError.opcodeTooLarge(opcode)
      try check(writing, HeaderFields(DNS.Header(opcode: opcode)), throws: error, rule, write)
    }
  }

  // RFC 6895 §2.3: the header's part of a response code has four bits; 16 is BADVERS and needs EDNS.
  @Test func `a response code over 15 is refused`() throws {
    // The four bits that fit are 0 in 256, 4096 and 32768.
    for number in (UInt16(16)...UInt16.max) where number < 600 || number % 256 < 2 || number % 256 == 255 {
      let code = DNS.ResponseCode(rawValue: number)
      let rule = "the response code \(number) needs five bits or more"
      let error = DNS.MessageError.responseCodeTooLarge(code)
      try check(writing, HeaderFields(DNS.Header(responseCode: code)), throws: error, rule, write)
    }
  }

  // The specification above encodeHeader: one error, and it is always the same one.
  @Test func `when neither fits, the opcode is named`() throws {
    for (opcode, code) in [(16, 16), (255, 65535), (16, 4096), (17, 256)] as [(UInt8, UInt16)] {
      let header = DNS.Header(
        opcode: DNS.Opcode(rawValue: opcode), responseCode: DNS.ResponseCode(rawValue: code))
      let error = DNS.MessageError.opcodeTooLarge(header.opcode)
      try check(writing, HeaderFields(header), throws: error, "the opcode is looked at first", write)
    }
  }

  // RFC 6895 §2, read back by HeaderPicture
  @Test func `every bit survives the round trip`() throws {
    var random = SeededRandom(seed: 6895)
    for _ in 0..<200 {
      let header = HeaderPicture.read((0..<12).map { _ in UInt8.random(in: 0...255, using: &random) })
      let rule = "the picture of RFC 6895 §2, written from left to right"
      try check(writing, HeaderFields(header), returns: HeaderPicture.bytes(of: header), rule, write)
    }
  }

  // Recorded from NSD, BIND and dig; their headers told by dig and dnspython.
  @Test func `the headers of real messages come out as they went over the wire`() throws {
    for recorded in RecordedMessage.all {
      let bytes = Array(recorded.bytes.prefix(12))
      try check(writing, HeaderFields(recorded.header), returns: bytes, "this is \(recorded)", write)
    }
  }
}
