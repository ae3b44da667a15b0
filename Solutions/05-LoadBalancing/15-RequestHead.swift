import PostRoad

/// Reads the head of an HTTP/1 request, and refuses whatever two readers could read differently.
///
///     GET /road HTTP/1.1\r\n          method, target, version, with one space between them
///     Host: postroad.example\r\n      fields: a name, a colon, and a value with white space around it
///     \r\n                            an empty line
///
/// One empty line before the request line is skipped. Lines are judged in their order, each when its LF is there; a CR
/// with another byte than LF after it is refused as soon as that byte is there. Of two faults in one line any may be
/// reported. The Host is judged when the empty line is there: first how many there are, then what is in it. Our parser
/// refuses where RFC 9112 leaves a choice:
///
/// - Each line ends with CR LF; there is no CR and no LF anywhere else.
/// - The method is a token, and its case counts. The target is visible ASCII without `#`. For CONNECT it is a host that is
///   not empty, a colon and a port from 1 to 65,535, and nothing else. For the other methods it begins with `/`; or it is
///   `*`, for OPTIONS alone; or a scheme, `://`, a host that is not empty, and a path or a query, if any. A scheme is a
///   letter, then letters, digits, `+`, `-` and `.`.
/// - No line after the request line begins with a space or a tab. A name is a token, right before its colon. A value
///   has no control character but the tab.
/// - Host: exactly one in HTTP/1.1, at most one in HTTP/1.0.
/// - A host, here and in the target, is letters, digits, any of `-._~!$&'()*+,;=`, and `%` with two hexadecimal digits;
///   or it is an IPv6 address in brackets, whose last 32 bits may be written like an IPv4 address. A port may follow: a
///   colon, then any number of digits, none as well. A Host may be empty.
///
/// - Parameter bytes: what has come in so far, the request first.
/// - Returns: the head; `length` covers all bytes up to the body, an empty line before the request included.
/// - Throws: `LB.RequestError`. `.incomplete` says that more bytes may make it right; the others, that none can. The field
///   that is one too many is `.tooManyFields`, whatever is in it.
///
/// Source: [RFC 9112 §2.2](https://www.rfc-editor.org/rfc/rfc9112#section-2.2),
/// [§3](https://www.rfc-editor.org/rfc/rfc9112#section-3), [§5](https://www.rfc-editor.org/rfc/rfc9112#section-5);
/// for a host [RFC 3986 §3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2).
public func parseRequestHead(_ bytes: [UInt8]) throws -> LB.RequestHead {
  // <write>
  // 1. Skip one empty line, then take the request line apart at its single spaces.
  var at = bytes.starts(with: [0x0D, 0x0A]) ? 2 : 0
  let first = try line(bytes, from: &at)
  let parts = first.split(separator: 0x20, omittingEmptySubsequences: false).map(text)
  guard parts.count == 3, isToken(parts[0]), isTarget(parts[1], of: parts[0]) else {
    throw LB.RequestError.badRequestLine
  }
  guard parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else { throw LB.RequestError.badVersion(parts[2]) }
  let isOld = parts[2] == "HTTP/1.0"
  var head = LB.RequestHead(method: parts[0], target: parts[1], minorVersion: isOld ? 0 : 1, fields: [])
  // 2. Fields until the empty line, and no more than the bound.
  while true {
    let next = try line(bytes, from: &at)
    if next.isEmpty { break }
    guard head.fields.count < LB.RequestHead.maximumFields else { throw LB.RequestError.tooManyFields }
    head.fields.append(try field(next, isFirst: head.fields.isEmpty))
  }
  head.length = at
  // 3. Who is asked has to be clear.
  let hosts = head.values(of: "host")
  guard hosts.count <= 1 else { throw LB.RequestError.repeatedHost }
  guard isOld || hosts.count == 1 else { throw LB.RequestError.missingHost }
  if let host = hosts.first, !isHost(host) { throw LB.RequestError.badHost(host) }
  return head
  // </write>
}

// <declare>
// 4. The next line without its CR LF. The bound counts from the first byte, and holds before the line is there; so does
// the rule about CR.
private func line(_ bytes: [UInt8], from start: inout Int) throws -> ArraySlice<UInt8> {
  let window = bytes.prefix(LB.RequestHead.maximumLength).dropFirst(start)
  guard let end = window.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }),
    bytes[end] == 0x0A || end + 1 < window.endIndex
  else {
    throw bytes.count < LB.RequestHead.maximumLength ? LB.RequestError.incomplete : .headTooLarge
  }
  guard bytes[end] == 0x0D else { throw LB.RequestError.bareLF }
  guard bytes[end + 1] == 0x0A else { throw LB.RequestError.bareCR }
  let line = bytes[start..<end]
  start = end + 2
  return line
}

// 5. A field: the name right before the colon, the value without the white space around it.
private func field(_ line: ArraySlice<UInt8>, isFirst: Bool) throws -> LB.Field {
  if line.first == 0x20 || line.first == 0x09 {
    throw isFirst ? LB.RequestError.spaceBeforeFirstField : .obsoleteFolding
  }
  guard let colon = line.firstIndex(of: 0x3A) else { throw LB.RequestError.badFieldName }
  if let last = line[..<colon].last, last == 0x20 || last == 0x09 { throw LB.RequestError.spaceBeforeColon }
  let name = text(line[..<colon]).lowercased()
  guard isToken(name) else { throw LB.RequestError.badFieldName }
  let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
  var value = line[(colon + 1)...].drop(while: isBlank)
  while let last = value.last, isBlank(last) { value.removeLast() }
  guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
    throw LB.RequestError.badFieldValue(name)
  }
  return LB.Field(name, text(value))
}

// 6. One character a byte: whatever was sent can be told again.
private func text(_ bytes: ArraySlice<UInt8>) -> String {
  String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}

// 7. RFC 9110 §5.6.2: letters, digits and fifteen signs, at least one.
private func isToken(_ text: String) -> Bool {
  let signs = "!#$%&'*+-.^_`|~".utf8
  return !text.isEmpty
    && text.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || signs.contains(UInt8(truncatingIfNeeded: scalar.value)) && scalar.isASCII
    }
}

// 8. RFC 9112 §3.2: four forms, two of which belong to a method.
private func isTarget(_ target: String, of method: String) -> Bool {
  guard target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x23 }) else { return false }
  if method == "CONNECT" {
    guard let port = target.wholeMatch(of: /.+:([0-9]+)/)?.1.drop(while: { $0 == "0" }) else { return false }
    return isHost(target) && UInt16(port) != nil
  }
  if target == "*" { return method == "OPTIONS" }
  if target.hasPrefix("/") { return true }
  guard let start = target.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\/\//) else { return false }
  let host = target[start.range.upperBound...].prefix { $0 != "/" && $0 != "?" }
  return !host.isEmpty && !host.hasPrefix(":") && isHost(String(host))
}

// 9. RFC 3986 §3.2.2: a name, or an IPv6 address in brackets; then maybe a port.
private func isHost(_ text: String) -> Bool {
  let host = /(?:\[(?<address>[^\[\]]*)\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?/
  guard let match = text.wholeMatch(of: host) else { return false }
  guard var address = match.output.address else { return true }
  // What is written like an IPv4 address takes the place of two groups.
  if let colon = address.lastIndex(of: ":"), address[colon...].contains(".") {
    let tail = address[address.index(after: colon)...]
    guard LB.Endpoint(address: tail, port: "0", isIPv6: false) != nil else { return false }
    address = address[...colon] + "0:0"
  }
  return LB.Endpoint(address: address, port: "0", isIPv6: true) != nil
}
// </declare>
