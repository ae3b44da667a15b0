import PostRoad

/// Reads an IPv4 address as people write it: four decimal numbers with dots between them.
///
/// - Parameter text: `192.0.2.80`. Each number is 0 to 255 in one to three ASCII digits, with no sign and no 0 in front.
/// - Returns: the address, its first number in the highest eight bits.
/// - Throws: `DNS.AddressError.notIPv4(_:)` with the text.
///
/// Source: [RFC 3986 §3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2), `IPv4address`.
public func parseIPv4(_ text: String) throws -> DNS.IPv4Address {
  // <write>
  // 1. Four parts, each of them a number of the form above: Swift's own conversion takes more than that.
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 4 else { throw DNS.AddressError.notIPv4(text) }
  var address: UInt32 = 0
  for part in parts {
    guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part.count == 1 || part.first != "0",
      let octet = UInt8(part)
    else { throw DNS.AddressError.notIPv4(text) }
    address = address << 8 | UInt32(octet)
  }
  return DNS.IPv4Address(rawValue: address)
  // </write>
}

/// Writes an IPv4 address: four decimal numbers with dots between them, no 0 in front. Nothing is refused.
///
/// Source: [RFC 1035 §3.4.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.4.1).
public func ipv4Text(_ address: DNS.IPv4Address) throws -> String {
  // <write>
  // 2. The highest eight bits come first.
  return [24, 16, 8, 0].map { String(address.rawValue >> $0 & 0xFF) }.joined(separator: ".")
  // </write>
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
  // <write>
  // 3. An IPv4 address at the end takes the place of two groups. Its error is not yours.
  var plain = text
  if let colon = text.lastIndex(of: ":"), text[colon...].contains(".") {
    let tail = String(text[text.index(after: colon)...])
    guard let last = try? parseIPv4(tail).rawValue else { throw DNS.AddressError.notIPv6(text) }
    plain = text[...colon] + String(last >> 16, radix: 16) + ":" + String(last & 0xFFFF, radix: 16)
  }
  // 4. :: stands once at most, and there may be nothing before or after it.
  let sides = plain.split(separator: "::", omittingEmptySubsequences: false)
  let groups = try sides.map { side -> [UInt128] in
    guard !side.isEmpty else { return [] }
    return try side.split(separator: ":", omittingEmptySubsequences: false).map { group in
      guard (1...4).contains(group.utf8.count), group.allSatisfy(\.isHexDigit),
        let value = UInt128(group, radix: 16)
      else { throw DNS.AddressError.notIPv6(text) }
      return value
    }
  }
  // 5. How many groups must there be without ::, and how many may there be with it?
  let count = groups.joined().count
  guard groups.count == 1 && count == 8 || groups.count == 2 && count <= 7 else {
    throw DNS.AddressError.notIPv6(text)
  }
  let all = groups[0] + [UInt128](repeating: 0, count: 8 - count) + groups.dropFirst().joined()
  return DNS.IPv6Address(rawValue: all.reduce(0) { $0 << 16 | $1 })
  // </write>
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
  // <write>
  // 6. An IPv4-mapped address shows the IPv4 address in it.
  if address.rawValue >> 32 == 0xFFFF {
    return "::ffff:" + (try ipv4Text(DNS.IPv4Address(rawValue: UInt32(truncatingIfNeeded: address.rawValue))))
  }
  // 7. Which run of zeros is shortened, if any?
  let groups = (0..<8).map { address.rawValue >> (112 - 16 * $0) & 0xFFFF }
  var longest = 0..<0
  for start in groups.indices {
    let end = groups[start...].firstIndex { $0 != 0 } ?? 8
    if end - start > longest.count { longest = start..<end }
  }
  // 8. A single group of zeros is written as 0.
  func written(_ part: ArraySlice<UInt128>) -> String {
    part.map { String($0, radix: 16) }.joined(separator: ":")
  }
  guard longest.count >= 2 else { return written(groups[...]) }
  return written(groups[..<longest.lowerBound]) + "::" + written(groups[longest.upperBound...])
  // </write>
}
