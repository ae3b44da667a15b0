import PostRoad

/// Shortens a slice of the data by an option at a time, and takes the TTL for four bytes.
public func readEDNS(_ message: DNS.Message) throws -> DNS.EDNS? {
  let found: [(name: DNS.Name, size: UInt16, ttl: UInt32, data: [UInt8])] = message.additionals.compactMap {
    guard case .opaque(.opt, let data) = $0.data else { return nil }
    return ($0.name, $0.recordClass.rawValue, $0.ttl, data)
  }
  guard let record = found.first else { return nil }
  guard found.count == 1 else { throw DNS.EDNSError.severalOPT(found.count) }
  guard record.name.labels.isEmpty else { throw DNS.EDNSError.ownerNotRoot(record.name) }
  let octets = big(record.ttl)
  return DNS.EDNS(
    payloadSize: record.size < DNS.EDNS.minimumPayloadSize ? DNS.EDNS.minimumPayloadSize : record.size,
    upperResponseCode: octets[0], version: octets[1], dnssecOK: octets[2] >= 0x80,
    options: try options(in: record.data[...]))
}

private func options(in data: ArraySlice<UInt8>) throws -> [DNS.EDNS.Option] {
  var rest = data
  var options: [DNS.EDNS.Option] = []
  while !rest.isEmpty {
    let words = rest.prefix(4).map { UInt16($0) }
    let start = rest.startIndex
    guard words.count == 4 else { throw DNS.EDNSError.optionCutShort(at: start) }
    let content = rest.dropFirst(4).prefix(Int(words[2] << 8 | words[3]))
    guard content.count == words[2] << 8 | words[3] else { throw DNS.EDNSError.optionCutShort(at: start) }
    options.append(DNS.EDNS.Option(code: words[0] << 8 | words[1], data: Array(content)))
    rest = rest[content.endIndex...]
  }
  return options
}

/// Counts the upper bits as sixteens.
public func wholeResponseCode(of message: DNS.Message) throws -> DNS.ResponseCode {
  let sixteens = try readEDNS(message).map { UInt16($0.upperResponseCode) } ?? 0
  return DNS.ResponseCode(rawValue: 16 * sixteens + message.header.responseCode.rawValue)
}

/// Checks all lengths before it writes the first option, and makes the TTL out of its four bytes.
public func makeOPT(_ edns: DNS.EDNS) throws -> DNS.ResourceRecord {
  if let long = edns.options.first(where: { $0.data.count > UInt16.max }) {
    throw DNS.EDNSError.optionTooLong(long.data.count)
  }
  let data = edns.options.flatMap { big($0.code) + big(UInt16($0.data.count)) + $0.data }
  let ttl = [edns.upperResponseCode, edns.version, edns.dnssecOK ? 0x80 : 0, 0].reduce(0) { sum, octet in
    256 * sum + UInt32(octet)
  }
  return DNS.ResourceRecord(
    name: .root, recordClass: DNS.RecordClass(rawValue: edns.payloadSize), ttl: ttl, data: .opaque(.opt, data)
  )
}

/// The octets of a number, the highest first.
private func big<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (1...Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (Number.bitWidth - 8 * $0)) }
}
