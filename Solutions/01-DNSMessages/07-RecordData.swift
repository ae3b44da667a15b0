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
/// A, AAAA and SRV have this form in the class IN only, and are opaque in any other. Outside IN, data of no octets is opaque for
/// every type, as updates have it.
///
/// - Parameters:
///   - head: what `readRecordHead` read; its range lies within the message.
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
  // 1. Cut the message behind the data: then nothing can run over its end, and pointers still lead back.
  let bounded = Array(message[..<head.dataRange.upperBound])
  var position = head.dataRange.lowerBound
  let opaque = DNS.RecordData.opaque(head.type, Array(bounded[position...]))
  if head.recordClass != .internet && head.dataRange.isEmpty { return opaque }
  // 2. So many octets, if they are there; and a number made of some, big-endian.
  func octets(_ count: Int) throws -> ArraySlice<UInt8> {
    guard position + count <= bounded.count else { throw DNS.MessageError.truncated(at: bounded.count) }
    defer { position += count }
    return bounded[position..<(position + count)]
  }
  func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    try octets(Number.bitWidth / 8).reduce(0) { $0 << 8 | Number($1) }
  }
  // 3. Read what the type asks for. A class other than IN has no addresses and no services of this form. A TXT has
  // at least one string, then as many as there is room for.
  let data: DNS.RecordData
  switch (head.type, head.recordClass) {
  case (.a, .internet): data = .a(DNS.IPv4Address(rawValue: try number(UInt32.self)))
  case (.aaaa, .internet): data = .aaaa(DNS.IPv6Address(rawValue: try number(UInt128.self)))
  case (.cname, _): data = .cname(try readName(bounded, at: &position))
  case (.ns, _): data = .ns(try readName(bounded, at: &position))
  case (.ptr, _): data = .ptr(try readName(bounded, at: &position))
  case (.mx, _):
    data = .mx(preference: try number(UInt16.self), exchange: try readName(bounded, at: &position))
  case (.txt, _):
    var strings: [[UInt8]] = []
    repeat {
      strings.append(Array(try octets(Int(number(UInt8.self)))))
    } while position < bounded.count
    data = .txt(strings)
  case (.soa, _):
    data = .soa(
      DNS.StartOfAuthority(
        primary: try readName(bounded, at: &position), responsible: try readName(bounded, at: &position),
        serial: try number(UInt32.self), refresh: try number(UInt32.self), retry: try number(UInt32.self),
        expire: try number(UInt32.self), minimum: try number(UInt32.self)))
  case (.srv, .internet):
    data = .srv(
      priority: try number(UInt16.self), weight: try number(UInt16.self), port: try number(UInt16.self),
      target: try readName(bounded, at: &position))
  default: return opaque
  }
  // 4. Nothing may be left.
  guard position == bounded.count else { throw DNS.RecordError.dataLeftOver(at: position) }
  return data
  // </write>
}
