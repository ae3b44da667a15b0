import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MessageEncodingTests {
  /// The bytes behind the header of a message that answers the question for a with this data.
  private func write(_ data: DNS.RecordData..., asking: String = "a") throws -> String {
    let message = DNS.Message(
      header: DNS.Header(), questions: [DNS.Question(name: plainName(asking), type: .any)],
      answers: data.map { DNS.ResourceRecord(name: plainName(asking), ttl: 60, data: $0) })
    return hex(Array(try encodeMessage(message)[12...]))
  }
  private let asked = "01 61 00 00 ff 00 01 "
  private func answer(_ type: String, _ rest: String) -> String {
    "c0 0c 00 \(type) 00 01 00 00 00 3c \(rest)"
  }

  // RFC 1035 §4.1
  @Test func `a message without entries is its header`() throws {
    let bytes = hex(try encodeMessage(DNS.Message(header: DNS.Header(id: 0x1234, recursionDesired: true))))
    #expect(bytes == "12 34 01 00 00 00 00 00 00 00 00 00", "id, RD, and nothing counted")
  }

  // RFC 1035 §4.1.1
  @Test func `the counts are those of the sections`() throws {
    let record = DNS.ResourceRecord(name: .root, ttl: 0, data: .txt([[]]))
    let message = DNS.Message(
      header: DNS.Header(questionCount: 9, answerCount: 9, authorityCount: 9, additionalCount: 9),
      questions: [DNS.Question(name: .root, type: .txt)], answers: [record, record],
      authorities: [record, record, record], additionals: [record, record, record, record])
    let bytes = try encodeMessage(message)
    #expect(
      hex(Array(bytes[..<12])) == "00 00 00 00 00 01 00 02 00 03 00 04",
      "1, 2, 3, 4, whatever the header says")
    #expect(bytes.count == 12 + 5 + 9 * 12, "five octets of question, twelve of each record")
  }

  // RFC 1035 §3.4.1, §3.3.14, RFC 3596 §2.2, RFC 3597 §3
  @Test func `data without names is written as it is`() throws {
    let a = try write(.a(DNS.IPv4Address(rawValue: 0xC000_0250)))
    #expect(a == asked + answer("01", "00 04 c0 00 02 50"), "A: four octets, the highest first")
    let aaaa = try write(.aaaa(DNS.IPv6Address(rawValue: 0x2001_0DB8 << 96 | 0x80)))
    #expect(
      aaaa == asked + answer("1c", "00 10 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 80"), "AAAA: sixteen")
    let txt = try write(.txt([[0x61], [], [0xFF, 0]]))
    #expect(txt == asked + answer("10", "00 06 01 61 00 02 ff 00"), "TXT: every string behind its length")
    let none = try write(.txt([]))
    #expect(none == asked + answer("10", "00 00"), "TXT without a string: no octets")
    let opaque = try write(.opaque(DNS.RecordType(rawValue: 0xFD), [0xC0, 0x0C]))
    #expect(opaque == asked + answer("fd", "00 02 c0 0c"), "any other type: the octets")
  }

  // RFC 1035 §4.1.3, §4.1.4: RDLENGTH counts what is in the message
  @Test func `names of RFC 1035's types are compressed, and RDLENGTH counts what is left`() throws {
    let cname = try write(.cname(plainName("b.a")), .ns(plainName("b.a")), .ptr(plainName("a")))
    #expect(
      cname == asked + answer("05", "00 04 01 62 c0 0c ") + answer("02", "00 02 c0 1f ")
        + answer("0c", "00 02 c0 0c"),
      "b and a pointer; then b.a, which stands at 31 in the data before")
    let mx = try write(.mx(preference: 10, exchange: plainName("a")))
    #expect(mx == asked + answer("0f", "00 04 00 0a c0 0c"), "MX: a preference, then the name")
    let soa = try write(
      .soa(
        DNS.StartOfAuthority(
          primary: plainName("a"), responsible: plainName("b.a"), serial: 1, refresh: 0x203,
          retry: 0x0405_0607,
          expire: 0x8000_0000, minimum: 5)))
    #expect(
      soa == asked
        + answer("06", "00 1a c0 0c 01 62 c0 0c 00 00 00 01 00 00 02 03 04 05 06 07 80 00 00 00 00 00 00 05"),
      "SOA: 2 octets, 4, and five times 4 are 26")
  }

  // RFC 3597 §4: no compression but in RFC 1035's types; RFC 2782: SRV's target is not compressed
  @Test func `the target of SRV is written in full`() throws {
    let srv = try write(
      .srv(priority: 1, weight: 2, port: 8080, target: plainName("b.a")), .cname(plainName("b.a")))
    #expect(
      srv == asked + answer("21", "00 0b 00 01 00 02 1f 90 01 62 01 61 00 ")
        + answer("05", "00 02 c0 25"),
      "6 octets, then a name of 5 at 37; the CNAME behind it may point there, and its owner a still points to 12"
    )
  }

  // RFC 1035 §4.1.1, §3.3, §4.1.3: sixteen bits, eight bits, sixteen bits
  @Test func `what does not fit its field is refused`() throws {
    let string = [UInt8](repeating: 0x61, count: 255)
    let full = try write(.txt([[UInt8]](repeating: string, count: 255) + [Array(string.dropLast())]))
    let fits = full.hasPrefix(asked + answer("10", "ff ff ff 61"))
    #expect(fits, "65,535 octets of data fit: RDLENGTH is ffff, then comes the first string")
    #expect(throws: DNS.RecordError.stringTooLong(256), "a string's length is one octet") {
      try write(.txt([[], [UInt8](repeating: 0x61, count: 256)]))
    }
    #expect(throws: DNS.RecordError.dataTooLong(65536), "RDLENGTH has sixteen bits") {
      _ = try write(.opaque(DNS.RecordType(rawValue: 65280), [UInt8](repeating: 0, count: 65536)))
    }
    let tooLong = DNS.Name(labels: [[UInt8](repeating: 0x61, count: 64)])
    #expect(
      throws: DNS.RecordError.dataTooLong(65536), "data of 65,536 octets, then a bad name: the first is told"
    ) {
      _ = try write(
        .opaque(DNS.RecordType(rawValue: 65280), [UInt8](repeating: 0, count: 65536)), .cname(tooLong))
    }
    let question = DNS.Question(name: .root, type: .a)
    #expect(throws: DNS.MessageError.tooManyEntries(65536), "a count has sixteen bits") {
      try encodeMessage(
        DNS.Message(header: DNS.Header(), questions: .init(repeating: question, count: 65536)))
    }
    #expect(throws: DNS.NameError.labelTooLong(64), "as writeName refuses it") {
      try write(.cname(tooLong))
    }
  }

  // Recorded from NSD, Knot and BIND; dnspython told what they say
  @Test func `real messages survive being read, written and read`() throws {
    for recorded in WireMessage.all {
      let message = try parseMessage(recorded.bytes)
      let written = try encodeMessage(message)
      let again: DNS.Message
      do { again = try parseMessage(written) } catch {
        Issue.record(error, "\(recorded): what was written of it cannot be read again")
        return
      }
      let isSame = again == message
      try #require(isSame, "\(recorded): read, written and read again it must be the same message")
      // A pointer gives a name the case of its first place.
      let told = again.told.map { $0.lowercased() }
      let expected = recorded.told.filter { !$0.hasPrefix("edns") }.map { $0.lowercased() }
      try #require(told == expected, "\(recorded)")
    }
  }

  // Recorded from NSD, Knot and BIND: their own compression
  @Test func `no real message becomes larger`() throws {
    for recorded in WireMessage.all {
      let written = try encodeMessage(parseMessage(recorded.bytes)).count
      try #require(written <= recorded.bytes.count, "\(recorded)")
    }
  }
}
