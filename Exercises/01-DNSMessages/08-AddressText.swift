import PostRoad

/// Reads an IPv4 address as people write it: four decimal numbers with dots between them.
///
/// - Parameter text: `192.0.2.80`. Each number is 0 to 255 in one to three ASCII digits, with no sign and no 0 in front.
/// - Returns: the address, its first number in the highest eight bits.
/// - Throws: `DNS.AddressError.notIPv4(_:)` with the text.
///
/// Source: [RFC 3986 §3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2), `IPv4address`.
public func parseIPv4(_ text: String) throws -> DNS.IPv4Address {
  // TODO: 1. Four parts, each of them digits only: Swift's own conversion also takes signs and zeros in front.
  throw NotStarted()
}

/// Writes an IPv4 address: four decimal numbers with dots between them, no 0 in front.
///
/// Source: [RFC 1035 §3.4.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.4.1).
public func ipv4Text(_ address: DNS.IPv4Address) throws -> String {
  // TODO: 2. The highest eight bits come first.
  throw NotStarted()
}

/// Reads an IPv6 address as people write it.
///
/// - Parameter text: eight groups of one to four hexadecimal digits of either case with colons between them. Once, `::` may stand
///   for one group of zeros or more; the last two groups may be written as an IPv4 address. No zone (`%eth0`).
/// - Returns: the address, its first group in the highest sixteen bits.
/// - Throws: `DNS.AddressError.notIPv6(_:)` with the text.
///
/// Source: [RFC 4291 §2.2](https://www.rfc-editor.org/rfc/rfc4291#section-2.2).
public func parseIPv6(_ text: String) throws -> DNS.IPv6Address {
  // TODO: 3. An IPv4 address at the end is two groups written in another way: write them as groups.
  // TODO: 4. One :: at most cuts the text in two; each side is groups, or nothing.
  // TODO: 5. Without :: there must be eight groups, with it seven at most. The zeros fill what is missing.
  throw NotStarted()
}

/// Writes an IPv6 address in its one canonical form.
///
/// - Returns: groups in lower case without a 0 in front; `::` in place of the longest run of two or more groups of
///   zeros, the first of those that are equally long; an IPv4-mapped address (::ffff:0:0/96) with its last 32 bits as an
///   IPv4 address, and no other.
///
/// Source: [RFC 5952 §4](https://www.rfc-editor.org/rfc/rfc5952#section-4) and
/// [§5](https://www.rfc-editor.org/rfc/rfc5952#section-5).
public func ipv6Text(_ address: DNS.IPv6Address) throws -> String {
  // TODO: 6. An IPv4-mapped address shows the IPv4 address in it.
  // TODO: 7. Find the longest run of zeros, and the first of them: only a longer one takes its place.
  // TODO: 8. A single group of zeros is written as 0.
  throw NotStarted()
}
