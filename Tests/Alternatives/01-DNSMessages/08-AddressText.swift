import PostRoad

/// Converts generously, writes the result, and accepts a text only if it is what was written: an IPv4 address has a
/// single form.
public func parseIPv4(_ text: String) throws -> DNS.IPv4Address {
  let numbers = text.split(separator: ".").compactMap { UInt8($0) }
  let address = DNS.IPv4Address(rawValue: numbers.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
  guard numbers.count == 4, try ipv4Text(address).utf8.elementsEqual(text.utf8) else {
    throw DNS.AddressError.notIPv4(text)
  }
  return address
}

/// Divides the numbers off, the last one first.
public func ipv4Text(_ address: DNS.IPv4Address) throws -> String {
  let (rest, last) = address.rawValue.quotientAndRemainder(dividingBy: 256)
  let (upper, third) = rest.quotientAndRemainder(dividingBy: 256)
  return "\(upper / 256).\(upper % 256).\(third).\(last)"
}

/// Goes through the octets once, from group to group, and remembers at which of them the `::` was.
public func parseIPv6(_ text: String) throws -> DNS.IPv6Address {
  let refusal = DNS.AddressError.notIPv6(text)
  let colon = UInt8(ascii: ":")
  var rest = Array(text.utf8)[...]
  var groups: [UInt128] = []
  var gap: Int?
  if rest.starts(with: [colon, colon]) {
    gap = 0
    rest = rest.dropFirst(2)
  }
  while !rest.isEmpty {
    let piece = rest.prefix { $0 != colon }
    rest = rest.dropFirst(piece.count)
    guard let values = rest.isEmpty && piece.contains(UInt8(ascii: ".")) ? twoGroups(piece) : oneGroup(piece)
    else { throw refusal }
    groups += values
    guard rest.popFirst() != nil else { break }
    // After the colon comes a group, or a second colon for the gap. The text may end after the gap, not after a single
    // colon.
    if rest.first == colon, gap == nil {
      gap = groups.count
      rest.removeFirst()
    } else if rest.isEmpty {
      throw refusal
    }
  }
  guard gap == nil ? groups.count == 8 : groups.count < 8 else { throw refusal }
  groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap ?? 8)
  return DNS.IPv6Address(rawValue: groups.reduce(0) { $0 << 16 | $1 })
}

private func oneGroup(_ digits: ArraySlice<UInt8>) -> [UInt128]? {
  guard (1...4).contains(digits.count) else { return nil }
  var value: UInt128 = 0
  for octet in digits {
    // 0x20 is the case of a letter.
    switch octet | 0x20 {
    case 0x30...0x39 where octet >= 0x30: value = value << 4 | UInt128(octet - 0x30)
    case 0x61...0x66: value = value << 4 | UInt128((octet | 0x20) - 0x61 + 10)
    default: return nil
    }
  }
  return [value]
}

private func twoGroups(_ octets: ArraySlice<UInt8>) -> [UInt128]? {
  guard let address = try? parseIPv4(String(decoding: octets, as: UTF8.self)).rawValue else { return nil }
  return [UInt128(address >> 16), UInt128(address & 0xFFFF)]
}

/// Finds the longest run of zeros with a bit for each group: as often as the bits can be joined with their neighbours,
/// so long is the run.
public func ipv6Text(_ address: DNS.IPv6Address) throws -> String {
  let groups = (1...8).map { address.rawValue >> (128 - 16 * $0) & 0xFFFF }
  // The bit of the first group is the highest.
  let zeros = groups.reduce(UInt8(0)) { $0 << 1 | ($1 == 0 ? 1 : 0) }
  var (runs, length, start) = (zeros, 0, 8)
  while runs != 0 {
    start = runs.leadingZeroBitCount
    length += 1
    runs &= runs << 1
  }
  if zeros >> 3 == 0b11111, groups[5] == 0xFFFF {
    return "::ffff:" + (try ipv4Text(DNS.IPv4Address(rawValue: UInt32(address.rawValue & 0xFFFF_FFFF))))
  }
  let written = groups.map { String($0, radix: 16) }
  guard length > 1 else { return written.joined(separator: ":") }
  return [written[..<start], written[(start + length)...]].map { $0.joined(separator: ":") }.joined(
    separator: "::")
}
