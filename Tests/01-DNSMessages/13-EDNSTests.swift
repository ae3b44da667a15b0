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

  // RFC 6891 §6.1.1: anywhere in the additional section, or not at all
  @Test func `a message has EDNS when it has an OPT record`() throws {
    let none = try readEDNS(message(address))
    #expect(none == nil, "an address and no OPT")
    let some = try readEDNS(message(address, opt(), address))
    #expect(some == DNS.EDNS(payloadSize: 1232), "between two other records")
  }

  // RFC 6891 §6.1.1: within the additional section
  @Test func `an OPT record in another section does not count`() throws {
    let header = DNS.Header()
    let answered = try readEDNS(DNS.Message(header: header, answers: [opt()]))
    #expect(answered == nil, "an OPT among the answers, none among the additionals")
    let authorised = try readEDNS(DNS.Message(header: header, authorities: [opt()]))
    #expect(authorised == nil, "an OPT among the authorities, none among the additionals")
    let beside = try readEDNS(
      DNS.Message(
        header: header, answers: [opt(size: 4096)], authorities: [opt(size: 512)], additionals: [opt()]))
    #expect(
      beside == DNS.EDNS(payloadSize: 1232),
      "4096 among the answers, 512 among the authorities, 1232 among the additionals: one OPT counts")
  }

  // RFC 6891 §6.1.2, §6.1.3, §6.1.4
  @Test func `class and TTL are size, code, version and DO`() throws {
    let edns = try readEDNS(message(opt(size: 4096, ttl: 0x0203_8000)))
    #expect(
      edns == DNS.EDNS(payloadSize: 4096, upperResponseCode: 2, version: 3, dnssecOK: true),
      "02 is the upper part of the response code, 03 the version, 8000 DO")
    let reserved = try readEDNS(message(opt(ttl: 0x7FFF)))
    #expect(reserved?.dnssecOK == false, "the fifteen bits of Z are not looked at")
  }

  // RFC 6891 §6.2.3
  @Test func `a payload size below 512 is 512`() throws {
    for (size, expected) in [(0, 512), (1, 512), (511, 512), (512, 512), (513, 513), (65535, 65535)]
      as [(UInt16, UInt16)]
    {
      let read = try readEDNS(message(opt(size: size)))?.payloadSize
      #expect(read == expected, "\(size): everybody can take 512 bytes")
    }
  }

  // RFC 6891 §6.1.2
  @Test func `options follow each other`() throws {
    let options = try readEDNS(message(opt("000a 0002 abcd  0003 0000  000a 0001 ff")))?.options
    #expect(
      options == [
        DNS.EDNS.Option(code: 10, data: [0xAB, 0xCD]), DNS.EDNS.Option(code: 3, data: []),
        DNS.EDNS.Option(code: 10, data: [0xFF]),
      ], "code, length, data: three options, one of them empty, one code twice")
  }

  // RFC 6891 §6.1.2
  @Test func `an option that is cut short is refused`() {
    for (data, offset) in [
      ("00", 0), ("000a", 0), ("000a 00", 0), ("000a 0001", 0), ("000a 0002 ff", 0),
      ("000a 0001 ff 000a 0100 ff", 5),
      ("0003 0000 00", 4), ("000a ffff 00", 0),
    ] {
      #expect(
        throws: DNS.EDNSError.optionCutShort(at: offset),
        "\(data): the error names where the option begins that is not there in full"
      ) {
        try readEDNS(message(opt(data)))
      }
    }
  }

  // RFC 6891 §6.1.1: more than one is FORMERR; §6.1.2: the root
  @Test func `one OPT record is the most, and it belongs to the root`() {
    #expect(throws: DNS.EDNSError.severalOPT(2), "two") { try readEDNS(message(opt(), address, opt())) }
    #expect(throws: DNS.EDNSError.severalOPT(3), "three, one with a name") {
      try readEDNS(message(opt(owner: "a"), opt(), opt()))
    }
    #expect(throws: DNS.EDNSError.ownerNotRoot(plainName("a")), "the owner is a") {
      try readEDNS(message(opt("00", owner: "a")))
    }
  }

  // RFC 6891 §6.1.3; BADVERS is 16, BADCOOKIE 23
  @Test func `the response code has twelve bits`() throws {
    for (ttl, low, expected) in [
      (0, 3, 3), (0x0100_0000, 0, 16), (0x0100_0000, 7, 23), (0xFF00_0000, 15, 4095), (0x00FF_FFFF, 5, 5),
    ]
      as [(UInt32, UInt16, UInt16)]
    {
      let told = hex((0..<4).map { UInt8(truncatingIfNeeded: ttl >> (24 - 8 * $0)) })
      let code = try wholeResponseCode(of: message(opt(ttl: ttl), code: low)).rawValue
      #expect(
        code == expected,
        "TTL \(told): the first octet's eight bits, and below them the header's four, which are \(low)")
    }
    let plain = try wholeResponseCode(of: message(address, code: 5))
    #expect(plain == .refused, "without OPT there are the header's four")
    #expect(throws: DNS.EDNSError.severalOPT(2), "as readEDNS throws") {
      try wholeResponseCode(of: message(opt(), opt()))
    }
  }

  // RFC 6891 §6.1.2
  @Test func `an OPT record says what was to be said`() throws {
    let plain = try makeOPT(DNS.EDNS(payloadSize: 1232))
    #expect(plain == opt(), "owner root, class 1232, TTL 0, no data")
    let full = try makeOPT(
      DNS.EDNS(
        payloadSize: 400, upperResponseCode: 1, version: 2, dnssecOK: true,
        options: [.init(code: 10, data: [0xAB, 0xCD]), .init(code: 0x0103, data: [])]))
    #expect(
      full == opt(size: 400, ttl: 0x0102_8000, "000a 0002 abcd 0103 0000"), "the size is written as it stands"
    )
    let long = try makeOPT(DNS.EDNS(options: [.init(code: 1, data: [UInt8](repeating: 7, count: 0x1234))]))
    #expect(long == opt("0001 1234" + String(repeating: "07", count: 0x1234)), "a length has two octets")
    #expect(throws: DNS.EDNSError.optionTooLong(65536), "a length has sixteen bits") {
      try makeOPT(DNS.EDNS(options: [.init(code: 1, data: [UInt8](repeating: 0, count: 65536))]))
    }
  }

  // Recorded from NSD, Knot, BIND and dig; told by dnspython and dig
  @Test func `real messages say what dnspython reads, and are made again`() throws {
    for recorded in WireMessage.all {
      let message = try parseMessage(recorded.bytes)
      let edns = try readEDNS(message)
      let code = try wholeResponseCode(of: message).rawValue
      let told = edns.map { edns in
        let options = edns.options.map { " \($0.code)=\(hex($0.data).filter { $0 != " " })" }.joined()
        let dnssec = edns.dnssecOK ? 1 : 0
        return "version=\(edns.version) do=\(dnssec) payload=\(edns.payloadSize) rcode=\(code)\(options)"
      }
      try #require(told == recorded.told("edns").first, "\(recorded)")
      guard let edns else { continue }
      let again = try makeOPT(edns)
      try #require(again == message.additionals.first { $0.type == .opt }, "\(recorded)")
    }
  }
}
