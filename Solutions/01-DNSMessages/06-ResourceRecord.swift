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
  // <write>
  // 1. A name and two words. When may the offset move?
  var position = offset
  let name = try readName(message, at: &position)
  let type = try readWord(message, at: &position)
  let recordClass = try readWord(message, at: &position)
  offset = position
  return DNS.Question(
    name: name, type: DNS.RecordType(rawValue: type), recordClass: DNS.RecordClass(rawValue: recordClass))
  // </write>
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
  // <write>
  // 2. A name, two words, and a TTL of two more, the high one first.
  var position = offset
  let name = try readName(message, at: &position)
  let type = try readWord(message, at: &position)
  let recordClass = try readWord(message, at: &position)
  let high = try readWord(message, at: &position)
  let low = try readWord(message, at: &position)
  // 3. The length of the data is a claim: the message must be long enough for it.
  let length = Int(try readWord(message, at: &position))
  guard position + length <= message.count else { throw DNS.MessageError.truncated(at: message.count) }
  // 4. The next record begins behind the data.
  offset = position + length
  return DNS.RecordHead(
    name: name, type: DNS.RecordType(rawValue: type), recordClass: DNS.RecordClass(rawValue: recordClass),
    ttl: UInt32(high) << 16 | UInt32(low), dataRange: position..<offset)
  // </write>
}

// <declare>
// 5. Sixteen bits, big-endian, if they are there: they will serve you seven times.
private func readWord(_ message: [UInt8], at position: inout Int) throws -> UInt16 {
  guard position + 2 <= message.count else { throw DNS.MessageError.truncated(at: message.count) }
  defer { position += 2 }
  return UInt16(message[position]) << 8 | UInt16(message[position + 1])
}
// </declare>
