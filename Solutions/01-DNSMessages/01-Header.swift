import PostRoad

/// Reads the header of a DNS message: its first twelve bytes, whatever follows them.
///
///                                     1  1  1  1  1  1
///       0  1  2  3  4  5  6  7  8  9  0  1  2  3  4  5
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |                      ID                       |  bytes 0, 1
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |QR|   OpCode  |AA|TC|RD|RA| Z|AD|CD|   RCODE   |  bytes 2, 3
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |        QDCOUNT, ANCOUNT, NSCOUNT, ARCOUNT     |  bytes 4 to 11, two for each
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///
/// All numbers are big-endian. Bit 0 of the picture is the *most* significant bit of its word.
///
/// - Parameter message: the whole message; bytes after the twelfth belong to the sections and are left alone, however many
///   there are.
/// - Returns: every field as it stands in the message. Nothing is judged here: a reserved bit that is set or an
///   opcode nobody uses is reported, not refused.
/// - Throws: `DNS.MessageError.truncated(at:)` with the message's length when it is shorter than
///   `DNS.Header.length`.
///
/// Source: [RFC 1035 §4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1) and
/// [RFC 6895 §2](https://www.rfc-editor.org/rfc/rfc6895#section-2).
public func parseHeader(_ message: [UInt8]) throws -> DNS.Header {
  // <write>
  // 1. A message shorter than its header has none: say where it ends.
  guard message.count >= DNS.Header.length else {
    throw DNS.MessageError.truncated(at: message.count)
  }
  // 2. Five fields are words of two bytes. Which of the two weighs more?
  func word(at offset: Int) -> UInt16 {
    UInt16(message[offset]) << 8 | UInt16(message[offset + 1])
  }
  // 3. Bytes 2 and 3 are flags and two numbers of four bits: no field may see its neighbours.
  let high = message[2]
  let low = message[3]
  // 4. Put the fields together; bytes 4 to 11 are the four counts.
  return DNS.Header(
    id: word(at: 0),
    isResponse: high & 0b1000_0000 != 0,
    opcode: DNS.Opcode(rawValue: high >> 3 & 0b1111),
    isAuthoritative: high & 0b0000_0100 != 0,
    isTruncated: high & 0b0000_0010 != 0,
    recursionDesired: high & 0b0000_0001 != 0,
    recursionAvailable: low & 0b1000_0000 != 0,
    reservedBit: low & 0b0100_0000 != 0,
    isAuthenticData: low & 0b0010_0000 != 0,
    checkingDisabled: low & 0b0001_0000 != 0,
    responseCode: DNS.ResponseCode(rawValue: UInt16(low & 0b1111)),
    questionCount: word(at: 4),
    answerCount: word(at: 6),
    authorityCount: word(at: 8),
    additionalCount: word(at: 10))
  // </write>
}
