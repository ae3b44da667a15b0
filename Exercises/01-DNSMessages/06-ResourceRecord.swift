import PostRoad

/// Reads an entry of the question section: a name, a type and a class.
///
/// - Parameters:
///   - message: the whole message; the name may point into it.
///   - offset: where the entry begins, 0 or more, perhaps past the end of the message; afterwards the offset of the byte
///     after it. It keeps its value when an error is thrown.
/// - Returns: name, type and class as they came, whatever numbers they are.
/// - Throws: what `readName` throws, or `DNS.MessageError.truncated(at:)` with the message's length when type and class are
///   not there in full.
///
/// Source: [RFC 1035 §4.1.2](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.2).
public func readQuestion(_ message: [UInt8], at offset: inout Int) throws -> DNS.Question {
  // TODO: 1. A name and two words. When may the offset move?
  throw NotStarted()
}

/// Reads what stands before a record's data, and finds out where the data lies.
///
///     +--+--+--+ ... +--+--+--+
///     |         NAME          |  as readName reads it
///     +--+--+--+--+--+--+--+--+
///     |   TYPE    |   CLASS   |  two bytes each
///     +--+--+--+--+--+--+--+--+
///     |          TTL          |  four bytes
///     +--+--+--+--+--+--+--+--+
///     | RDLENGTH  | RDATA ...    two bytes, then as many as they say
///     +--+--+--+--+--+
///
/// - Parameters:
///   - message: the whole message; the name may point into it.
///   - offset: where the record begins, 0 or more, perhaps past the end of the message; afterwards the offset of the
///     byte after its *data*, where the next record begins. It keeps its value when an error is thrown.
/// - Returns: the fields as they came, whatever numbers they are, the TTL with all its 32 bits, and the range of the
///   data, which is not looked at.
/// - Throws: what `readName` throws, or `DNS.MessageError.truncated(at:)` with the message's length when a field or the
///   data is not there in full.
///
/// Source: [RFC 1035 §4.1.3](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.3).
public func readRecordHead(_ message: [UInt8], at offset: inout Int) throws -> DNS.RecordHead {
  // TODO: 2. A name, two words, and a TTL of two more, the high one first.
  // TODO: 3. The length of the data is a claim: the message must be long enough for it.
  // TODO: 4. The next record begins behind the data.
  throw NotStarted()
}

// TODO: 5. Sixteen bits, big-endian, if they are there: they will serve you seven times.
