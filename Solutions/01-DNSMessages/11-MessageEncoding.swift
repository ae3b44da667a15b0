import PostRoad

/// Writes a whole message, so that `parseMessage` reads the same again.
///
/// With three exceptions. The header's counts become those of the sections. Data comes back as `readData` sees its type and
/// class: an A, AAAA or SRV outside the class IN comes back as opaque data; opaque data of a type that `readData` knows comes back
/// as that type's, and where it does not have its form, `parseMessage` refuses the message. And a TXT without strings is written as
/// data of no octets, which comes back opaque outside IN and is refused in IN: RFC 1035 §3.3.14 wants one string or more.
///
/// - Parameter message: the message. Its header's counts do not matter: what is written are those of the sections.
/// - Returns: the header, the questions and the records in their order. The owners of records, the names of
///   questions and the names in the data of CNAME, NS, PTR, MX and SOA are written with `writeName`, each
///   name that was written being one that later ones may point to. The target of SRV is written in full, and later
///   names may point to it as well; a name that was written before keeps its first place. Opaque data is written as it is, whatever
///   its type. Every RDLENGTH is the number of octets that the data has in the message, after compression. How long the whole
///   message becomes is not limited here: who sends it knows what fits.
/// - Throws: before anything else `DNS.MessageError.tooManyEntries(_:)` with the entries of the first of the four sections that
///   has more than 65,535; then what `encodeHeader` throws; then, entry after entry, the first of these that an entry meets:
///   what `writeName` throws for its name; for its data what `writeName` throws, or
///   `DNS.RecordError.stringTooLong(_:)` with the octets of the first string in TXT that has more than 255; and last
///   `DNS.RecordError.dataTooLong(_:)` with the octets of data that has more than 65,535.
///
/// Source: [RFC 1035 §4.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1),
/// [RFC 3597 §4](https://www.rfc-editor.org/rfc/rfc3597#section-4) and
/// [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782).
public func encodeMessage(_ message: DNS.Message) throws -> [UInt8] {
  // <write>
  // 1. Count the sections: a count has sixteen bits.
  func count(_ entries: Int) throws -> UInt16 {
    guard let count = UInt16(exactly: entries) else { throw DNS.MessageError.tooManyEntries(entries) }
    return count
  }
  var header = message.header
  header.questionCount = try count(message.questions.count)
  header.answerCount = try count(message.answers.count)
  header.authorityCount = try count(message.authorities.count)
  header.additionalCount = try count(message.additionals.count)
  // 2. The header, then the entries. All names share one table. RDLENGTH comes before the data, and is known after it.
  var bytes = try encodeHeader(header)
  var offsets: [DNS.Name: Int] = [:]
  for question in message.questions {
    try writeName(question.name, to: &bytes, offsets: &offsets)
    bytes += octets(of: question.type.rawValue) + octets(of: question.recordClass.rawValue)
  }
  for record in message.answers + message.authorities + message.additionals {
    try writeName(record.name, to: &bytes, offsets: &offsets)
    bytes +=
      octets(of: record.type.rawValue) + octets(of: record.recordClass.rawValue) + octets(of: record.ttl)
    let lengthAt = bytes.count
    bytes += [0, 0]
    try write(record.data, to: &bytes, offsets: &offsets)
    let length = bytes.count - lengthAt - 2
    guard length <= Int(UInt16.max) else { throw DNS.RecordError.dataTooLong(length) }
    bytes.replaceSubrange(lengthAt..<(lengthAt + 2), with: octets(of: UInt16(length)))
  }
  return bytes
  // </write>
}

// <declare>
// 3. The octets of a number, the highest first.
private func octets<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
  stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}

// 4. The data as its type has it. Names of RFC 1035's types may be pointers, SRV's target may not. Later names may point into
// it all the same.
private func write(
  _ data: DNS.RecordData, to bytes: inout [UInt8], offsets: inout [DNS.Name: Int]
) throws {
  switch data {
  case .a(let address): bytes += octets(of: address.rawValue)
  case .aaaa(let address): bytes += octets(of: address.rawValue)
  case .cname(let name), .ns(let name), .ptr(let name):
    try writeName(name, to: &bytes, offsets: &offsets)
  case .mx(let preference, let exchange):
    bytes += octets(of: preference)
    try writeName(exchange, to: &bytes, offsets: &offsets)
  case .txt(let strings):
    for string in strings {
      guard string.count <= 255 else { throw DNS.RecordError.stringTooLong(string.count) }
      bytes += [UInt8(string.count)] + string
    }
  case .soa(let soa):
    try writeName(soa.primary, to: &bytes, offsets: &offsets)
    try writeName(soa.responsible, to: &bytes, offsets: &offsets)
    for number in [soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum] {
      bytes += octets(of: number)
    }
  case .srv(let priority, let weight, let port, let target):
    bytes += octets(of: priority) + octets(of: weight) + octets(of: port)
    // With an empty table it finds nothing to point to.
    var own: [DNS.Name: Int] = [:]
    try writeName(target, to: &bytes, offsets: &own)
    offsets.merge(own) { first, _ in first }
  case .opaque(_, let octets): bytes += octets
  }
}
// </declare>
