import PostRoad

/// A reader that keeps what lasts in its properties, and reads each entry from a queue of words.
public func readZone(
  _ entries: [DNS.ZoneEntry], origin: DNS.Name, address: (String) -> DNS.RecordData?
) throws -> [DNS.ResourceRecord] {
  var reader = ZoneReader(origin: origin)
  return try entries.compactMap { try reader.read($0, address) }
}

private struct ZoneReader {
  var origin: DNS.Name
  var owner: DNS.Name?
  /// The TTL of records without one, and whether a $TTL set it.
  var lasting: (ttl: UInt32?, isDirective: Bool) = (nil, false)
  var line = 0

  mutating func read(_ entry: DNS.ZoneEntry, _ address: (String) -> DNS.RecordData?) throws -> DNS
    .ResourceRecord?
  {
    line = entry.line
    var words = Array(entry.tokens.reversed())
    if !entry.beginsWithBlank, let first = words.popLast() {
      if first.plainText?.first == "$" {
        try obey(first, words)
        return nil
      }
      owner = try name(first)
    }
    guard let owner else { throw DNS.ZoneEntryError.noOwner(line: line) }
    var ttl: UInt32?
    var isClassRead = false
    var type: DNS.RecordType?
    while type == nil {
      guard let word = words.popLast() else { throw DNS.ZoneEntryError.unknownType(line: line) }
      if let number = word.number(upTo: UInt32(Int32.max)), ttl == nil {
        ttl = number
      } else if word.plainText?.lowercased() == "in", !isClassRead {
        isClassRead = true
      } else {
        type = word.plainText.flatMap { DNS.RecordType(zoneWord: $0) }
        if type == nil { throw DNS.ZoneEntryError.unknownType(line: line) }
      }
    }
    guard let type, let lifetime = ttl ?? lasting.ttl else { throw DNS.ZoneEntryError.noTTL(line: line) }
    if !lasting.isDirective { lasting.ttl = lifetime }
    let data = try data(type, words.reversed(), address)
    return DNS.ResourceRecord(name: owner, ttl: lifetime, data: data)
  }

  private mutating func obey(_ directive: DNS.ZoneToken, _ words: [DNS.ZoneToken]) throws {
    switch (directive.plainText?.lowercased(), words.count) {
    case ("$origin", 1): origin = try name(words[0])
    case ("$ttl", 1):
      guard let ttl = words[0].number(upTo: UInt32(Int32.max)) else {
        throw DNS.ZoneEntryError.badDirective(line: line)
      }
      lasting = (ttl, true)
    default: throw DNS.ZoneEntryError.badDirective(line: line)
    }
  }

  private func name(_ word: DNS.ZoneToken) throws -> DNS.Name {
    switch word.plainText {
    case "@": return origin
    case ".": return .root
    default: break
    }
    var labels: [[UInt8]] = [[]]
    for character in word.characters {
      if character == DNS.ZoneCharacter(0x2E) {
        labels.append([])
      } else {
        labels[labels.count - 1].append(character.octet)
      }
    }
    if word.characters.last == DNS.ZoneCharacter(0x2E) {
      labels.removeLast()
      if labels == [[]], word.isQuoted { return .root }
    } else {
      labels += origin.labels
    }
    let isShort = labels.joined().count + labels.count < 255
    guard isShort, !labels.contains(where: { $0.isEmpty || $0.count > 63 }) else {
      throw DNS.ZoneEntryError.badName(line: line)
    }
    return DNS.Name(labels: labels)
  }

  private func data(
    _ type: DNS.RecordType, _ words: [DNS.ZoneToken], _ address: (String) -> DNS.RecordData?
  ) throws -> DNS.RecordData {
    let bad = DNS.ZoneEntryError.badData(line: line)
    if type.zoneFields == nil {
      let octets = words.dropFirst(2).map(\.hexOctets)
      guard words.first?.isGenericMark == true, words.count >= 2, !octets.contains(nil),
        words[1].number(upTo: 65_535).map({ Int($0) }) == octets.compactMap({ $0?.count }).reduce(0, +)
      else { throw bad }
      return .opaque(type, octets.compactMap { $0 }.flatMap { $0 })
    }
    if type == .txt {
      let strings = words.map { $0.characters.map(\.octet) }
      guard !strings.isEmpty, strings.allSatisfy({ $0.count < 256 }) else { throw bad }
      return .txt(strings)
    }
    guard let fields = type.zoneFields, fields.count == words.count else { throw bad }
    var values: [DNS.ZoneValue] = []
    for (word, field) in zip(words, fields) {
      var value: DNS.ZoneValue?
      if field == .name { value = .name(try name(word)) }
      if field == .address { value = word.plainText.flatMap(address).map { .address($0) } }
      if case .number(let limit) = field { value = word.number(upTo: limit).map { .number($0) } }
      guard let value else { throw bad }
      values.append(value)
    }
    guard let data = DNS.RecordData(type, values) else { throw bad }
    return data
  }
}
