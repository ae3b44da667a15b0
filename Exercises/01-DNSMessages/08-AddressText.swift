import PostRoad

/// Reads an IPv4 address as people write it: four decimal numbers with dots between them.
///
/// - Parameter text: `192.0.2.80`. Each number is 0 to 255 in one to three ASCII digits, with no sign and no 0 in front.
/// - Returns: the address, its first number in the highest eight bits.
/// - Throws: `DNS.AddressError.notIPv4(_:)` with the text.
///
/// Source: [RFC 3986 §3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2), `IPv4address`.
public func parseIPv4(_ text: String) throws -> DNS.IPv4Address {
  // TODO: 1. Four parts, each of them a number of the form above: Swift's own conversion takes more than that.
  throw NotStarted()
}

/// Writes an IPv4 address: four decimal numbers with dots between them, no 0 in front. Nothing is refused.
///
/// Source: [RFC 1035 §3.4.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.4.1).
public func ipv4Text(_ address: DNS.IPv4Address) throws -> String {
  // TODO: 2. The highest eight bits come first.
  throw NotStarted()
}

/// Reads an IPv6 address as people write it.
///
/// - Parameter text: eight groups of one to four hexadecimal digits of either case with colons between them. Once, `::` may stand
///   for one group of zeros or more; the last two groups may be written as an IPv4 address, in the form that
///   `parseIPv4` reads. Nothing else may stand in the text: no white space, no zone (`%eth0`).
/// - Returns: the address, its first group in the highest sixteen bits.
/// - Throws: `DNS.AddressError.notIPv6(_:)` with the text.
///
/// Source: [RFC 4291 §2.2](https://www.rfc-editor.org/rfc/rfc4291#section-2.2).
public func parseIPv6(_ text: String) throws -> DNS.IPv6Address {
  // TODO: 3. An IPv4 address at the end takes the place of two groups. Its error is not yours.
  // TODO: 4. :: stands once at most, and there may be nothing before or after it.
  // TODO: 5. How many groups must there be without ::, and how many may there be with it?
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
  // TODO: 7. Which run of zeros is shortened, if any?
  // TODO: 8. A single group of zeros is written as 0.
  throw NotStarted()
}
