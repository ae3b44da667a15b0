import DNSMessages
import PostRoad

/// Makes replies that nobody honest would send: about everybody, in every section.
struct Liar {
  private var random: SeededRandom
  private let addresses: [DNS.IPv4Address]
  private static let names = [
    ".", "example.", "test.", "bank.example.", "www.bank.example.", "ns1.bank.example.", "pay.bank.example.",
    "evil.example.", "www.evil.example.", "ns.evil.example.", "a.evil.example.", "evilbank.example.",
    "shop.test.", "www.shop.test.", "deep.bank.example.", "a.b.c.d.deep.bank.example.", "a.root.",
    "ns.example.",
  ].compactMap { try? parseName($0) }

  init(seed: UInt64, addresses: [String]) {
    random = SeededRandom(seed: seed)
    self.addresses = addresses.compactMap { try? parseIPv4($0) }
  }

  /// A lie, alone or on top of the truth.
  mutating func reply(to query: DNS.Message, on truth: [UInt8]?) throws -> [UInt8]? {
    guard let question = query.questions.first else { return nil }
    var message = DNS.Message(header: query.header, questions: query.questions)
    if let truth, Bool.random(using: &random) { message = try parseMessage(truth) }
    message.header.isResponse = true
    message.header.isAuthoritative = Bool.random(using: &random)
    message.header.isTruncated = one(of: 12)
    if one(of: 4) {
      message.header.responseCode = DNS.ResponseCode(rawValue: [0, 2, 3, 3, 3, 5, 9][below(7)])
    }
    // Nearly every reply is small; some are as large as a message can be.
    let most = one(of: 200) ? 400 : 4
    for _ in 0..<below(most) { message.answers.append(answer(to: question)) }
    for _ in 0..<below(most) { message.authorities.append(authority(for: question)) }
    let hosts = message.authorities.compactMap { record -> DNS.Name? in
      if case .ns(let host) = record.data { host } else { nil }
    }
    for _ in 0..<below(most) {
      let owner = one(of: 3) ? name(question) : hosts.isEmpty ? name(question) : hosts[below(hosts.count)]
      message.additionals.append(record(owner, .a(addresses[below(addresses.count)])))
    }
    return try encodeMessage(message)
  }

  /// Changes some octets, or leaves out the end.
  mutating func change(_ octets: [UInt8]) -> [UInt8] {
    var octets = octets
    for _ in 0..<below(4) where !octets.isEmpty { octets[below(octets.count)] = random.next() }
    return one(of: 3) ? Array(octets.prefix(below(octets.count + 1))) : octets
  }

  private mutating func answer(to question: DNS.Question) -> DNS.ResourceRecord {
    let owner = one(of: 3) ? name(question) : question.name
    if one(of: 3) { return record(owner, .cname(name(question))) }
    switch question.type {
    case .aaaa: return record(owner, .aaaa(DNS.IPv6Address(rawValue: 0x2001_0DB8 << 96 | UInt128(below(9)))))
    case .ns: return record(owner, .ns(name(question)))
    case .txt: return record(owner, .txt([[UInt8](repeating: 0x61, count: below(200))]))
    default: return record(owner, .a(addresses[below(addresses.count)]))
    }
  }

  private mutating func authority(for question: DNS.Question) -> DNS.ResourceRecord {
    var owner = name(question)
    // Above the question, mostly.
    if !one(of: 3) {
      owner = DNS.Name(labels: question.name.labels.suffix(below(question.name.labels.count + 1)))
    }
    if one(of: 3) {
      return record(
        owner,
        .soa(
          DNS.StartOfAuthority(
            primary: owner, responsible: owner, serial: 1, refresh: 1, retry: 1, expire: 1,
            minimum: UInt32(below(100)))))
    }
    var host = name(question)
    if one(of: 2) { host = DNS.Name(labels: [[0x6E, UInt8(0x30 + below(10))]] + owner.labels) }
    return record(owner, .ns(host))
  }

  private mutating func record(_ owner: DNS.Name, _ data: DNS.RecordData) -> DNS.ResourceRecord {
    DNS.ResourceRecord(
      name: owner, recordClass: one(of: 20) ? .chaos : .internet, ttl: [0, 1, 60, 600, .max][below(5)],
      data: data)
  }

  /// A name of this internet, or one near the question's.
  private mutating func name(_ question: DNS.Question) -> DNS.Name {
    switch below(6) {
    case 0: question.name
    case 1: DNS.Name(labels: Array(question.name.labels.dropFirst()))
    case 2 where question.name.labels.count < 20:
      DNS.Name(labels: [[UInt8(0x61 + below(4))]] + question.name.labels)
    default: Self.names[below(Self.names.count)]
    }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &random) }
  private mutating func one(of count: Int) -> Bool { below(count) == 0 }
}
