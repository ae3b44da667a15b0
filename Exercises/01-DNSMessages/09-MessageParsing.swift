import PostRoad

/// Reads a whole message: the header, and as many entries in each section as the header counts.
///
/// - Parameter message: the message as it came over UDP, or over TCP without the length before it.
/// - Returns: the header as it stands and the four sections, each entry with its data read. Nothing is judged here: neither flags
///   nor types decide what is read or kept, and an OPT is a record like any other.
/// - Throws: the first error of `parseHeader`, `readQuestion`, `readRecordHead` and `readData` on the way through the
///   message, the data of a record being read before the next record; last `DNS.MessageError.trailingBytes(at:)` with the offset
///   of the first byte after the last entry, when there is one.
///
/// Source: [RFC 1035 §4.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1).
public func parseMessage(_ message: [UInt8]) throws -> DNS.Message {
  // TODO: 1. The header says how many entries to expect. They are claims: the entries may not be there.
  // TODO: 2. Questions have no data.
  // TODO: 3. The three other sections hold records, one behind the other.
  // TODO: 4. The last entry ends the message.
  throw NotStarted()
}
