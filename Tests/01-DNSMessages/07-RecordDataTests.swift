import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RecordDataTests {
  /// Names to point to: postroad.example at 0, www.postroad.example at 18.
  private let names = bytes(hex: "0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0377 7777 c000")

  /// Data of a record that stands behind the names, with `after` behind it.
  private func read(
    _ type: DNS.RecordType, _ data: String, _ recordClass: DNS.RecordClass = .internet, after: String = ""
  ) throws -> DNS.RecordData {
    let data = bytes(hex: data)
    let range = names.count..<(names.count + data.count)
    let head = DNS.RecordHead(name: .root, type: type, recordClass: recordClass, ttl: 0, dataRange: range)
    return try readData(head, in: names + data + bytes(hex: after))
  }

  // RFC 1035 §3.4.1, RFC 3596 §2.2
  @Test func `addresses are 4 and 16 octets`() throws {
    let a = try read(.a, "c000 0250", after: "ffff")
    #expect(a == .a(DNS.IPv4Address(rawValue: 0xC000_0250)), "192.0.2.80, the first octet is the highest")
    let aaaa = try read(.aaaa, "2001 0db8 0000 0000 0000 0000 0000 0080", after: "ffff")
    let expected = DNS.IPv6Address(rawValue: 0x2001_0DB8_0000_0000_0000_0000_0000_0080)
    #expect(aaaa == .aaaa(expected), "2001:db8::80, the first octet is the highest")
  }

  // RFC 1035 §3.3.1, §3.3.11, §3.3.12, §4.1.4: offsets are counted from the start of the message
  @Test func `names in data may point into the message`() throws {
    for (type, build) in [
      (.cname, DNS.RecordData.cname), (.ns, DNS.RecordData.ns), (.ptr, DNS.RecordData.ptr),
    ] as [(DNS.RecordType, (DNS.Name) -> DNS.RecordData)] {
      let pointed = try read(type, "c012", after: "ffff")
      #expect(pointed == build(plainName("www.postroad.example")), "c012 leads to 18, before the data")
      let part = try read(type, "0261 62c0 00")
      #expect(part == build(plainName("ab.postroad.example")), "a label, and a pointer to 0")
    }
  }

  // RFC 1035 §3.3.9, RFC 2782
  @Test func `MX and SRV have numbers before their name`() throws {
    let mx = try read(.mx, "0102 c012")
    #expect(mx == .mx(preference: 0x102, exchange: plainName("www.postroad.example")), "a preference, a name")
    let srv = try read(.srv, "000a 003c 1f90 c012")
    let target = plainName("www.postroad.example")
    #expect(
      srv == .srv(priority: 10, weight: 60, port: 8080, target: target), "priority, weight, port, a name")
  }

  // RFC 1035 §3.3.14: one or more character strings; §3.3: binary, up to 256 octets with the length
  @Test func `TXT is several strings of any octets`() throws {
    let several = try read(.txt, "0161 00 03ff 0041", after: "ffff")
    #expect(several == .txt([[0x61], [], [0xFF, 0x00, 0x41]]), "three strings: a, none, and ff 00 41")
    let empty = try read(.txt, "00")
    #expect(empty == .txt([[]]), "one string of no octets")
    #expect(throws: DNS.MessageError.truncated(at: 24), "no string at all: at least one is asked for") {
      try read(.txt, "", after: "0161")
    }
    #expect(throws: DNS.MessageError.truncated(at: 27), "the second string has two octets, and one is there")
    {
      try read(.txt, "00 0261", after: "6262")
    }
  }

  // RFC 1035 §3.3.13
  @Test func `SOA is two names and five numbers`() throws {
    let soa = try read(.soa, "036e 7331 c000 c012 00000001 00000203 00040506 07080910 ffffffff")
    let expected = DNS.StartOfAuthority(
      primary: plainName("ns1.postroad.example"), responsible: plainName("www.postroad.example"), serial: 1,
      refresh: 0x203, retry: 0x40506, expire: 0x0708_0910, minimum: 0xFFFF_FFFF)
    #expect(soa == .soa(expected), "MNAME, RNAME, SERIAL, REFRESH, RETRY, EXPIRE, MINIMUM")
  }

  // RFC 3597 §3: unstructured binary data
  @Test func `data of any other type is kept as it came`() throws {
    let type = DNS.RecordType(rawValue: 65280)
    let unknown = try read(type, "01c0 0c00 ff", after: "ffff")
    #expect(unknown == .opaque(type, [0x01, 0xC0, 0x0C, 0x00, 0xFF]), "nobody knows that c00c is no pointer")
    let empty = try read(type, "")
    #expect(empty == .opaque(type, []), "no octets are data, too")
  }

  // RFC 1035 §4.1.3: RDLENGTH is the length of RDATA; RFC 9267 §5
  @Test func `data that is too short is truncated at its end`() throws {
    for (type, data) in [
      (.a, "c000 02"), (.a, ""), (.aaaa, "2001 0db8 0000 0000 0000 0000 0000 00"), (.cname, ""),
      (.ns, "0161"),
      (.ptr, "0361"), (.cname, "c0"), (.mx, "000a"), (.mx, "00"), (.srv, "000a 003c 1f"),
      (.srv, "000a 003c 1f90"),
      (.soa, "00 00 00000001 00000002 00000003 00000004 000000"),
    ] as [(DNS.RecordType, String)] {
      let end = 24 + bytes(hex: data).count
      // What stands behind the data may be read as a name's end, a reserved label type, or a pointer that leads forward.
      for after in ["0000 0000 0000 0000 0000 0000 0000 0000", "4000 0000", "ffff ffff"] {
        #expect(
          throws: DNS.MessageError.truncated(at: end),
          "\(type.told) \(data), and behind it \(after): the message goes on, the data does not"
        ) {
          try read(type, data, after: after)
        }
      }
    }
  }

  // RFC 1035 §4.1.3; RFC 9267 §5
  @Test func `data that goes on after its end is refused`() {
    for (type, data, left) in [
      (.a, "c000 0250 00", 28), (.cname, "c000 00", 26), (.ns, "00 00", 25), (.mx, "000a 00 ff", 27),
      (.srv, "000a 003c 1f90 00 00", 31), (.aaaa, "2001 0db8 0000 0000 0000 0000 0000 0080 80", 40),
      (.soa, "00 00 00000001 00000002 00000003 00000004 00000005 06", 46),
    ] as [(DNS.RecordType, String, Int)] {
      #expect(throws: DNS.RecordError.dataLeftOver(at: left), "\(type.told) \(data)") { try read(type, data) }
    }
  }

  // RFC 1035 §3.4.1: for the Internet class; RFC 2136 §2.4: no data in classes ANY and NONE
  @Test func `outside the class IN addresses are opaque, and data may be empty`() throws {
    for (type, data) in [
      (.a, "00 1234"), (.a, "c000 0250"), (.aaaa, "2001 0db8 0000 0000 0000 0000 0000 0080"),
      (.srv, "000a 003c 1f90 00"),
    ] as [(DNS.RecordType, String)] {
      let chaos = try read(type, data, .chaos)
      #expect(
        chaos == .opaque(type, bytes(hex: data)), "\(type.told) \(data) of class CH: its form is IN's alone")
    }
    let text = try read(.txt, "0161", .chaos)
    #expect(text == .txt([[0x61]]), "TXT is the same in all classes")
    for type in [.a, .cname, .soa, .txt] as [DNS.RecordType] {
      for (name, recordClass) in [("ANY", .any), ("NONE", .none), ("CH", .chaos)]
        as [(String, DNS.RecordClass)]
      {
        #expect(throws: Never.self, "\(type.told) of class \(name) with no data, as updates have it") {
          let none = try read(type, "", recordClass)
          #expect(none == .opaque(type, []), "\(type.told) of class \(name) with no data, as updates have it")
        }
      }
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `real data reads as dig and dnspython read it`() throws {
    for recorded in WireMessage.all {
      let counts = HeaderPicture.read(recorded.bytes)
      var offset = 12
      for _ in 0..<counts.questionCount { _ = try readQuestion(recorded.bytes, at: &offset) }
      var told: [String] = []
      for _ in 0..<(counts.answerCount + counts.authorityCount + counts.additionalCount) {
        let head = try readRecordHead(recorded.bytes, at: &offset)
        let data = try readData(head, in: recorded.bytes)
        if head.type != .opt { told.append("\(head.type.told) \(data.told)") }
      }
      let expected = recorded.told.filter { !$0.hasPrefix("edns") && !$0.hasPrefix("question") }.map { line in
        String(line.split(separator: " ", maxSplits: 4)[4])
      }
      try #require(told == expected, "\(recorded)")
    }
  }
}
