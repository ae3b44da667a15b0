extension DNS {
  /// What a zone file writes at one place of a record's data.
  public enum ZoneField: Hashable, Sendable {
    /// A domain name, absolute or relative.
    case name
    /// A decimal number from 0 to this one.
    case number(upTo: UInt32)
    /// An address; the type says of which kind.
    case address
    /// All words that are left, at least one, each a character string of at most 255 octets.
    case strings
  }

  /// What was read at one place of a record's data.
  public enum ZoneValue: Hashable, Sendable {
    /// A domain name, in full.
    case name(Name)
    /// A number.
    case number(UInt32)
    /// An address: `.a` or `.aaaa`.
    case address(RecordData)
    /// Character strings.
    case strings([[UInt8]])
  }

  /// What is wrong with an entry of a zone file; the line is the entry's.
  public enum ZoneEntryError: Error, Hashable, Sendable {
    /// A directive other than `$ORIGIN` and `$TTL`, or one without the one word that it needs, or a `$TTL` that is no TTL.
    case badDirective(line: Int)
    /// The entry has no owner, and there is no record before it.
    case noOwner(line: Int)
    /// Where a type has to be there is none, or none that is known.
    case unknownType(line: Int)
    /// The entry has no TTL, and nothing before it says which one it has.
    case noTTL(line: Int)
    /// A name has an empty label, a label of more than 63 octets, or more than 255 octets on the wire.
    case badName(line: Int)
    /// The data has too few words or too many, or one that is not what the type asks for.
    case badData(line: Int)
  }
}

extension DNS.ZoneToken {
  /// The word as text: nil where it is quoted, or has an escape or an octet that is no ASCII.
  public var plainText: String? {
    guard !isQuoted, characters.allSatisfy({ !$0.isEscaped && $0.octet < 0x80 }) else { return nil }
    return String(decoding: characters.map(\.octet), as: UTF8.self)
  }

  /// The number that the word's decimal digits are, if it is at most `limit`; nil for any other word.
  public func number(upTo limit: UInt32) -> UInt32? {
    guard let text = plainText, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = UInt32(text)
    else { return nil }
    return number <= limit ? number : nil
  }

  /// The octets that the word's hexadecimal digits are; nil where one is no such digit, or where their number is odd.
  public var hexOctets: [UInt8]? {
    guard let text = plainText, text.utf8.count.isMultiple(of: 2) else { return nil }
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.utf8.count else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// Whether the word is `\#`, which begins data of any type (RFC 3597 §5).
  public var isGenericMark: Bool {
    !isQuoted && characters == [DNS.ZoneCharacter(UInt8(ascii: "#"), isEscaped: true)]
  }
}

extension DNS.RecordType {
  /// The type that a zone file calls so, in any case: `MX`, or `TYPE15` (RFC 3597 §5).
  public init?(zoneWord word: String) {
    let word = word.uppercased()
    let names: [String: DNS.RecordType] = [
      "A": .a, "NS": .ns, "CNAME": .cname, "SOA": .soa, "PTR": .ptr, "MX": .mx, "TXT": .txt, "AAAA": .aaaa,
      "SRV": .srv,
    ]
    if let type = names[word] {
      self = type
    } else if word.hasPrefix("TYPE"), word.dropFirst(4).allSatisfy({ ("0"..."9").contains($0) }),
      let number = UInt16(word.dropFirst(4))
    {
      self = DNS.RecordType(rawValue: number)
    } else {
      return nil
    }
  }

  /// What a zone file writes for data of this type, word by word; nil where it has only `\#`.
  public var zoneFields: [DNS.ZoneField]? {
    switch self {
    case .a, .aaaa: [.address]
    case .ns, .cname, .ptr: [.name]
    case .mx: [.number(upTo: 0xFFFF), .name]
    case .txt: [.strings]
    case .soa: [.name, .name] + [DNS.ZoneField](repeating: .number(upTo: .max), count: 5)
    case .srv: [DNS.ZoneField](repeating: .number(upTo: 0xFFFF), count: 3) + [.name]
    default: nil
    }
  }
}

extension DNS.RecordData {
  /// Data of a type from what was read for its `zoneFields`; nil where these are other values, or an address of the other kind.
  public init?(_ type: DNS.RecordType, _ values: [DNS.ZoneValue]) {
    let names = values.compactMap { if case .name(let name) = $0 { name } else { nil } }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let short = numbers.map { UInt16(truncatingIfNeeded: $0) }
    switch (type, names.count, numbers.count) {
    case (.a, 0, 0), (.aaaa, 0, 0):
      guard case .address(let data)? = values.first, data.type == type else { return nil }
      self = data
    case (.txt, 0, 0):
      guard case .strings(let strings)? = values.first else { return nil }
      self = .txt(strings)
    case (.ns, 1, 0): self = .ns(names[0])
    case (.cname, 1, 0): self = .cname(names[0])
    case (.ptr, 1, 0): self = .ptr(names[0])
    case (.mx, 1, 1): self = .mx(preference: short[0], exchange: names[0])
    case (.srv, 1, 3): self = .srv(priority: short[0], weight: short[1], port: short[2], target: names[0])
    case (.soa, 2, 5):
      self = .soa(
        DNS.StartOfAuthority(
          primary: names[0], responsible: names[1], serial: numbers[0], refresh: numbers[1],
          retry: numbers[2],
          expire: numbers[3], minimum: numbers[4]))
    default: return nil
    }
  }
}
