@testable import JudgeKit

/// Exercise 1.2 with a suite of four tests and three mistakes, so that an audit of it is quick.
enum SmallExercise {
  static let suite = """
    import DNSMessages
    import PostRoad
    import TestSupport
    import Testing

    @Suite struct HeaderEncodingTests {
      // RFC 1035 §4.1.1
      @Test func `the id goes first`() throws {
        let header = DNS.Header(id: 0x1234)
        let bytes = bytes(hex: "12 34 00 00 00 00 00 00 00 00 00 00")
        try check("encodeHeader(_:)", header, returns: bytes, "the id 0x1234 is 12 34 on the wire") {
          try encodeHeader($0)
        }
        try check("encodeHeader(_:).count", header, returns: 12, "a header is twelve bytes") {
          try encodeHeader($0).count
        }
      }

      // RFC 1035 §4.1.1
      @Test func `the counts follow`() throws {
        let header = DNS.Header(questionCount: 0x0102)
        let bytes = bytes(hex: "00 00 00 00 01 02 00 00 00 00 00 00")
        try check("encodeHeader(_:)", header, returns: bytes, "questions are bytes 4 and 5") {
          try encodeHeader($0)
        }
      }

      // RFC 6895 §2
      @Test func `the opcode stands below QR`() throws {
        let header = DNS.Header(opcode: DNS.Opcode(rawValue: 1))
        let bytes = bytes(hex: "00 00 08 00 00 00 00 00 00 00 00 00")
        try check("encodeHeader(_:)", header, returns: bytes, "three bits stand below it") {
          try encodeHeader($0)
        }
      }

      // RFC 6895 §2.2
      @Test func `an opcode over 15 is refused`() throws {
        let opcode = DNS.Opcode(rawValue: 16)
        let header = DNS.Header(opcode: opcode)
        try check(
          "encodeHeader(_:)", header, throws: DNS.MessageError.opcodeTooLarge(opcode), "16 needs five bits"
        ) { try encodeHeader($0) }
      }
    }

    """

  static let mistakes = [
    Mistakes.Mistake(
      name: "writes words little-endian", find: ["[UInt8(word >> 8), UInt8(word & 0xFF)]"],
      replace: ["[UInt8(word & 0xFF), UInt8(word >> 8)]"],
      caughtBy: ["the id goes first", "the counts follow"],
      hint: "Which byte weighs more?"),
    Mistakes.Mistake(
      name: "does not shift the opcode up", find: ["header.opcode.rawValue << 3"],
      replace: ["header.opcode.rawValue"], caughtBy: ["the opcode stands below QR"],
      hint: "Three flags stand below the opcode."),
    Mistakes.Mistake(
      name: "takes 16 for the largest opcode", find: ["header.opcode.rawValue <= DNS.Opcode.maximumRawValue"],
      replace: ["header.opcode.rawValue <= 16"], caughtBy: ["an opcode over 15 is refused"],
      hint: "Four bits count from 0."),
  ]
}
