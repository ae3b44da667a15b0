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
  // <write>
  // 1. The header says how many entries to expect. They are claims: the entries may not be there.
  let header = try parseHeader(message)
  var result = DNS.Message(header: header)
  var offset = DNS.Header.length
  // 2. Questions have no data.
  for _ in 0..<header.questionCount {
    result.questions.append(try readQuestion(message, at: &offset))
  }
  // 3. The three other sections hold records, one behind the other.
  var read: [UInt8] = []
  func records(_ count: UInt16) throws -> [DNS.ResourceRecord] {
    try (0..<count).map { _ in
      let head = try readRecordHead(message, at: &offset)
      // `readData` cuts the message behind the data. A cut that takes the whole of an array copies nothing; one out of the
      // middle of the message would copy all that is before, for each record.
      read += message[read.count..<offset]
      return DNS.ResourceRecord(
        name: head.name, recordClass: head.recordClass, ttl: head.ttl, data: try readData(head, in: read))
    }
  }
  result.answers = try records(header.answerCount)
  result.authorities = try records(header.authorityCount)
  result.additionals = try records(header.additionalCount)
  // 4. The last entry ends the message.
  guard offset == message.count else { throw DNS.MessageError.trailingBytes(at: offset) }
  return result
  // </write>
}
