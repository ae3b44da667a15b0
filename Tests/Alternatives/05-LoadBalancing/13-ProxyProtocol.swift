import PostRoad

/// Goes along the bytes once and refuses at the first byte that no other byte can mend: a family before the length is
/// there, a protocol before its line has ended.
public func parseProxyHeader(_ bytes: [UInt8]) throws -> LB.ProxyHeader {
  let line = Array("PROXY ".utf8)
  for beginning in [line, LB.ProxyHeader.signature] where zip(beginning, bytes).allSatisfy(==) {
    guard bytes.count >= beginning.count else { throw LB.ProxyError.incomplete }
    return try beginning == line ? textHeader(bytes) : binaryHeader(bytes)
  }
  throw LB.ProxyError.noHeader
}

private func textHeader(_ bytes: [UInt8]) throws -> LB.ProxyHeader {
  let window = bytes.prefix(LB.ProxyHeader.longestLine)
  var words: [Substring] = []
  var word: [UInt8] = []
  var before: UInt8 = 0
  func endWord() throws {
    words.append(String(decoding: word, as: UTF8.self)[...])
    word = []
    if words.count == 2, !["TCP4", "TCP6", "UNKNOWN"].contains(words[1]) { throw LB.ProxyError.badLine }
  }
  for (offset, byte) in window.enumerated() {
    switch (before, byte) {
    case (0x0D, 0x0A):
      try endWord()
      return try textHeader(words, length: offset + 1)
    case (0x0D, _), (_, 0x0A): throw LB.ProxyError.badLine
    case (_, 0x20): try endWord()
    case (_, 0x0D): break
    default: word.append(byte)
    }
    before = byte
  }
  throw window.count < LB.ProxyHeader.longestLine ? LB.ProxyError.incomplete : .lineTooLong
}

private func textHeader(_ words: [Substring], length: Int) throws -> LB.ProxyHeader {
  if words[1] == "UNKNOWN" { return LB.ProxyHeader(length: length) }
  guard words.count == 6 else { throw LB.ProxyError.badLine }
  let ends = [2, 3].compactMap {
    LB.Endpoint(address: words[$0], port: words[$0 + 2], isIPv6: words[1] == "TCP6")
  }
  guard ends.count == 2 else { throw LB.ProxyError.badLine }
  return LB.ProxyHeader(length: length, source: ends[0], destination: ends[1])
}

private func binaryHeader(_ bytes: [UInt8]) throws -> LB.ProxyHeader {
  var cursor = Cursor(rest: bytes.dropFirst(LB.ProxyHeader.signature.count))
  let command = try cursor.take(1)[0]
  guard command >> 1 == 0x10 else { throw LB.ProxyError.badCommand(command) }
  let family = try cursor.take(1)[0]
  let size =
    switch family {
    case 0x11, 0x12: 4
    case 0x21, 0x22: 16
    case 0x00, 0x31, 0x32: 0
    case _ where command == 0x20: 0
    default: throw LB.ProxyError.badFamily(family)
    }
  let length = Int(try cursor.word())
  let hasEndpoints = command == 0x21 && size > 0
  if hasEndpoints, length < 2 * (size + 2) { throw LB.ProxyError.lengthTooSmall(length) }
  var body = Cursor(rest: try cursor.take(length)[...])
  let whole = LB.ProxyHeader.signature.count + 4 + length
  guard hasEndpoints else { return LB.ProxyHeader(length: whole) }
  let (source, destination) = (try body.take(size), try body.take(size))
  return LB.ProxyHeader(
    length: whole, source: LB.Endpoint(source, port: try body.word()),
    destination: LB.Endpoint(destination, port: try body.word()))
}

private struct Cursor {
  var rest: ArraySlice<UInt8>

  mutating func take(_ count: Int) throws -> [UInt8] {
    guard rest.count >= count else { throw LB.ProxyError.incomplete }
    defer { rest.removeFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func word() throws -> UInt16 { try take(2).reduce(0) { $0 << 8 | UInt16($1) } }
}
