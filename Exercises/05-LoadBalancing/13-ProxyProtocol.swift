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
  // TODO: 1. Tell the versions apart by how they begin; the beginning itself may still be incomplete.
  // TODO: 2. Version 2: check the command, and then the family, as soon as each is there. LOCAL has any family.
  // TODO: 3. The length has to hold the addresses, unless nobody looks at them, and the bytes have to hold the length.
  // TODO: 4. Both addresses come first, then both ports.
  throw NotStarted()
}

// TODO: 5. Version 1: find the CRLF within the bound. Neither CR nor LF may stand alone; a CR at the end of the bytes waits
// for its LF.
// TODO: 6. Take the line apart at its spaces. They are bytes: in a `String` a mark that combines with a space hides it. Both
// addresses are of the family that is announced.
