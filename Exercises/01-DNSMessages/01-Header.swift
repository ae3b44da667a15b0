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
  // TODO: 1. A message shorter than its header has none: say where it ends.
  // TODO: 2. Five fields are words of two bytes. Which of the two weighs more?
  // TODO: 3. Bytes 2 and 3 are flags and two numbers of four bits: no field may see its neighbours.
  // TODO: 4. Put the fields together; bytes 4 to 11 are the four counts.
  throw NotStarted()
}
