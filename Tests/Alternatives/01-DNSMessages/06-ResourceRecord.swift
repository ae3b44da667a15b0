import PostRoad

/// Joins all octets after the name to one number, and cuts type and class out of it.
public func readQuestion(_ message: [UInt8], at offset: inout Int) throws -> DNS.Question {
  var end = offset
  let name = try readName(message, at: &end)
  let fields = try number(of: 4, in: message, at: end)
  offset = end + 4
  return DNS.Question(
    name: name, type: DNS.RecordType(rawValue: UInt16(fields >> 16)),
    recordClass: DNS.RecordClass(rawValue: UInt16(fields & 0xFFFF)))
}

/// Joins the ten octets between the name and the data to one number, and cuts the four fields out of it.
public func readRecordHead(_ message: [UInt8], at offset: inout Int) throws -> DNS.RecordHead {
  var end = offset
  let name = try readName(message, at: &end)
  let fields = try number(of: 10, in: message, at: end)
  let start = end + 10
  let data = start..<(start + Int(fields & 0xFFFF))
  guard data.upperBound <= message.count else { throw DNS.MessageError.truncated(at: message.count) }
  offset = data.upperBound
  return DNS.RecordHead(
    name: name, type: DNS.RecordType(rawValue: UInt16(fields >> 64)),
    recordClass: DNS.RecordClass(rawValue: UInt16(fields >> 48 & 0xFFFF)),
    ttl: UInt32(fields >> 16 & 0xFFFF_FFFF), dataRange: data)
}

/// So many octets as one number, if all of them are there.
private func number(of count: Int, in message: [UInt8], at start: Int) throws -> UInt128 {
  let octets = message.dropFirst(start).prefix(count)
  guard octets.count == count else { throw DNS.MessageError.truncated(at: message.count) }
  return octets.reduce(0) { $0 << 8 | UInt128($1) }
}
