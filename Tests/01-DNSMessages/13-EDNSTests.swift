import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct EDNSTests {
  /// A message with these records in its additional section.
  private func message(_ records: DNS.ResourceRecord..., code: UInt16 = 0) -> DNS.Message {
    DNS.Message(header: DNS.Header(responseCode: DNS.ResponseCode(rawValue: code)), additionals: records)
  }

  /// An OPT record as `parseMessage` reads it.
  private func opt(size: UInt16 = 1232, ttl: UInt32 = 0, _ data: String = "", owner: String = ".")
    -> DNS.ResourceRecord
  {
    DNS.ResourceRecord(
      name: plainName(owner), recordClass: DNS.RecordClass(rawValue: size), ttl: ttl,
      data: .opaque(.opt, bytes(hex: data)))
  }
  private let address = DNS.ResourceRecord(
    name: plainName("a"), ttl: 60, data: .a(DNS.IPv4Address(rawValue: 1)))

  private func reads(_ message: DNS.Message, as edns: DNS.EDNS?, _ rule: String) throws {
    try check("readEDNS(_:)", message, returns: edns, rule) { try readEDNS($0) }
  }
  private func refuses(_ message: DNS.Message, with error: DNS.EDNSError, _ rule: String) throws {
    try check("readEDNS(_:)", message, throws: error, rule) { try readEDNS($0) }
  }

  // RFC 6891 §6.1.1: anywhere in the additional section, or not at all
  @Test func `a message has EDNS when it has an OPT record`() throws {
    try reads(message(), as: nil, "no record")
    try reads(message(address), as: nil, "an address and no OPT")
    for (records, place) in [
      ([opt(), address, address], "first"), ([address, opt(), address], "between two other records"),
      ([address, address, opt()], "last"),
    ] {
      try reads(
        DNS.Message(header: DNS.Header(), additionals: records), as: DNS.EDNS(payloadSize: 1232), place)
    }
  }

  // RFC 6891 §6.1.1: within the additional section
  @Test func `an OPT record in another section does not count`() throws {
    let header = DNS.Header()
    try reads(DNS.Message(header: header, answers: [opt()]), as: nil, "an OPT among the answers")
    try reads(DNS.Message(header: header, authorities: [opt()]), as: nil, "an OPT among the authorities")
    try reads(
      DNS.Message(
        header: header, answers: [opt(size: 4096)], authorities: [opt(size: 512)], additionals: [opt()]),
      as: DNS.EDNS(payloadSize: 1232),
      "4096 among the answers, 512 among the authorities, 1232 among the additionals: one OPT counts")
  }

  // RFC 6891 §6.1.2, §6.1.3, §6.1.4
  @Test func `class and TTL are size, code, version and DO`() throws {
    try reads(
      message(opt(size: 4096, ttl: 0x0203_8000)),
      as: DNS.EDNS(payloadSize: 4096, upperResponseCode: 2, version: 3, dnssecOK: true),
      "02 is the upper part of the response code, 03 the version, 8000 DO")
    try reads(message(opt(ttl: 0x7FFF)), as: DNS.EDNS(), "the fifteen bits of Z are ignored")
    try reads(
      message(opt(ttl: 0xFFFF_FFFF)), as: DNS.EDNS(upperResponseCode: 255, version: 255, dnssecOK: true),
      "every bit is set")
  }

  // RFC 6891 §6.2.3
  @Test func `a payload size below 512 is 512`() throws {
    for (size, expected) in [(0, 512), (1, 512), (511, 512), (512, 512), (513, 513), (65535, 65535)]
      as [(UInt16, UInt16)]
    {
      try reads(message(opt(size: size)), as: DNS.EDNS(payloadSize: expected), "everybody can take 512 bytes")
    }
  }

  // RFC 6891 §6.1.2
  @Test func `options follow each other`() throws {
    let three = "000a 0002 abcd  0003 0000  000a 0001 ff"
    let options: [DNS.EDNS.Option] = [
      .init(code: 10, data: [0xAB, 0xCD]), .init(code: 3, data: []), .init(code: 10, data: [0xFF]),
    ]
    try reads(
      message(opt(three)), as: DNS.EDNS(options: options),
      "code, length, data: three options, one of them empty, one code twice")
    try reads(
      message(opt(ttl: 0x0001_0000, three)), as: DNS.EDNS(version: 1, options: options),
      "the version decides nothing here")
    try reads(
      message(opt("0000 0000 ffff 0000")),
      as: DNS.EDNS(options: [.init(code: 0, data: []), .init(code: 65535, data: [])]),
      "every code is an option's, and the last may be empty")
  }

  // RFC 6891 §6.1.2
  @Test func `an option that is cut short is refused`() throws {
    for (data, offset) in [
      ("00", 0), ("000a", 0), ("000a 00", 0), ("000a 0001", 0), ("000a 0002 ff", 0),
      ("000a 0001 ff 000a 0100 ff", 5), ("0003 0000 00", 4), ("000a ffff 00", 0),
      ("000a fff8" + String(repeating: "00", count: 65_528) + "000a 00", 65_532),
    ] {
      try refuses(
        message(opt(data)), with: .optionCutShort(at: offset),
        "the error names where the option begins that is not there in full")
    }
  }

  // RFC 6891 §6.1.1: more than one is FORMERR; §6.1.2: the root
  @Test func `one OPT record is the most, and it belongs to the root`() throws {
    try refuses(message(opt(), address, opt()), with: .severalOPT(2), "two, whatever is between them")
    try refuses(
      message(opt("00", owner: "a"), opt(), opt()), with: .severalOPT(3), "three; their number comes first")
    let owner = DNS.EDNSError.ownerNotRoot(plainName("a.b"))
    try refuses(message(opt(owner: "a.b")), with: owner, "the owner is a.b")
    try refuses(message(opt("00", owner: "a.b")), with: owner, "the owner comes before the options")
  }

  // RFC 6891 §6.1.3; BADVERS is 16, BADCOOKIE 23
  @Test func `the response code has twelve bits`() throws {
    let call = "wholeResponseCode(of:).rawValue"
    for (ttl, low, expected) in [
      (0, 3, 3), (0x0100_0000, 0, 16), (0x0100_0000, 7, 23), (0xFF00_0000, 15, 4095), (0x00FF_FFFF, 5, 5),
      (0x0101_0000, 0, 16), (0x8000_0000, 1, 2049),
    ] as [(UInt32, UInt16, UInt16)] {
      try check(
        call, message(opt(ttl: ttl), code: low), returns: expected,
        "the TTL's first octet, and below its eight bits the header's four"
      ) { try wholeResponseCode(of: $0).rawValue }
    }
    try check(call, message(address, code: 15), returns: 15, "without OPT there are the header's four") {
      try wholeResponseCode(of: $0).rawValue
    }
    for (message, error) in [
      (message(opt(), opt()), .severalOPT(2)), (message(opt(owner: "a")), .ownerNotRoot(plainName("a"))),
      (message(opt("0003 0000 00")), .optionCutShort(at: 4)),
    ] as [(DNS.Message, DNS.EDNSError)] {
      try check("wholeResponseCode(of:)", message, throws: error, "it throws what readEDNS throws") {
        try wholeResponseCode(of: $0)
      }
    }
  }

  private func makes(_ edns: DNS.EDNS, _ record: DNS.ResourceRecord, _ rule: String) throws {
    try check("makeOPT(_:)", edns, returns: record, rule) { try makeOPT($0) }
  }

  // RFC 6891 §6.1.2
  @Test func `an OPT record says what was to be said`() throws {
    try makes(DNS.EDNS(payloadSize: 1232), opt(), "owner root, class 1232, TTL 0, no data")
    try makes(
      DNS.EDNS(
        payloadSize: 400, upperResponseCode: 1, version: 2, dnssecOK: true,
        options: [.init(code: 10, data: [0xAB, 0xCD]), .init(code: 0x0103, data: [])]),
      opt(size: 400, ttl: 0x0102_8000, "000a 0002 abcd 0103 0000"), "the size is written as it is")
    try makes(
      DNS.EDNS(payloadSize: 0, upperResponseCode: 255, version: 255), opt(size: 0, ttl: 0xFFFF_0000),
      "Z is zero, and so is DO")
    try makes(
      DNS.EDNS(options: [.init(code: 1, data: [UInt8](repeating: 7, count: 0x1234))]),
      opt("0001 1234" + String(repeating: "07", count: 0x1234)), "a length has two octets")
  }

  // RFC 6891 §6.1.2: OPTION-LENGTH has sixteen bits
  @Test func `an option of more than 65,535 octets is refused`() throws {
    func edns(_ counts: Int...) -> DNS.EDNS {
      DNS.EDNS(options: counts.map { .init(code: 1, data: [UInt8](repeating: 0, count: $0)) })
    }
    for (edns, count) in [
      (edns(65_536), 65_536), (edns(3, 70_000, 65_536), 70_000), (edns(65_536, 131_073), 65_536),
    ] {
      try check("makeOPT(_:)", edns, throws: DNS.EDNSError.optionTooLong(count), "the first that is too long")
      {
        try makeOPT($0)
      }
    }
    try makes(
      edns(65_535, 40_000),
      opt(
        "0001 ffff" + String(repeating: "00", count: 65_535) + "0001 9c40"
          + String(repeating: "00", count: 40_000)),
      "65,535 octets fit; that RDLENGTH has sixteen bits, too, is encodeMessage's to say")
  }

  // Recorded from NSD, Knot, BIND and dig; told by dnspython and dig
  @Test func `real messages say what dnspython reads, and are made again`() throws {
    for recorded in WireMessage.all {
      let message = try parseMessage(recorded.bytes)
      try check(
        "readEDNS(_:) and wholeResponseCode(of:)", message, returns: recorded.told("edns").first,
        "\(recorded)",
        words)
      guard let edns = try readEDNS(message), let sent = message.additionals.first(where: { $0.type == .opt })
      else { continue }
      try makes(edns, sent, "\(recorded)")
    }
  }

  /// What a message says by EDNS, in dnspython's words.
  private func words(_ message: DNS.Message) throws -> String? {
    let edns = try readEDNS(message)
    let code = try wholeResponseCode(of: message).rawValue
    return edns.map { edns in
      let options = edns.options.map { " \($0.code)=\(hex($0.data).filter { $0 != " " })" }.joined()
      let dnssec = edns.dnssecOK ? 1 : 0
      return "version=\(edns.version) do=\(dnssec) payload=\(edns.payloadSize) rcode=\(code)\(options)"
    }
  }
}
