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
  // <write>
  // 1. RDLENGTH says where the data ends, even if the message goes on.
  let end = head.dataRange.upperBound
  var position = head.dataRange.lowerBound
  let opaque = DNS.RecordData.opaque(head.type, Array(message[head.dataRange]))
  if head.recordClass != .internet && head.dataRange.isEmpty { return opaque }
  // 2. So many octets, if they are there; and a number made of some, big-endian.
  func octets(_ count: Int) throws -> ArraySlice<UInt8> {
    guard position + count <= end else { throw DNS.MessageError.truncated(at: end) }
    defer { position += count }
    return message[position..<(position + count)]
  }
  func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    try octets(Number.bitWidth / 8).reduce(0) { $0 << 8 | Number($1) }
  }
  // 3. A name may point to what comes before the data, and may not go on behind it.
  func name() throws -> DNS.Name {
    var next = position
    if let name = try? readName(message, at: &next), next <= end {
      position = next
      return name
    }
    // Without what follows the data the name is wrong at the right place. That is a copy, so it is not made for every name.
    return try readName(Array(message[..<end]), at: &position)
  }
  // 4. Read what the type asks for. A class other than IN has no addresses and no services of this form. A TXT has
  // at least one string.
  let data: DNS.RecordData
  switch (head.type, head.recordClass) {
  case (.a, .internet): data = .a(DNS.IPv4Address(rawValue: try number(UInt32.self)))
  case (.aaaa, .internet): data = .aaaa(DNS.IPv6Address(rawValue: try number(UInt128.self)))
  case (.cname, _): data = .cname(try name())
  case (.ns, _): data = .ns(try name())
  case (.ptr, _): data = .ptr(try name())
  case (.mx, _): data = .mx(preference: try number(UInt16.self), exchange: try name())
  case (.txt, _):
    var strings: [[UInt8]] = []
    repeat {
      strings.append(Array(try octets(Int(number(UInt8.self)))))
    } while position < end
    data = .txt(strings)
  case (.soa, _):
    data = .soa(
      DNS.StartOfAuthority(
        primary: try name(), responsible: try name(), serial: try number(UInt32.self),
        refresh: try number(UInt32.self), retry: try number(UInt32.self), expire: try number(UInt32.self),
        minimum: try number(UInt32.self)))
  case (.srv, .internet):
    data = .srv(
      priority: try number(UInt16.self), weight: try number(UInt16.self), port: try number(UInt16.self),
      target: try name())
  default: return opaque
  }
  // 5. Nothing may be left.
  guard position == end else { throw DNS.RecordError.dataLeftOver(at: position) }
  return data
  // </write>
}
