import PostRoad

/// Reads the entries of a zone file as records.
///
/// An entry that does not begin with a blank, and whose first word has no quotes or escapes and begins with `$`, is a directive: `$ORIGIN` and
/// `$TTL`, in any case, set the origin or the TTL of what comes after them, and need one word more; any other is refused. Every other
/// entry is a record: *owner, TTL, class, type, data*.
///
/// - **Owner**: the first word of an entry that does not begin with a blank, whatever it is; else the owner of the record before.
/// - **TTL and class**: in either order, each may be missing. A TTL is a word of digits, at most 2147483647
///   ([RFC 2181 §8](https://www.rfc-editor.org/rfc/rfc2181#section-8)); the class is `IN`, in any case. Without a TTL the record has
///   that of the last `$TTL` ([RFC 2308 §4](https://www.rfc-editor.org/rfc/rfc2308#section-4)); where there was no `$TTL` yet, the last one that
///   a record stated.
/// - **Type**: a word that `DNS.RecordType(zoneWord:)` knows.
/// - **Data**: the words that `zoneFields` asks for, no more and no less. Types without them have `\#`, the number of octets, and as many octets in
///   hexadecimal digits, in words of any even length ([RFC 3597 §5](https://www.rfc-editor.org/rfc/rfc3597#section-5)); the others do not.
/// - **Names**, in owners, data and `$ORIGIN`: `@` is the origin; a name that ends with a dot is complete, and `.` is the root; any other name is
///   below the origin. An escaped dot or at-sign, and a quoted `@`, are characters of a label.
///
/// - Parameters:
///   - entries: what `tokenize(_:)` returned.
///   - origin: the origin before the first `$ORIGIN`.
///   - address: reads the text of an address: `.a`, `.aaaa`, or nil where it is none. It is called for words without quotes and escapes where
///     an address has to be, once for each.
/// - Returns: the records in the order of their entries.
/// - Throws: a `DNS.ZoneEntryError` with the line of the first entry that is wrong: `badDirective` for a directive, or `badName`
///   for the name of `$ORIGIN`. In a record the first of these: the owner (`noOwner`, `badName`), `unknownType`, `noTTL`, the number of words in the data (`badData`), the first of them that is wrong (`badName` for a name,
///   `badData` for any other).
///
/// Source: [RFC 1035 §5.1](https://www.rfc-editor.org/rfc/rfc1035#section-5.1).
public func readZone(
  _ entries: [DNS.ZoneEntry], origin: DNS.Name, address: (String) -> DNS.RecordData?
) throws -> [DNS.ResourceRecord] {
  // <write>
  // 1. Some things last from one entry to the next.
  var origin = origin
  var owner: DNS.Name?
  var (defaultTTL, statedTTL): (UInt32?, UInt32?)
  var records: [DNS.ResourceRecord] = []
  for entry in entries {
    var words = entry.tokens[...]
    if !entry.beginsWithBlank, let word = words.first?.plainText?.uppercased(), word.hasPrefix("$") {
      guard words.count == 2, let value = words.last else {
        throw DNS.ZoneEntryError.badDirective(line: entry.line)
      }
      if word == "$ORIGIN" {
        origin = try readName(value, below: origin, line: entry.line)
      } else if word == "$TTL", let ttl = value.number(upTo: longestTTL) {
        defaultTTL = ttl
      } else {
        throw DNS.ZoneEntryError.badDirective(line: entry.line)
      }
      continue
    }
    if !entry.beginsWithBlank, let word = words.popFirst() {
      owner = try readName(word, below: origin, line: entry.line)
    }
    guard let owner else { throw DNS.ZoneEntryError.noOwner(line: entry.line) }
    let (ttl, type) = try readTTLAndType(&words, line: entry.line)
    guard let lifetime = ttl ?? defaultTTL ?? statedTTL else {
      throw DNS.ZoneEntryError.noTTL(line: entry.line)
    }
    statedTTL = ttl ?? statedTTL
    let data = try readData(Array(words), of: type, below: origin, line: entry.line, address)
    records.append(DNS.ResourceRecord(name: owner, ttl: lifetime, data: data))
  }
  return records
  // </write>
}

// <declare>
// 2. TTL, class and type; names; data: each is worth a function of its own.
private let longestTTL: UInt32 = 0x7FFF_FFFF  // RFC 2181 §8

private func readTTLAndType(
  _ words: inout ArraySlice<DNS.ZoneToken>, line: Int
) throws -> (UInt32?, DNS.RecordType) {
  var ttl: UInt32?
  var hasClass = false
  while let word = words.popFirst() {
    if ttl == nil, let number = word.number(upTo: longestTTL) {
      ttl = number
    } else if !hasClass, word.plainText?.uppercased() == "IN" {
      hasClass = true
    } else if let text = word.plainText, let type = DNS.RecordType(zoneWord: text) {
      return (ttl, type)
    } else {
      break
    }
  }
  throw DNS.ZoneEntryError.unknownType(line: line)
}

private func readName(_ word: DNS.ZoneToken, below origin: DNS.Name, line: Int) throws -> DNS.Name {
  if word.plainText == "@" { return origin }
  let parts = word.characters.split(omittingEmptySubsequences: false) {
    $0.octet == UInt8(ascii: ".") && !$0.isEscaped
  }
  var labels = parts.map { $0.map(\.octet) }
  if labels == [[], []] { return .root }
  if labels.last == [], labels.count > 1 { labels.removeLast() } else { labels += origin.labels }
  let length = labels.reduce(1) { $0 + $1.count + 1 }
  guard labels.allSatisfy({ (1...DNS.Name.maximumLabelLength).contains($0.count) }),
    length <= DNS.Name.maximumLength
  else { throw DNS.ZoneEntryError.badName(line: line) }
  return DNS.Name(labels: labels)
}

private func readData(
  _ words: [DNS.ZoneToken], of type: DNS.RecordType, below origin: DNS.Name, line: Int,
  _ address: (String) -> DNS.RecordData?
) throws -> DNS.RecordData {
  let bad = DNS.ZoneEntryError.badData(line: line)
  guard let fields = type.zoneFields else {
    guard words.count > 1, words[0].isGenericMark, let count = words[1].number(upTo: 0xFFFF) else {
      throw bad
    }
    let octets = try words.dropFirst(2).flatMap { word in
      guard let octets = word.hexOctets else { throw bad }
      return octets
    }
    guard octets.count == Int(count) else { throw bad }
    return .opaque(type, octets)
  }
  guard words.count == fields.count || fields == [.strings] && !words.isEmpty else { throw bad }
  let values = try zip(fields, words).map { field, word -> DNS.ZoneValue in
    switch field {
    case .name: return .name(try readName(word, below: origin, line: line))
    case .number(let limit):
      guard let number = word.number(upTo: limit) else { throw bad }
      return .number(number)
    case .address:
      guard let text = word.plainText, let data = address(text) else { throw bad }
      return .address(data)
    case .strings:
      guard words.allSatisfy({ $0.characters.count <= 255 }) else { throw bad }
      return .strings(words.map { $0.characters.map(\.octet) })
    }
  }
  guard let data = DNS.RecordData(type, values) else { throw bad }
  return data
}
// </declare>
