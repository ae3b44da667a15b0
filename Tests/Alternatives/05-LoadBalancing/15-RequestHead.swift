import PostRoad

/// Reads bytes from left to right, without regular expressions: a name ends where its token does, and of two faults in a line the
/// left one is named.
public func parseRequestHead(_ bytes: [UInt8]) throws -> LB.RequestHead {
  var lines = Lines(bytes: bytes, position: bytes.starts(with: [0x0D, 0x0A]) ? 2 : 0)
  var head = try requestLine(try lines.next())
  while case let line = try lines.next(), !line.isEmpty {
    if head.fields.count == LB.RequestHead.maximumFields { throw LB.RequestError.tooManyFields }
    head.fields.append(try field(line, isFirst: head.fields.isEmpty))
  }
  head.length = lines.position
  let hosts = head.values(of: "host")
  if hosts.count > 1 { throw LB.RequestError.repeatedHost }
  if hosts.isEmpty && head.minorVersion == 1 { throw LB.RequestError.missingHost }
  if let host = hosts.first, !isHost(Array(host.utf8)[...]) { throw LB.RequestError.badHost(host) }
  return head
}

private struct Lines {
  let bytes: [UInt8]
  var position: Int

  mutating func next() throws -> ArraySlice<UInt8> {
    let window = bytes.prefix(LB.RequestHead.maximumLength)
    let line = window[position...].prefix { $0 != 0x0D && $0 != 0x0A }
    let end = window[line.endIndex...].prefix(2)
    if end.first == 0x0A { throw LB.RequestError.bareLF }
    guard end.count == 2 else {
      throw window.count < LB.RequestHead.maximumLength ? LB.RequestError.incomplete : .headTooLarge
    }
    if end.last != 0x0A { throw LB.RequestError.bareCR }
    position = end.endIndex
    return line
  }
}

private func requestLine(_ line: ArraySlice<UInt8>) throws -> LB.RequestHead {
  let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count == 3, !parts[2].contains(0x20), !parts[0].isEmpty,
    parts[0].allSatisfy(tokenOctets.contains),
    isTarget(parts[1], method: text(parts[0]))
  else { throw LB.RequestError.badRequestLine }
  let versions = ["HTTP/1.0", "HTTP/1.1"]
  guard let minor = versions.firstIndex(of: text(parts[2])) else {
    throw LB.RequestError.badVersion(text(parts[2]))
  }
  return LB.RequestHead(method: text(parts[0]), target: text(parts[1]), minorVersion: minor, fields: [])
}

private func field(_ line: ArraySlice<UInt8>, isFirst: Bool) throws -> LB.Field {
  let name = line.prefix(while: tokenOctets.contains)
  let after = line[name.endIndex...].drop(while: isBlank)
  let blanks = after.startIndex - name.endIndex
  if name.isEmpty, blanks > 0 { throw isFirst ? LB.RequestError.spaceBeforeFirstField : .obsoleteFolding }
  guard !name.isEmpty, after.first == UInt8(ascii: ":") else { throw LB.RequestError.badFieldName }
  if blanks > 0 { throw LB.RequestError.spaceBeforeColon }
  var value = after.dropFirst().drop(while: isBlank)
  while value.last.map(isBlank) == true { value.removeLast() }
  if value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
    throw LB.RequestError.badFieldValue(text(name).lowercased())
  }
  return LB.Field(text(name).lowercased(), text(value))
}

private func isTarget(_ target: ArraySlice<UInt8>, method: String) -> Bool {
  guard let first = target.first, target.allSatisfy({ (0x21...0x7E).contains($0) }),
    !target.contains(UInt8(ascii: "#"))
  else { return false }
  if method == "CONNECT" {
    guard first != UInt8(ascii: ":"), let colon = target.lastIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    let digits = target[(colon + 1)...]
    guard digits.allSatisfy(isDigit), let port = Int(text(digits)) else { return false }
    return 1...65_535 ~= port && isHost(target)
  }
  if first == UInt8(ascii: "/") { return true }
  if target.elementsEqual("*".utf8) { return method == "OPTIONS" }
  let scheme = target.prefix { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
  let rest = target[scheme.endIndex...]
  guard isLetter(first), rest.starts(with: "://".utf8) else { return false }
  let host = rest.dropFirst(3).prefix { !"/?".utf8.contains($0) }
  return !host.isEmpty && host.first != UInt8(ascii: ":") && isHost(host)
}

/// A name or an address in brackets, and a port or none.
private func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  if rest.first == UInt8(ascii: "[") {
    let inside = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    rest = rest[inside.endIndex...]
    guard isIPv6(inside), rest.popFirst() == UInt8(ascii: "]") else { return false }
  } else {
    while let octet = rest.first, octet != UInt8(ascii: ":") {
      let isEscape = octet == UInt8(ascii: "%")
      let digits = rest.dropFirst().prefix(2)
      guard isEscape ? digits.count == 2 && digits.allSatisfy(isHexDigit) : hostOctets.contains(octet) else {
        return false
      }
      rest = rest.dropFirst(isEscape ? 3 : 1)
    }
  }
  guard let colon = rest.popFirst() else { return true }
  return colon == UInt8(ascii: ":") && rest.allSatisfy(isDigit)
}

/// Groups of at most four hexadecimal digits, eight of them, or fewer and one gap; an IPv4 address counts as the last two.
private func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
  var groups = text(bytes).split(separator: ":", omittingEmptySubsequences: false)
  guard groups.count >= 3 else { return false }
  if let last = groups.last, last.contains(".") {
    let numbers = last.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 4, numbers.allSatisfy({ UInt8($0).map(String.init) == String($0) }) else {
      return false
    }
    groups.replaceSubrange((groups.count - 1)..., with: ["0", "0"])
  }
  // A gap at an end is two empty groups there, and one alone is none.
  if groups[0].isEmpty {
    groups.removeFirst()
    guard groups[0].isEmpty else { return false }
  }
  if groups[groups.count - 1].isEmpty {
    groups.removeLast()
    guard groups.last?.isEmpty == true else { return false }
  }
  let gaps = groups.filter(\.isEmpty).count
  let isRight = groups.allSatisfy { $0.utf8.count <= 4 && $0.utf8.allSatisfy(isHexDigit) }
  return isRight && (gaps == 1 ? groups.count <= 8 : gaps == 0 && groups.count == 8)
}

private let lettersAndDigits = Set<UInt8>(0...UInt8.max).filter { isLetter($0) || isDigit($0) }
private let tokenOctets = lettersAndDigits.union("!#$%&'*+-.^_`|~".utf8)  // RFC 9110 §5.6.2
private let hostOctets = lettersAndDigits.union("-._~!$&'()*+,;=".utf8)  // RFC 3986 §3.2.2

private func isLetter(_ octet: UInt8) -> Bool { (0x61...0x7A).contains(octet | 0x20) }
private func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }
private func isHexDigit(_ octet: UInt8) -> Bool { isDigit(octet) || (0x61...0x66).contains(octet | 0x20) }
private func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 }

/// A character for each byte.
private func text(_ bytes: ArraySlice<UInt8>) -> String {
  bytes.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) }
}
