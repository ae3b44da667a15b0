import PostRoad

/// Reads what the OPT record of a message says.
///
///     NAME   root
///     TYPE   41
///     CLASS  the sender's UDP payload size
///     TTL    +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///            |    EXTENDED-RCODE     |        VERSION        |
///            |DO|                    Z                       |
///            +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     RDATA  options: a code and a length of two octets each, then as many octets, and so on
///
/// - Parameter message: a message as `parseMessage` reads it: the data of OPT is opaque.
/// - Returns: nil when no record of the additional section is an OPT. Otherwise what it says; a payload size below
///   `DNS.EDNS.minimumPayloadSize` is that size. Z is ignored, and every version is read in the same way.
/// - Throws: the first of these: `DNS.EDNSError.severalOPT(_:)` with the number of OPT records in the section when it has more than one;
///   `DNS.EDNSError.ownerNotRoot(_:)` with the name; `DNS.EDNSError.optionCutShort(at:)` with the offset in the data where the
///   option begins that is not there in full.
///
/// Source: [RFC 6891 §6.1](https://www.rfc-editor.org/rfc/rfc6891#section-6.1) and
/// [§6.2.3](https://www.rfc-editor.org/rfc/rfc6891#section-6.2.3).
public func readEDNS(_ message: DNS.Message) throws -> DNS.EDNS? {
  // <write>
  // 1. At most one OPT record, and it belongs to the root.
  let records = message.additionals.filter { $0.type == .opt }
  guard records.count <= 1 else { throw DNS.EDNSError.severalOPT(records.count) }
  guard let record = records.first, case .opaque(_, let data) = record.data else { return nil }
  guard record.name == .root else { throw DNS.EDNSError.ownerNotRoot(record.name) }
  // 2. The options fill the data, one behind the other.
  func word(at offset: Int) -> UInt16 { UInt16(data[offset]) << 8 | UInt16(data[offset + 1]) }
  var options: [DNS.EDNS.Option] = []
  var offset = 0
  while offset < data.count {
    guard offset + 4 <= data.count else { throw DNS.EDNSError.optionCutShort(at: offset) }
    let end = offset + 4 + Int(word(at: offset + 2))
    guard end <= data.count else { throw DNS.EDNSError.optionCutShort(at: offset) }
    options.append(DNS.EDNS.Option(code: word(at: offset), data: Array(data[(offset + 4)..<end])))
    offset = end
  }
  // 3. Class and TTL of an OPT record mean something else than in any other.
  return DNS.EDNS(
    payloadSize: max(DNS.EDNS.minimumPayloadSize, record.recordClass.rawValue),
    upperResponseCode: UInt8(record.ttl >> 24), version: UInt8(record.ttl >> 16 & 0xFF),
    dnssecOK: record.ttl & 0x8000 != 0, options: options)
  // </write>
}

/// The whole response code of a message: twelve bits with EDNS, four without.
///
/// - Parameter message: a message as `parseMessage` reads it: the code in its header is one of 0 to 15.
/// - Throws: what `readEDNS` throws.
///
/// Source: [RFC 6891 §6.1.3](https://www.rfc-editor.org/rfc/rfc6891#section-6.1.3).
public func wholeResponseCode(of message: DNS.Message) throws -> DNS.ResponseCode {
  // <write>
  // 4. The header has the lower four bits, the OPT record the upper eight.
  let upper = UInt16(try readEDNS(message)?.upperResponseCode ?? 0)
  return DNS.ResponseCode(rawValue: upper << 4 | message.header.responseCode.rawValue)
  // </write>
}

/// Makes the OPT record that says this.
///
/// - Parameter edns: what to say; its payload size is written as it stands.
/// - Returns: a record for the additional section, with every bit of Z zero. How long its data becomes is not limited here:
///   `encodeMessage` refuses what does not fit.
/// - Throws: `DNS.EDNSError.optionTooLong(_:)` with the octets of the first option's data that has more than 65,535.
///
/// Source: [RFC 6891 §6.1](https://www.rfc-editor.org/rfc/rfc6891#section-6.1).
public func makeOPT(_ edns: DNS.EDNS) throws -> DNS.ResourceRecord {
  // <write>
  // 5. Each option behind its code and its length.
  var data: [UInt8] = []
  for option in edns.options {
    guard let length = UInt16(exactly: option.data.count) else {
      throw DNS.EDNSError.optionTooLong(option.data.count)
    }
    data += [option.code, length].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } + option.data
  }
  // 6. Class and TTL as they are read above.
  let flags: UInt32 = edns.dnssecOK ? 0x8000 : 0
  return DNS.ResourceRecord(
    name: .root, recordClass: DNS.RecordClass(rawValue: edns.payloadSize),
    ttl: UInt32(edns.upperResponseCode) << 24 | UInt32(edns.version) << 16 | flags, data: .opaque(.opt, data))
  // </write>
}
