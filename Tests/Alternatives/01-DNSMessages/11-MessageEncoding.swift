import PostRoad

/// Takes the data of each record apart into octets and names first; one writer then puts down all such parts.
public func encodeMessage(_ message: DNS.Message) throws -> [UInt8] {
  let records = [message.answers, message.authorities, message.additionals]
  let counts = try ([message.questions.count] + records.map(\.count)).map { entries in
    guard entries <= UInt16.max else { throw DNS.MessageError.tooManyEntries(entries) }
    return UInt16(entries)
  }
  var header = message.header
  (header.questionCount, header.answerCount) = (counts[0], counts[1])
  (header.authorityCount, header.additionalCount) = (counts[2], counts[3])

  var writer = Writer(bytes: try encodeHeader(header))
  for question in message.questions {
    try writer.write([
      .name(question.name), .number(question.type.rawValue), .number(question.recordClass.rawValue),
    ])
  }
  for record in records.joined() {
    try writer.write([
      .name(record.name), .number(record.type.rawValue), .number(record.recordClass.rawValue),
      .number(record.ttl), .number(UInt16(0)),
    ])
    let start = writer.bytes.count
    try writer.write(try parts(of: record.data))
    let length = writer.bytes.count - start
    guard length <= UInt16.max else { throw DNS.RecordError.dataTooLong(length) }
    (writer.bytes[start - 2], writer.bytes[start - 1]) = (UInt8(length / 256), UInt8(length % 256))
  }
  return writer.bytes
}

private enum Part {
  case octets([UInt8])
  case name(DNS.Name)
  /// A name that has to be written in full: its type is younger than RFC 1035 (RFC 3597 §4).
  case fullName(DNS.Name)

  static func number<Number: FixedWidthInteger>(_ number: Number) -> Part {
    .octets((1...Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (Number.bitWidth - 8 * $0)) })
  }
}

private func parts(of data: DNS.RecordData) throws -> [Part] {
  switch data {
  case .a(let address): [.number(address.rawValue)]
  case .aaaa(let address): [.number(address.rawValue)]
  case .cname(let name), .ns(let name), .ptr(let name): [.name(name)]
  case .mx(let preference, let exchange): [.number(preference), .name(exchange)]
  case .txt(let strings):
    try strings.map { string in
      guard let count = UInt8(exactly: string.count) else {
        throw DNS.RecordError.stringTooLong(string.count)
      }
      return .octets([count] + string)
    }
  case .soa(let soa):
    [.name(soa.primary), .name(soa.responsible)]
      + [soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum].map { .number($0) }
  case .srv(let priority, let weight, let port, let target):
    [.number(priority), .number(weight), .number(port), .fullName(target)]
  case .opaque(_, let octets): [.octets(octets)]
  }
}

private struct Writer {
  var bytes: [UInt8]
  var offsets: [DNS.Name: Int] = [:]

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func write(_ parts: [Part]) throws {
    for part in parts {
      switch part {
      case .octets(let octets): bytes += octets
      case .name(let name): try writeName(name, to: &bytes, offsets: &offsets)
      case .fullName(let name):
        // With a table of its own it meets no name that it could point to.
        var own: [DNS.Name: Int] = [:]
        try writeName(name, to: &bytes, offsets: &own)
        for (suffix, position) in own where offsets[suffix] == nil { offsets[suffix] = position }
      }
    }
  }
}
