import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct HeaderEncodingTests {
  // RFC 1035 §4.1.1
  @Test func `a header is twelve bytes, also when it says nothing`() throws {
    let bytes = hex(try encodeHeader(DNS.Header()))
    #expect(bytes == "00 00 00 00 00 00 00 00 00 00 00 00", "six words of sixteen bits, all zero")
  }

  // RFC 1035 §4.1.1
  @Test func `the id goes first, its high byte before its low one`() throws {
    let bytes = hex(try encodeHeader(DNS.Header(id: 0x1234)))
    #expect(bytes == "12 34 00 00 00 00 00 00 00 00 00 00", "the id 0x1234 is 12 34 on the wire")
  }

  // RFC 6895 §2
  @Test func `QR, AA, TC and RD each have their own bit in byte 2`() throws {
    for (header, expected) in [
      (DNS.Header(isResponse: true), "00 00 80 00 00 00 00 00 00 00 00 00"),
      (DNS.Header(isAuthoritative: true), "00 00 04 00 00 00 00 00 00 00 00 00"),
      (DNS.Header(isTruncated: true), "00 00 02 00 00 00 00 00 00 00 00 00"),
      (DNS.Header(recursionDesired: true), "00 00 01 00 00 00 00 00 00 00 00 00"),
    ] {
      let bytes = hex(try encodeHeader(header))
      #expect(bytes == expected, "one flag, one bit: QR is 80, AA is 04, TC is 02, RD is 01")
    }
  }

  // RFC 6895 §2
  @Test func `the opcode stands in the four bits below QR`() throws {
    for number in UInt8(0)...15 {
      let header = DNS.Header(opcode: DNS.Opcode(rawValue: number))
      let expected = "00 00 \(hex([number * 8])) 00 00 00 00 00 00 00 00 00"
      let bytes = hex(try encodeHeader(header))
      try #require(bytes == expected, "the opcode is \(number), three bits stand below it: 8 · \(number)")
    }
  }

  // RFC 6895 §2
  @Test func `RA, Z, AD and CD each have their own bit in byte 3`() throws {
    for (header, expected) in [
      (DNS.Header(recursionAvailable: true), "00 00 00 80 00 00 00 00 00 00 00 00"),
      (DNS.Header(reservedBit: true), "00 00 00 40 00 00 00 00 00 00 00 00"),
      (DNS.Header(isAuthenticData: true), "00 00 00 20 00 00 00 00 00 00 00 00"),
      (DNS.Header(checkingDisabled: true), "00 00 00 10 00 00 00 00 00 00 00 00"),
    ] {
      let bytes = hex(try encodeHeader(header))
      #expect(bytes == expected, "one flag, one bit: RA is 80, Z is 40, AD is 20, CD is 10")
    }
  }

  // RFC 6895 §2
  @Test func `the response code stands in the four lowest bits of byte 3`() throws {
    for number in UInt8(0)...15 {
      let header = DNS.Header(responseCode: DNS.ResponseCode(rawValue: UInt16(number)))
      let expected = "00 00 00 \(hex([number])) 00 00 00 00 00 00 00 00"
      let bytes = hex(try encodeHeader(header))
      try #require(bytes == expected, "the response code is \(number), nothing stands below it")
    }
  }

  // RFC 1035 §4.1.1
  @Test func `the four counts follow from byte 4 on, in order`() throws {
    let header = DNS.Header(
      questionCount: 0x0102, answerCount: 0x0304, authorityCount: 0x0506, additionalCount: 0x0708)
    let bytes = hex(try encodeHeader(header))
    #expect(bytes == "00 00 00 00 01 02 03 04 05 06 07 08", "questions, answers, authority, additional")
  }

  // RFC 6895 §2: a flag more takes no flag away.
  @Test func `all flags together fill both bytes`() throws {
    let header = DNS.Header(
      isResponse: true, opcode: DNS.Opcode(rawValue: 15), isAuthoritative: true, isTruncated: true,
      recursionDesired: true, recursionAvailable: true, reservedBit: true, isAuthenticData: true,
      checkingDisabled: true, responseCode: DNS.ResponseCode(rawValue: 15))
    let bytes = hex(try encodeHeader(header))
    #expect(bytes == "00 00 ff ff 00 00 00 00 00 00 00 00", "every bit of bytes 2 and 3 is set")
  }

  // RFC 6895 §2.2: an opcode has four bits.
  @Test func `an opcode over 15 is refused`() throws {
    for number in UInt8(16)...255 {
      let opcode = DNS.Opcode(rawValue: number)
      try #require(throws: DNS.MessageError.opcodeTooLarge(opcode), "\(number) needs five bits or more") {
        try encodeHeader(DNS.Header(opcode: opcode))
      }
    }
  }

  // RFC 6895 §2.3: the header's part of a response code has four bits; 16 is BADVERS and needs EDNS.
  @Test func `a response code over 15 is refused`() throws {
    for number in [16, 17, 31, 255, 256, 4095, 65535] as [UInt16] {
      let code = DNS.ResponseCode(rawValue: number)
      try #require(throws: DNS.MessageError.responseCodeTooLarge(code), "\(number) needs five bits or more") {
        try encodeHeader(DNS.Header(responseCode: code))
      }
    }
  }

  // The specification above encodeHeader: one error, and it is always the same one.
  @Test func `when neither fits, the opcode is named`() {
    let header = DNS.Header(opcode: DNS.Opcode(rawValue: 16), responseCode: DNS.ResponseCode(rawValue: 16))
    #expect(throws: DNS.MessageError.opcodeTooLarge(header.opcode), "the opcode is looked at first") {
      try encodeHeader(header)
    }
  }

  // RFC 6895 §2, read back by HeaderPicture
  @Test func `every bit survives the round trip`() throws {
    var random = SeededRandom(seed: 6895)
    for _ in 0..<200 {
      let header = HeaderPicture.read((0..<12).map { _ in UInt8.random(in: 0...255, using: &random) })
      let bytes = hex(try encodeHeader(header))
      try #require(bytes == hex(HeaderPicture.bytes(of: header)), "\(header)")
    }
  }

  // Recorded from NSD, BIND and dig; their headers told by dig and dnspython.
  @Test func `the headers of real messages come out as they went over the wire`() throws {
    for recorded in RecordedMessage.all {
      let bytes = hex(try encodeHeader(recorded.header))
      try #require(bytes == hex(Array(recorded.bytes.prefix(12))), "\(recorded)")
    }
  }
}
