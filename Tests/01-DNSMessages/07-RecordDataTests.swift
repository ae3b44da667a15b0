import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RecordDataTests {
  /// Names to point to: postroad.example at 0, www.postroad.example at 18.
  private let names = bytes(hex: "0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0377 7777 c000")
  private let reading = "readData(_:in:), data at 24"
  private let www = plainName("www.postroad.example")
  private let zeros = "0000 0000 0000 0000 0000 0000 0000 0000"

  /// Reads data that stands behind the names.
  private func read(_ passage: DataPassage) throws -> ReadData {
    let range = names.count..<(names.count + passage.data.count)
    let head = DNS.RecordHead(
      name: .root, type: passage.type, recordClass: passage.recordClass, ttl: 0x8000_0000, dataRange: range)
    return ReadData(try readData(head, in: names + passage.data + passage.after))
  }

  /// The types that have a form, with data of that form and what it says.
  private let formed: [(type: DNS.RecordType, data: String, value: DNS.RecordData)] = [
    (.a, "c000 0250", .a(DNS.IPv4Address(rawValue: 0xC000_0250))),
    (
      .aaaa, "2001 0db8 0000 0000 0000 0000 0000 0080",
      .aaaa(DNS.IPv6Address(rawValue: 0x2001_0DB8 << 96 | 0x80))
    ),
    (.cname, "0161 00", .cname(plainName("a"))), (.ns, "0161 c000", .ns(plainName("a.postroad.example"))),
    (.ptr, "c012", .ptr(plainName("www.postroad.example"))),
    (.mx, "000a 00", .mx(preference: 10, exchange: .root)),
    (.txt, "0161 00", .txt([[0x61], []])),
    (
      .soa, "0161 00 c000 00000001 00000002 00000003 00000004 00000005",
      .soa(
        DNS.StartOfAuthority(
          primary: plainName("a"), responsible: plainName("postroad.example"), serial: 1, refresh: 2,
          retry: 3,
          expire: 4, minimum: 5))
    ),
    (.srv, "000a 003c 1f90 0161 00", .srv(priority: 10, weight: 60, port: 8080, target: plainName("a"))),
  ]

  // RFC 1035 §3.4.1, RFC 3596 §2.2
  @Test func `addresses are 4 and 16 octets`() throws {
    for after in ["", "ffff"] {
      let a = ReadData(.a(DNS.IPv4Address(rawValue: 0xC000_0250)))
      let rule = "192.0.2.80, the first octet is the highest"
      try check(reading, DataPassage(.a, "c000 0250", after: after), returns: a, rule, read)
      let aaaa = ReadData(.aaaa(DNS.IPv6Address(rawValue: 0x2001_0DB8_0000_0000_0000_0000_0000_0080)))
      let passage = DataPassage(.aaaa, "2001 0db8 0000 0000 0000 0000 0000 0080", after: after)
      try check(reading, passage, returns: aaaa, "2001:db8::80, the first octet is the highest", read)
    }
  }

  // RFC 1035 §3.3.1, §3.3.11, §3.3.12, §4.1.4: offsets are counted from the start of the message
  @Test func `names in data may point into the message`() throws {
    for (type, build) in [
      (.cname, DNS.RecordData.cname), (.ns, DNS.RecordData.ns), (.ptr, DNS.RecordData.ptr),
    ] as [(DNS.RecordType, (DNS.Name) -> DNS.RecordData)] {
      for (data, labels, rule) in [
        ("c012", "www.postroad.example", "c012 leads to 18, before the data"),
        ("0241 62c0 00", "Ab.postroad.example", "a label with its case, and a pointer to 0"),
        ("0161 00", "a", "a name in full"), ("00", "", "the root"),
      ] {
        let passage = DataPassage(type, data, after: "ffff")
        try check(reading, passage, returns: ReadData(build(plainName(labels))), rule, read)
      }
    }
  }

  // RFC 1035 §3.3.9, RFC 2782
  @Test func `MX and SRV have numbers before their name`() throws {
    let mx = ReadData(.mx(preference: 0x102, exchange: www))
    try check(reading, DataPassage(.mx, "0102 c012"), returns: mx, "a preference, a name", read)
    let srv = ReadData(.srv(priority: 10, weight: 0xFF3C, port: 8080, target: www))
    try check(
      reading, DataPassage(.srv, "000a ff3c 1f90 c012"), returns: srv, "priority, weight, port, a name", read)
  }

  // RFC 1035 §3.3.14: one or more character strings; §3.3: binary, up to 256 octets with the length
  @Test func `TXT is several strings of any octets`() throws {
    let most = String(repeating: "61", count: 255)
    for (data, strings, rule) in [
      ("0161 00 03ff 0041", [[0x61], [], [0xFF, 0x00, 0x41]], "three strings: a, none, and ff 00 41"),
      ("00", [[]], "one string of no octets"), ("00 00", [[], []], "two strings of no octets"),
      ("ff" + most + "00", [letters(255), []], "the longest string has 255 octets, and another follows"),
    ] as [(String, [[UInt8]], String)] {
      try check(reading, DataPassage(.txt, data, after: "ffff"), returns: ReadData(.txt(strings)), rule, read)
    }
    for (data, end, rule) in [
      ("", 24, "no string at all: at least one is asked for"),
      ("00 0261", 27, "the second string has two octets, and one is there"),
      ("02", 25, "the string has two octets, and none is there"),
    ] {
      let passage = DataPassage(.txt, data, after: "0161 6262")
      try check(reading, passage, throws: DNS.MessageError.truncated(at: end), rule, read)
    }
  }

  // RFC 1035 §3.3.13
  @Test func `SOA is two names and five numbers`() throws {
    let expected = DNS.StartOfAuthority(
      primary: plainName("ns1.postroad.example"), responsible: www, serial: 1, refresh: 0x203, retry: 0x40506,
      expire: 0x0708_0910, minimum: 0xFFFF_FFFF)
    for names in ["036e 7331 c000 c012", "036e 7331 c000 0377 7777 c01c"] {
      let passage = DataPassage(.soa, names + "00000001 00000203 00040506 07080910 ffffffff")
      let rule =
        "MNAME, RNAME, SERIAL, REFRESH, RETRY, EXPIRE, MINIMUM; the second name may point into the first"
      try check(reading, passage, returns: ReadData(.soa(expected)), rule, read)
    }
  }

  // RFC 3597 §3: unstructured binary data
  @Test func `data of any other type is kept as it came`() throws {
    // No type, MD, HINFO, MINFO, RP, OPT, ANY, one for private use, the largest number.
    for number in [0, 3, 13, 14, 17, 41, 255, 65280, 65535] as [UInt16] {
      let type = DNS.RecordType(rawValue: number)
      for data in ["01c0 0c00 ff", "", "c000", "40"] {
        for recordClass in [.internet, .chaos, .any] as [DNS.RecordClass] {
          let passage = DataPassage(type, data, recordClass, after: "ffff")
          let rule = "nobody knows what these octets mean, so none is looked at"
          try check(reading, passage, returns: ReadData(.opaque(type, bytes(hex: data))), rule, read)
        }
      }
    }
  }

  // RFC 1035 §4.1.3: RDLENGTH is the length of RDATA; RFC 9267 §5
  @Test func `data that is too short is truncated at its end`() throws {
    for (type, data) in [
      (.a, "c000 02"), (.a, ""), (.aaaa, "2001 0db8 0000 0000 0000 0000 0000 00"), (.aaaa, ""), (.cname, ""),
      (.cname, "c0"), (.ns, "0161"), (.ns, ""), (.ptr, "0361"), (.ptr, ""), (.mx, "000a"), (.mx, "00"),
      (.mx, ""),
      (.mx, "000a 0161"), (.srv, "000a 003c 1f"), (.srv, "000a 003c 1f90"), (.srv, "000a 003c 1f90 c0"),
      (.srv, ""),
      (.soa, ""), (.soa, "0161"), (.soa, "00"), (.soa, "00 0161"), (.soa, "00 c0"), (.soa, "00 00 000000"),
      (.soa, "00 00 00000001 00000002 00000003 00000004 000000"),
    ] as [(DNS.RecordType, String)] {
      let end = 24 + bytes(hex: data).count
      // What stands behind the data may be read as a name's end, a reserved label type, or a pointer that leads forward.
      for after in ["", zeros, "4000 0000", "ffff ffff"] {
        let passage = DataPassage(type, data, after: after)
        let rule = "the data ends at \(end), where its type asks for more; the message may go on"
        try check(reading, passage, throws: DNS.MessageError.truncated(at: end), rule, read)
      }
    }
  }

  // RFC 1035 §4.1.3; RFC 9267 §5
  @Test func `data that goes on after its end is refused`() throws {
    for (type, form, _) in formed where type != .txt {
      for left in ["00", "ff", "0161 00"] {
        let at = 24 + bytes(hex: form).count
        let rule = "all that the type asks for ends before \(at)"
        let passage = DataPassage(type, form + left, after: "ffff")
        try check(reading, passage, throws: DNS.RecordError.dataLeftOver(at: at), rule, read)
      }
    }
  }

  // RFC 1035 §4.1.4, RFC 9267 §2
  @Test func `a name that is wrong is refused as readName refuses it`() throws {
    for (type, before) in [
      (.cname, ""), (.ns, ""), (.ptr, ""), (.mx, "000a"), (.soa, ""), (.soa, "00"), (.srv, "000a 003c 1f90"),
    ]
      as [(DNS.RecordType, String)]
    {
      let at = 24 + bytes(hex: before).count
      for (name, error, rule) in [
        ("40", .reservedLabelType(at: at), "01 is a reserved type"),
        ("0161 80", .reservedLabelType(at: at + 2), "10 is a reserved type"),
        ("c0ff", .pointerNotBackwards(at: at, target: 255), "the pointer leads forward"),
        (
          "0161 c0\(hex([UInt8(at)]))", .pointerNotBackwards(at: at + 2, target: at),
          "the name points to itself"
        ),
      ] as [(String, DNS.NameError, String)] {
        try check(reading, DataPassage(type, before + name, after: zeros), throws: error, rule, read)
      }
    }
  }

  // RFC 1035 §3.4.1: for the Internet class; RFC 3596 §2.1, RFC 2782
  @Test func `outside the class IN the data of A, AAAA and SRV is opaque, and that of no other`() throws {
    let classes = [0, 2, 3, 4, 254, 255, 65535].map { DNS.RecordClass(rawValue: $0) }
    for (type, data, value) in formed {
      let isOfInternet = [.a, .aaaa, .srv].contains(type)
      for recordClass in classes {
        let expected = ReadData(isOfInternet ? .opaque(type, bytes(hex: data)) : value)
        let rule =
          isOfInternet ? "the form of \(type.told) is IN's alone" : "\(type.told) is the same in all classes"
        try check(reading, DataPassage(type, data, recordClass), returns: expected, rule, read)
      }
    }
    for (type, data) in [(.a, "00 1234"), (.aaaa, "00"), (.srv, "40")] as [(DNS.RecordType, String)] {
      let opaque = ReadData(.opaque(type, bytes(hex: data)))
      try check(
        reading, DataPassage(type, data, .chaos), returns: opaque, "opaque octets are not looked at", read)
    }
  }

  // RFC 2136 §2.4: no data in classes ANY and NONE
  @Test func `outside the class IN data may be empty`() throws {
    for (type, _, _) in formed {
      for recordClass in [.any, .none, .chaos, DNS.RecordClass(rawValue: 0)] {
        let passage = DataPassage(type, "", recordClass, after: "ffff")
        let rule = "updates have records without data, of every type"
        try check(reading, passage, returns: ReadData(.opaque(type, [])), rule, read)
      }
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `real data reads as dig and dnspython read it`() throws {
    for recorded in WireMessage.all {
      let counts = HeaderPicture.read(recorded.bytes)
      var offset = 12
      for _ in 0..<counts.questionCount { _ = try readQuestion(recorded.bytes, at: &offset) }
      var heads: [DNS.RecordHead] = []
      for _ in 0..<(counts.answerCount + counts.authorityCount + counts.additionalCount) {
        heads.append(try readRecordHead(recorded.bytes, at: &offset))
      }
      // dnspython prints an OPT in a form of its own.
      let known = heads.filter { $0.type != .opt }
      let expected = recorded.told.filter { !$0.hasPrefix("edns") && !$0.hasPrefix("question") }.map { line in
        String(line.split(separator: " ", maxSplits: 4)[4])
      }
      try check(
        "readData(_:in:) for the records of \(recorded)", recorded.bytes, returns: expected,
        "dig prints them like this"
      ) {
        message in try known.map { "\($0.type.told) \(try readData($0, in: message).told)" }
      }
    }
  }
}
