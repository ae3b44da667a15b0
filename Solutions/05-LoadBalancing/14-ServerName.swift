import PostRoad

/// Reads the name of the server that a TLS client wants to reach, from the first bytes it sends.
///
///     record        type 22, version (2), length (2), then a part of the message
///     message       type 1, length (3), then
///     ClientHello   version (2), random (32), session id <1>, cipher suites <2>, compression <1>, extensions <2>
///     extension     type (2), data <2>
///     server_name   type 0; its data is a list <2> of: name type (1), name <2>; a host name has the type 0
///
/// `(n)` is n bytes, `<n>` bytes with a length of n bytes before them; all big-endian. The message may be split over
/// several records. Each vector has to fit exactly into what is around it; a ClientHello without extensions ends after
/// its compression methods. What follows the message is ignored, and so are all versions and what is inside of the
/// other vectors: only their lengths matter.
///
/// - Parameter bytes: what has come in so far, the first record first.
/// - Returns: the name in lower case, or nil when the client gives none.
/// - Throws: `LB.ClientHelloError`. `.incomplete` says that more bytes may make it right; the others, that none can.
///   Another type of record or message is refused by its first byte; a record of no bytes or too many, and a message that
///   is too long, as soon as their header is there. A list of names has at least one, or it is `.malformed`. `.repeated`
///   when an extension type, or a type in the list of names, is there twice.
///   The name is judged last: `.badName` when it is not 1 to 253 ASCII letters, digits, hyphens, underscores and dots,
///   begins or ends with a dot, or is an IPv4 address, which means here that its last label has only digits.
///
/// Source: [RFC 8446 §4.1.2](https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2) and
/// [§5.1](https://www.rfc-editor.org/rfc/rfc8446#section-5.1),
/// [RFC 6066 §3](https://www.rfc-editor.org/rfc/rfc6066#section-3).
public func serverName(_ bytes: [UInt8]) throws -> String? {
  // <write>
  // 1. Put the message together out of its records; then it has to fit exactly.
  var hello = Vector(try message(bytes))
  // 2. Skip what comes before the extensions. Without extensions there is no name.
  _ = try hello.take(2 + 32)
  for lengthBytes in [1, 2, 1] { _ = try hello.vector(lengthBytes) }
  if hello.bytes.isEmpty { return nil }
  var extensions = Vector(try hello.vector(2))
  guard hello.bytes.isEmpty else { throw LB.ClientHelloError.malformed }
  // 3. Look at all extensions, for a type that is there twice, and keep the one of the name.
  var seen: Set<Int> = []
  var data: ArraySlice<UInt8>?
  while !extensions.bytes.isEmpty {
    let type = try extensions.number(2)
    guard seen.insert(type).inserted else { throw LB.ClientHelloError.repeated }
    let content = try extensions.vector(2)
    if type == 0 { data = content }
  }
  guard let data else { return nil }
  // 4. In the list of names, look for one of a host. No type may be there twice.
  var outer = Vector(data)
  var names = Vector(try outer.vector(2))
  guard outer.bytes.isEmpty, !names.bytes.isEmpty else { throw LB.ClientHelloError.malformed }
  var types: Set<Int> = []
  var host: ArraySlice<UInt8>?
  while !names.bytes.isEmpty {
    let type = try names.number(1)
    let name = try names.vector(2)
    guard types.insert(type).inserted else { throw LB.ClientHelloError.repeated }
    if type == 0 { host = name }
  }
  return try host.map(hostName)
  // </write>
}

// <declare>
// 5. Bytes that are taken from the front, and never more than there are.
private struct Vector {
  var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard bytes.count >= count else { throw LB.ClientHelloError.malformed }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  mutating func number(_ count: Int) throws -> Int { try take(count).reduce(0) { $0 << 8 | Int($1) } }

  mutating func vector(_ lengthBytes: Int) throws -> ArraySlice<UInt8> { try take(number(lengthBytes)) }
}

// 6. Record after record, until the message has the length that its header tells. Check each header at once, and look
// at a part of a record as well, so that a wrong message is refused early.
private func message(_ bytes: [UInt8]) throws -> ArraySlice<UInt8> {
  var rest = bytes[...]
  var message: [UInt8] = []
  while true {
    if message.count >= 1, message[0] != 1 { throw LB.ClientHelloError.notClientHello(message[0]) }
    if message.count >= 4 {
      let length = message[1..<4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= LB.ClientHello.longestMessage else { throw LB.ClientHelloError.messageTooLong(length) }
      if message.count >= 4 + length { return message[4..<4 + length] }
    }
    if let type = rest.first, type != 22 { throw LB.ClientHelloError.notHandshake(type) }
    guard rest.count >= 5 else { throw LB.ClientHelloError.incomplete }
    let length = rest.dropFirst(3).prefix(2).reduce(0) { $0 << 8 | Int($1) }
    guard (1...LB.ClientHello.longestRecord).contains(length) else {
      throw LB.ClientHelloError.badRecordLength(length)
    }
    message += rest.dropFirst(5).prefix(length)
    rest = rest.dropFirst(5 + length)
  }
}

// 7. A name in lower case, if it is one. Beware of what lower case makes of letters that are not ASCII.
private func hostName(_ bytes: ArraySlice<UInt8>) throws -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  let isClean = text.utf8.allSatisfy {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      || "-_.".utf8.contains($0)
  }
  guard (1...253).contains(bytes.count), isClean, labels.first != "", let last = labels.last, last != "",
    !last.allSatisfy(\.isNumber)
  else { throw LB.ClientHelloError.badName }
  return text.lowercased()
}
// </declare>
