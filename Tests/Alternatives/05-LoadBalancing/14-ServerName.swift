import PostRoad

/// Takes all vectors apart into lists before it looks into one of them, puts the records together byte by byte, and
/// refuses a name with an empty label anywhere.
public func serverName(_ bytes: [UInt8]) throws -> String? {
  let body = try handshake(bytes)
  // Version and random have 34 bytes.
  guard body.count >= 34 else { throw LB.ClientHelloError.malformed }
  var rest = body.dropFirst(34)
  for width in [1, 2, 1] { (_, rest) = try split(rest, lengthOf: width) }
  if rest.isEmpty { return nil }
  let extensions = try entries(of: try whole(rest), typeOf: 2)
  let types = Set(extensions.map(\.type))
  guard types.count == extensions.count else { throw LB.ClientHelloError.repeated }
  guard let list = extensions.first(where: { $0.type == 0 })?.content else { return nil }
  let names = try entries(of: try whole(list), typeOf: 1)
  if names.isEmpty { throw LB.ClientHelloError.malformed }
  guard Set(names.map(\.type)).count == names.count else { throw LB.ClientHelloError.repeated }
  return try names.first { $0.type == 0 }.map { try hostName($0.content) }
}

/// The handshake message without its header: every byte belongs to the header of a record or to the message.
private func handshake(_ bytes: [UInt8]) throws -> ArraySlice<UInt8> {
  var header: [UInt8] = []
  var message: [UInt8] = []
  var left = 0
  for byte in bytes {
    if left == 0 {
      header.append(byte)
      if header[0] != 22 { throw LB.ClientHelloError.notHandshake(header[0]) }
      guard header.count == 5 else { continue }
      left = Int(header[3]) << 8 | Int(header[4])
      header = []
      if left == 0 || left > LB.ClientHello.longestRecord { throw LB.ClientHelloError.badRecordLength(left) }
      continue
    }
    left -= 1
    message.append(byte)
    if message[0] != 1 { throw LB.ClientHelloError.notClientHello(message[0]) }
    guard message.count >= 4 else { continue }
    let length = Int(message[1]) << 16 | Int(message[2]) << 8 | Int(message[3])
    if length > LB.ClientHello.longestMessage { throw LB.ClientHelloError.messageTooLong(length) }
    if message.count == 4 + length { return message.dropFirst(4) }
  }
  throw LB.ClientHelloError.incomplete
}

/// The vector at the front, and what comes after it.
private func split(
  _ bytes: ArraySlice<UInt8>, lengthOf width: Int
) throws -> (vector: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
  let length = bytes.prefix(width).reduce(0) { $0 << 8 | Int($1) }
  guard bytes.count >= width + length else { throw LB.ClientHelloError.malformed }
  let vector = bytes.dropFirst(width).prefix(length)
  return (vector, bytes[vector.endIndex...])
}

/// A vector with nothing after it.
private func whole(_ bytes: ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
  let (vector, rest) = try split(bytes, lengthOf: 2)
  guard rest.isEmpty else { throw LB.ClientHelloError.malformed }
  return vector
}

/// Types of so many bytes, each with a vector after it.
private func entries(
  of bytes: ArraySlice<UInt8>, typeOf width: Int
) throws -> [(type: Int, content: ArraySlice<UInt8>)] {
  var entries: [(type: Int, content: ArraySlice<UInt8>)] = []
  var rest = bytes
  while !rest.isEmpty {
    let type = rest.prefix(width).reduce(0) { $0 << 8 | Int($1) }
    let (content, after) = try split(rest.dropFirst(width), lengthOf: 2)
    entries.append((type, content))
    rest = after
  }
  return entries
}

private func hostName(_ bytes: ArraySlice<UInt8>) throws -> String {
  let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  let isGood = labels.allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameOctet) }
  guard isGood, bytes.count <= 253, labels.last?.allSatisfy(isDigit) == false else {
    throw LB.ClientHelloError.badName
  }
  return String(decoding: bytes, as: UTF8.self).lowercased()
}

private func isNameOctet(_ octet: UInt8) -> Bool {
  // 0x20 is the case of a letter.
  isDigit(octet) || (0x61...0x7A).contains(octet | 0x20) || octet == UInt8(ascii: "-")
    || octet == UInt8(ascii: "_")
}

private func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }
