import PostRoad

/// Reads a PROXY header: who the client is, told by the proxy in front, before the client's first byte.
///
/// Version 1 is a line of ASCII:
///
///     PROXY TCP4 192.0.2.10 198.51.100.20 51234 443\r\n
///     PROXY TCP6 2001:db8::10 2001:db8:1::20 51234 443\r\n
///     PROXY UNKNOWN … \r\n                   what follows UNKNOWN is ignored
///
/// with exactly one space between the parts, and at most `LB.ProxyHeader.longestLine` bytes with CRLF. A CR or LF that
/// stands alone ends the line, too, and makes it bad, in what follows UNKNOWN as well. What else is bad in a line may
/// be refused at once or when the line has ended: both are right.
///
/// Version 2 is binary, and begins with `LB.ProxyHeader.signature`:
///
///     12  version 2 in the upper four bits, command in the lower: 0 LOCAL, 1 PROXY
///     13  family and transport: 0x00 none, 0x11 TCP over IPv4, 0x12 UDP over IPv4, 0x21 and 0x22 over IPv6,
///         0x31 and 0x32 Unix sockets
///     14  the length of what follows, 2 bytes, big-endian
///     16  source address, destination address, source port, destination port, then extensions (TLVs)
///
/// LOCAL means that the proxy speaks for itself, a health check mostly: no endpoints, whatever the family is, known or
/// not, and whatever follows. PROXY with the families 0x00, 0x31 and 0x32 has no endpoints either, and any length.
/// Extensions are skipped, and nothing in them is checked. The length counts in every case.
///
/// - Parameter bytes: what has come in so far, the header first.
/// - Returns: the length of the header, and the two endpoints if it has any.
/// - Throws: `LB.ProxyError`. `.incomplete` says that more bytes may make it right; the others, that none can. Version 2
///   is judged byte by byte, in their order: the command and the family each as soon as it is there, the length before
///   what it counts.
///
/// Source: [The PROXY protocol](https://www.haproxy.org/download/2.6/doc/proxy-protocol.txt), §2.1 and §2.2.
public func parseProxyHeader(_ bytes: [UInt8]) throws -> LB.ProxyHeader {
  // <write>
  // 1. Tell the versions apart by how they begin; the beginning itself may still be incomplete.
  let signature = LB.ProxyHeader.signature
  if bytes.starts(with: Array("PROXY ".utf8)) { return try line(bytes) }
  guard bytes.starts(with: signature) else {
    let isBeginning = signature.starts(with: bytes) || "PROXY ".utf8.starts(with: bytes)
    throw isBeginning ? LB.ProxyError.incomplete : .noHeader
  }
  // 2. Version 2: check the command, and then the family, as soon as each is there. LOCAL has any family.
  guard bytes.count > 12 else { throw LB.ProxyError.incomplete }
  guard bytes[12] == 0x20 || bytes[12] == 0x21 else { throw LB.ProxyError.badCommand(bytes[12]) }
  let isLocal = bytes[12] == 0x20
  guard bytes.count > 13 else { throw LB.ProxyError.incomplete }
  let sizes: [UInt8: Int] = [0x00: 0, 0x11: 4, 0x12: 4, 0x21: 16, 0x22: 16, 0x31: 0, 0x32: 0]
  guard let size = isLocal ? 0 : sizes[bytes[13]] else { throw LB.ProxyError.badFamily(bytes[13]) }
  // 3. The length has to hold the addresses, unless nobody looks at them, and the bytes have to hold the length.
  guard bytes.count >= 16 else { throw LB.ProxyError.incomplete }
  let length = Int(bytes[14]) << 8 | Int(bytes[15])
  if size > 0 && length < 2 * size + 4 { throw LB.ProxyError.lengthTooSmall(length) }
  guard bytes.count >= 16 + length else { throw LB.ProxyError.incomplete }
  var header = LB.ProxyHeader(length: 16 + length)
  if size == 0 { return header }
  // 4. Both addresses come first, then both ports.
  let ports = bytes[(16 + 2 * size)...].prefix(4).map(UInt16.init)
  header.source = LB.Endpoint(Array(bytes[16..<16 + size]), port: ports[0] << 8 | ports[1])
  header.destination = LB.Endpoint(Array(bytes[16 + size..<16 + 2 * size]), port: ports[2] << 8 | ports[3])
  return header
  // </write>
}

// <declare>
// 5. Version 1: find the CRLF within the bound. Neither CR nor LF may stand alone; a CR at the end of the bytes waits
// for its LF.
// 6. Take the line apart at its spaces. They are bytes: in a `String` a mark that combines with a space hides it. Both
// addresses are of the family that is announced.
private func line(_ bytes: [UInt8]) throws -> LB.ProxyHeader {
  let start = bytes.prefix(LB.ProxyHeader.longestLine)
  guard let end = start.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }) else {
    throw start.count < LB.ProxyHeader.longestLine ? LB.ProxyError.incomplete : .lineTooLong
  }
  guard bytes[end] == 0x0D else { throw LB.ProxyError.badLine }
  guard end + 1 < start.count else {
    throw start.count < LB.ProxyHeader.longestLine ? LB.ProxyError.incomplete : .lineTooLong
  }
  guard bytes[end + 1] == 0x0A else { throw LB.ProxyError.badLine }
  let parts = bytes[..<end].split(separator: 0x20, omittingEmptySubsequences: false)
    .map { Substring(decoding: $0, as: UTF8.self) }
  if parts[1] == "UNKNOWN" { return LB.ProxyHeader(length: end + 2) }
  guard parts.count == 6, parts[1] == "TCP4" || parts[1] == "TCP6",
    let source = LB.Endpoint(address: parts[2], port: parts[4], isIPv6: parts[1] == "TCP6"),
    let destination = LB.Endpoint(address: parts[3], port: parts[5], isIPv6: parts[1] == "TCP6")
  else { throw LB.ProxyError.badLine }
  return LB.ProxyHeader(length: end + 2, source: source, destination: destination)
}
// </declare>
