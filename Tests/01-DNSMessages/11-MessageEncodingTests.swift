import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MessageEncodingTests {
  private let call = "encodeMessage(_:)"
  /// A message that answers the question for a with this data.
  private func message(_ data: DNS.RecordData...) -> DNS.Message {
    DNS.Message(
      header: DNS.Header(), questions: [DNS.Question(name: plainName("a"), type: .any)],
      answers: data.map { record("a", $0) })
  }
  private func record(_ owner: String, _ data: DNS.RecordData, ttl: UInt32 = 60) -> DNS.ResourceRecord {
    DNS.ResourceRecord(name: plainName(owner), ttl: ttl, data: data)
  }
  private func header(_ counts: String) -> String { "0000 0000 \(counts)" }
  private func answer(_ type: String, _ rest: String) -> String { "c00c 00\(type) 0001 0000003c \(rest)" }
  private let address = DNS.RecordData.a(DNS.IPv4Address(rawValue: 1))

  private func writes(_ message: DNS.Message, _ hex: String, _ rule: String) throws {
    try check(call, message, returns: bytes(hex: hex), rule) { try encodeMessage($0) }
  }
  /// Writes data in answer to a question: these are the octets after both.
  private func writes(_ data: DNS.RecordData..., as hex: String..., rule: String) throws {
    var all = message()
    all.answers = data.map { record("a", $0) }
    let counts = header("0001 000\(data.count) 0000 0000")
    try writes(all, counts + "0161 00 00ff 0001" + hex.joined(), rule)
  }
  private func refuses(_ message: DNS.Message, with error: some Error & Equatable, _ rule: String) throws {
    try check(call, message, throws: error, rule) { try encodeMessage($0) }
  }

  // RFC 1035 §4.1
  @Test func `a message without entries is its header`() throws {
    let header = DNS.Header(
      id: 0x1234, opcode: DNS.Opcode(rawValue: 15), recursionDesired: true,
      responseCode: DNS.ResponseCode(rawValue: 15))
    try writes(
      DNS.Message(header: header), "1234 790f 0000 0000 0000 0000",
      "id, opcode 15, RD, code 15, and nothing counted"
    )
  }

  // RFC 1035 §4.1.1
  @Test func `the counts are those of the sections`() throws {
    func records(_ ttls: UInt32...) -> [DNS.ResourceRecord] { ttls.map { record(".", .txt([[]]), ttl: $0) } }
    let message = DNS.Message(
      header: DNS.Header(questionCount: 9, answerCount: 9, authorityCount: 9, additionalCount: 9),
      questions: [DNS.Question(name: .root, type: .txt, recordClass: .chaos)], answers: records(1, 2),
      authorities: records(3, 4, 5), additionals: records(6, 7, 8, 0x8000_0000))
    let ttls = [1, 2, 3, 4, 5, 6, 7, 8, 0x8000_0000] as [UInt32]
    let written = ttls.map { "00 0010 0001 \(hex(plainOctets(of: $0))) 0001 00" }.joined()
    try writes(
      message, header("0001 0002 0003 0004") + "00 0010 0003" + written,
      "1, 2, 3, 4, whatever the header says; the records in their order, each TTL as it is")
  }

  // RFC 1035 §3.4.1, §3.3.14, RFC 3596 §2.2, RFC 3597 §3
  @Test func `data without names is written as it is`() throws {
    try writes(
      .a(DNS.IPv4Address(rawValue: 0xC000_0250)), as: answer("01", "0004 c0000250"),
      rule: "A: four octets, the highest first")
    try writes(
      .aaaa(DNS.IPv6Address(rawValue: 0x2001_0DB8 << 96 | 0x80)),
      as: answer("1c", "0010 20010db8 00000000 00000000 00000080"), rule: "AAAA: sixteen octets")
    try writes(
      .txt([[0x61], [], [0xFF, 0]]), as: answer("10", "0006 01 61 00 02 ff00"),
      rule: "TXT: every string after its length")
    try writes(.txt([]), as: answer("10", "0000"), rule: "TXT without a string: no octets")
    try writes(
      .opaque(DNS.RecordType(rawValue: 0xFD), [0xC0, 0x0C]), .opaque(.opt, []),
      .opaque(.ns, [1, 0x61, 0]), as: answer("fd", "0002 c00c"), answer("29", "0000"),
      answer("02", "0003 016100"),
      rule: "opaque data: the octets, whatever the type")
    var chaos = message(address)
    chaos.answers[0].recordClass = .chaos
    try writes(
      chaos, header("0001 0001 0000 0000") + "0161 00 00ff 0001  c00c 0001 0003 0000003c 0004 00000001",
      "the class changes nothing")
  }

  // RFC 1035 §4.1.3, §4.1.4: RDLENGTH counts what is in the message
  @Test func `names of RFC 1035's types are compressed, and RDLENGTH counts what is left`() throws {
    try writes(
      .cname(plainName("b.a")), .ns(plainName("b.a")), .ptr(plainName("a")),
      as: answer("05", "0004 0162 c00c"), answer("02", "0002 c01f"), answer("0c", "0002 c00c"),
      rule: "b and a pointer; then b.a, which is at 31 in the data before")
    try writes(
      .mx(preference: 0x1234, exchange: plainName("a")), as: answer("0f", "0004 1234 c00c"),
      rule: "MX: a preference, then the name")
    let soa = DNS.StartOfAuthority(
      primary: plainName("a"), responsible: plainName("b.a"), serial: 1, refresh: 0x203, retry: 0x0405_0607,
      expire: 0x8000_0000, minimum: 5)
    try writes(
      .soa(soa),
      as: answer("06", "001a c00c 0162c00c 00000001 00000203 04050607 80000000 00000005"),
      rule: "SOA: 2 octets, 4, and five times 4 are 26")
  }

  // RFC 3597 §4: no compression but in RFC 1035's types; RFC 2782: SRV's target is not compressed
  @Test func `the target of SRV is written in full`() throws {
    let srv = DNS.RecordData.srv(priority: 1, weight: 2, port: 8080, target: plainName("b.a"))
    let written = answer("21", "000b 0001 0002 1f90 0162 0161 00")
    try writes(
      srv, .cname(plainName("b.a")), as: written, answer("05", "0002 c025"),
      rule: "6 octets, then 5 of the name at 37; a CNAME may point there, and the owner a still points to 12")
    try writes(srv, srv, as: written, written, rule: "in full, though the same name is in the SRV before")
    try writes(
      .cname(plainName("b.a")), srv, .cname(plainName("b.a")),
      as: answer("05", "0004 0162 c00c"), written, answer("05", "0002 c01f"),
      rule: "b.a keeps its first place, at 31")
  }

  // RFC 1035 §4.1.4: a pointer reaches back from anywhere, and to 0x3fff at the most
  @Test func `names find each other however long the message is`() throws {
    let far = DNS.RecordData.opaque(DNS.RecordType(rawValue: 65280), [UInt8](repeating: 0, count: 20_000))
    let filling = "c00c ff00 0001 0000003c 4e20" + String(repeating: "00", count: 20_000)
    var later = message(far)
    later.additionals = [record("b.a", .cname(plainName("a")))]
    try writes(
      later,
      header("0001 0001 0000 0001") + "0161 00 00ff 0001" + filling
        + "0162 c00c 0005 0001 0000003c 0002 c00c",
      "the question's name is at 12, and 20,000 octets later it still is")
    try writes(
      far, .srv(priority: 1, weight: 2, port: 3, target: plainName("c")), .cname(plainName("c")),
      as: filling, answer("21", "0009 0001 0002 0003 0163 00"), answer("05", "0003 0163 00"),
      rule: "a target after 0x3fff is no place that a pointer can lead to")
  }

  // RFC 1035 §4.1.1: sixteen bits a count
  @Test func `65,535 entries of a section fit, more are refused before anything else`() throws {
    let bad = DNS.Name(labels: [[]])
    let one = DNS.ResourceRecord(name: bad, ttl: 0, data: address)
    func records(_ count: Int) -> [DNS.ResourceRecord] { .init(repeating: one, count: count) }
    let header = DNS.Header(opcode: DNS.Opcode(rawValue: 16))
    func message(_ questions: Int, _ counts: Int...) -> DNS.Message {
      DNS.Message(
        header: header, questions: .init(repeating: DNS.Question(name: bad, type: .a), count: questions),
        answers: records(counts[0]), authorities: records(counts[1]), additionals: records(counts[2]))
    }
    for (message, entries) in [
      (message(65_536, 0, 0, 0), 65_536), (message(1, 65_536, 0, 0), 65_536),
      (message(1, 1, 100_000, 0), 100_000),
      (message(0, 0, 0, 65_537), 65_537), (message(0, 65_535, 70_000, 65_536), 70_000),
      (message(65_536, 65_537, 0, 0), 65_536),
    ] {
      try refuses(
        message, with: DNS.MessageError.tooManyEntries(entries),
        "the first section with too many, before the opcode 16 and the names with an empty label")
    }
    let most = DNS.Message(
      header: DNS.Header(), questions: .init(repeating: DNS.Question(name: .root, type: .a), count: 65_535))
    try check(
      "\(call), its length and the first of its counts", most, returns: [327_687, 0xFF, 0xFF],
      "12 + 65,535 × 5"
    ) {
      let written = try encodeMessage($0)
      return [written.count, Int(written[4]), Int(written[5])]
    }
  }

  // RFC 1035 §3.3, §4.1.3: eight bits, sixteen bits
  @Test func `what does not fit its field is refused`() throws {
    let string = [UInt8](repeating: 0x61, count: 255)
    let full = [[UInt8]](repeating: string, count: 255) + [Array(string.dropLast())]
    let longest = String(repeating: "ff" + hex(string), count: 255) + "fe" + hex(Array(string.dropLast()))
    try writes(.txt(full), as: answer("10", "ffff" + longest), rule: "65,535 octets of data, strings of 255")
    func text(_ counts: Int...) -> DNS.RecordData { .txt(counts.map { [UInt8](repeating: 0x61, count: $0) }) }
    func opaque(_ count: Int) -> DNS.RecordData {
      .opaque(DNS.RecordType(rawValue: 65280), [UInt8](repeating: 0, count: count))
    }
    for (data, error, rule) in [
      (text(0, 256, 300), .stringTooLong(256), "a string's length is one octet"),
      (text(65_792, 300), .stringTooLong(65_792), "the first string that is too long"),
      (.txt(full + [[], []]), .dataTooLong(65_537), "RDLENGTH has sixteen bits, for strings of 255 as well"),
      (.txt(full + [[], string + string]), .stringTooLong(510), "a string before the data as a whole"),
      (opaque(65_536), .dataTooLong(65_536), "RDLENGTH has sixteen bits"),
      (opaque(131_073), .dataTooLong(131_073), "RDLENGTH has sixteen bits"),
    ] as [(DNS.RecordData, DNS.RecordError, String)] {
      try refuses(message(data), with: error, rule)
    }
  }

  // The specification above encodeMessage: the first error on the way
  @Test func `the first error on the way is thrown`() throws {
    let bad = DNS.Name(labels: [[UInt8](repeating: 0x61, count: 64)])
    let empty = DNS.Name(labels: [[], [0x61]])
    let (long, label) = (DNS.RecordError.stringTooLong(256), DNS.NameError.labelTooLong(64))
    let text = DNS.RecordData.txt([[UInt8](repeating: 0, count: 256)])
    let large = DNS.RecordData.opaque(DNS.RecordType(rawValue: 65280), [UInt8](repeating: 0, count: 65_536))
    var code = message(text)
    code.header.responseCode = DNS.ResponseCode(rawValue: 16)
    code.questions[0].name = bad
    try refuses(
      code, with: DNS.MessageError.responseCodeTooLarge(code.header.responseCode),
      "the header before a question")
    var asked = message(text, large)
    asked.questions.append(DNS.Question(name: bad, type: .a))
    try refuses(asked, with: label, "the second question's name before an answer's data")
    for data in [text, large, .cname(empty)] {
      var owned = message(data)
      owned.answers[0].name = bad
      try refuses(owned, with: label, "a record's owner before its data")
    }
    try refuses(
      message(large, .cname(bad)), with: DNS.RecordError.dataTooLong(65_536), "the first answer's data")
    try refuses(message(text, large), with: long, "the first answer's data")
    var sections = message()
    (sections.authorities, sections.additionals) = ([record("a", text)], [record("a", .cname(bad))])
    try refuses(sections, with: long, "an authority's data before an additional's")
    let soa = DNS.StartOfAuthority(
      primary: bad, responsible: empty, serial: 0, refresh: 0, retry: 0, expire: 0, minimum: 0)
    for data in [
      .cname(bad), .ns(bad), .ptr(bad), .mx(preference: 1, exchange: bad), .soa(soa),
      .srv(priority: 1, weight: 1, port: 1, target: bad),
    ] as [DNS.RecordData] {
      try refuses(message(data), with: label, "a name in data, as writeName refuses it")
    }
  }

  // Recorded from NSD, Knot and BIND; dnspython told what they say
  @Test func `real messages survive being read, written and read`() throws {
    for recorded in WireMessage.all {
      let message = try parseMessage(recorded.bytes)
      try check("parseMessage(encodeMessage(_:))", message, returns: message, "\(recorded)") {
        try parseMessage(encodeMessage($0))
      }
      try check(
        "parseMessage(encodeMessage(_:)), its entries in lower case", message,
        returns: recorded.entries.map { $0.lowercased() },
        "\(recorded); a pointer gives a name the case of its first place"
      ) { try parseMessage(encodeMessage($0)).entries.map { $0.lowercased() } }
    }
  }

  // Recorded from NSD, Knot and BIND: their own compression
  @Test func `no real message becomes larger`() throws {
    for recorded in WireMessage.all {
      let count = recorded.bytes.count
      try check(
        "\(call), its length", parseMessage(recorded.bytes), returns: "at most \(count) bytes",
        where: { $0 <= count }, "\(recorded)", { try encodeMessage($0).count })
    }
  }
}
