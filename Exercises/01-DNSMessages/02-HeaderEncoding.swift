import PostRoad

/// Writes the header of a DNS message: the twelve bytes that `parseHeader` reads.
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
/// - Parameter header: the fields to write. Each is written as it stands, the reserved bit too.
/// - Returns: `DNS.Header.length` bytes.
/// - Throws: `DNS.MessageError.opcodeTooLarge(_:)` with the header's opcode when its number is over
///   `DNS.Opcode.maximumRawValue`; otherwise `DNS.MessageError.responseCodeTooLarge(_:)` with the header's response
///   code when its number is over `DNS.ResponseCode.maximumRawValueInHeader`.
///
/// Source: [RFC 1035 §4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1) and
/// [RFC 6895 §2](https://www.rfc-editor.org/rfc/rfc6895#section-2).
public func encodeHeader(_ header: DNS.Header) throws -> [UInt8] {
  // TODO: 1. Four bits hold 0 to 15. What must be refused, and what first?
  // TODO: 2. Byte 2: the opcode has three flags below it and one above, and no flag may take another one away.
  // TODO: 3. Byte 3: the response code has four flags above it.
  // TODO: 4. Five fields are words of two bytes. Which of the two goes first?
  // TODO: 5. Put the twelve bytes together: the id, the two bytes of flags, the four counts.
  throw NotStarted()
}
