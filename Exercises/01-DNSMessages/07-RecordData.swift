import PostRoad

/// Reads the data of a record, as its type says.
///
/// | type | data |
/// |---|---|
/// | A, AAAA | 4 or 16 octets |
/// | CNAME, NS, PTR | a name |
/// | MX | a preference of two octets, a name |
/// | TXT | one or more strings, each an octet of length and as many octets |
/// | SOA | two names, then five numbers of four octets |
/// | SRV | priority, weight and port of two octets each, a name |
/// | any other | octets that are not looked at |
///
/// A, AAAA and SRV have this form in the class IN only, and are opaque in any other. Outside IN, empty data is opaque, whatever
/// its type: updates have such records.
///
/// - Parameters:
///   - head: what `readRecordHead` read; its range lies within the message. Its name and its TTL are not looked at.
///   - message: the whole message, for the names in the data may point into it.
/// - Returns: the data, which fills its range exactly.
/// - Throws: `DNS.MessageError.truncated(at:)` with the *end of the data's range* when the data needs more octets than
///   the range has, even if the message goes on and whatever stands there; `DNS.RecordError.dataLeftOver(at:)` with the offset of the first octet
///   that is left; what `readName` throws for names that are wrong otherwise.
///
/// Source: [RFC 1035 §3.3](https://www.rfc-editor.org/rfc/rfc1035#section-3.3),
/// [§3.4.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.4.1),
/// [RFC 3596 §2.2](https://www.rfc-editor.org/rfc/rfc3596#section-2.2),
/// [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782), [RFC 3597 §3](https://www.rfc-editor.org/rfc/rfc3597#section-3).
public func readData(_ head: DNS.RecordHead, in message: [UInt8]) throws -> DNS.RecordData {
  // TODO: 1. RDLENGTH says where the data ends, even if the message goes on.
  // TODO: 2. So many octets, if they are there; and a number made of some, big-endian.
  // TODO: 3. A name may point to what comes before the data, and may not go on behind it.
  // TODO: 4. Read what the type asks for. A class other than IN has no addresses and no services of this form. A TXT has
  // at least one string.
  // TODO: 5. Nothing may be left.
  throw NotStarted()
}
