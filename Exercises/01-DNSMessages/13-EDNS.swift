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
  // TODO: 1. At most one OPT record, and it belongs to the root.
  // TODO: 2. The options fill the data, one behind the other.
  // TODO: 3. Class and TTL of an OPT record mean something else than in any other.
  throw NotStarted()
}

/// The whole response code of a message: twelve bits with EDNS, four without.
///
/// - Parameter message: a message as `parseMessage` reads it: the code in its header is one of 0 to 15.
/// - Throws: what `readEDNS` throws.
///
/// Source: [RFC 6891 §6.1.3](https://www.rfc-editor.org/rfc/rfc6891#section-6.1.3).
public func wholeResponseCode(of message: DNS.Message) throws -> DNS.ResponseCode {
  // TODO: 4. The header has the lower four bits, the OPT record the upper eight.
  throw NotStarted()
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
  // TODO: 5. Each option behind its code and its length.
  // TODO: 6. Class and TTL as they are read above.
  throw NotStarted()
}
