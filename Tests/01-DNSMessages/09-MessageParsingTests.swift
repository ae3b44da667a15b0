import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MessageParsingTests {
  /// A header with these counts and nothing else, in front of entries.
  private func message(_ counts: String, _ entries: String) -> [UInt8] {
    bytes(hex: "1234 8400 \(counts) \(entries)")
  }
  private let question = "0161 00 0001 0001"
  private let record = "c00c 0001 0001 0000 0e10 0004 c000 0250"

  // RFC 1035 §4.1
  @Test func `a header alone is a message`() throws {
    let parsed = try parseMessage(message("0000 0000 0000 0000", ""))
    #expect(
      parsed.header.id == 0x1234 && parsed.header.isAuthoritative,
      "the header is read as parseHeader reads it")
    #expect(parsed.told == [], "and counts nothing")
  }

  // RFC 1035 §4.1: question, answer, authority, additional
  @Test func `entries go to the section that counts them`() throws {
    let records = "00 0001 0001 00000001 0004 c0000201  00 0001 0001 00000002 0004 c0000202"
    let more = "00 0001 0001 00000003 0004 c0000203  00 0001 0001 00000004 0004 c0000204"
    let parsed = try parseMessage(message("0002 0001 0001 0002", question + question + records + more)).told
    let expected = [
      "question a. IN A", "question a. IN A", "answer . 1 IN A 192.0.2.1", "authority . 2 IN A 192.0.2.2",
      "additional . 3 IN A 192.0.2.3", "additional . 4 IN A 192.0.2.4",
    ]
    #expect(parsed == expected, "two questions, one answer, one authority, two additionals, in this order")
  }

  // RFC 1035 §4.1.1: the counts are what says how much there is
  @Test func `counts are kept as the header has them`() throws {
    let parsed = try parseMessage(message("0001 0001 0000 0000", question + record)).header
    #expect(parsed.questionCount == 1 && parsed.answerCount == 1, "QDCOUNT and ANCOUNT")
    #expect(parsed.authorityCount == 0 && parsed.additionalCount == 0, "NSCOUNT and ARCOUNT")
  }

  // RFC 9267 §6: counts that announce more than there is
  @Test func `a count that promises too much is truncated`() {
    for (counts, entries) in [
      ("0001 0000 0000 0000", ""), ("0002 0000 0000 0000", question), ("ffff ffff ffff ffff", question),
      ("0001 0001 0000 0000", question), ("0001 0002 0000 0000", question + record),
      ("0001 0001 0001 0000", question + record), ("0001 0001 0000 ffff", question + record),
    ] {
      let bytes = message(counts, entries)
      #expect(throws: DNS.MessageError.truncated(at: bytes.count), "\(counts), \(entries)") {
        try parseMessage(bytes)
      }
    }
  }

  // RFC 1035 §4.1: nothing comes behind the last section
  @Test func `bytes that no count covers are refused`() {
    for (counts, entries, end) in [
      ("0000 0000 0000 0000", "00", 12), ("0000 0000 0000 0000", question, 12),
      ("0001 0000 0000 0000", question + record, 19),
      ("0001 0001 0000 0000", question + record + "ff", 35),
    ] {
      #expect(throws: DNS.MessageError.trailingBytes(at: end), "\(counts), \(entries)") {
        try parseMessage(message(counts, entries))
      }
    }
  }

  // The specification above parseMessage: one error, the first on the way
  @Test func `the first error on the way is told`() {
    let five = "c00c 0001 0001 0000 0e10 0005 c000 0250 05"
    #expect(
      throws: DNS.RecordError.dataLeftOver(at: 35), "an A of five octets comes before the missing record"
    ) {
      try parseMessage(message("0001 0002 0000 0000", question + five))
    }
    let loop = "0161 c00c 0001 0001"
    #expect(throws: DNS.NameError.pointerNotBackwards(at: 14, target: 12), "the question's name never ends") {
      try parseMessage(message("0001 0000 0000 0000", loop + "ff"))
    }
    #expect(throws: DNS.MessageError.truncated(at: 11), "eleven bytes are no header") {
      try parseMessage(Array(message("0000 0000 0000 0000", "")[..<11]))
    }
  }

  // RFC 1035 §4.1.3, §4.1.4: a name in data may be what a later one points to
  @Test func `pointers may lead into the data of another record`() throws {
    // b.a at 29 in the data of the first answer; the second answer's owner is a pointer to it.
    let first = "c00c 0005 0001 0000 0001 0004 0162 c00c"
    let second = "c01f 0001 0001 0000 0001 0004 c000 0201"
    let parsed = try parseMessage(message("0001 0002 0000 0000", question + first + second)).told
    #expect(
      parsed == ["question a. IN A", "answer a. 1 IN CNAME b.a.", "answer b.a. 1 IN A 192.0.2.1"],
      "offsets count from the start of the message, wherever they are used")
  }

  // Messages cut and changed at random: an answer or an error, nothing else
  @Test func `no message stops the program`() throws {
    var random = SeededRandom(seed: 9267)
    for recorded in WireMessage.all where recorded.bytes.count < 200 {
      let whole = try parseMessage(recorded.bytes)
      try #require(whole.told == recorded.told.filter { !$0.hasPrefix("edns") }, "\(recorded)")
      for length in stride(from: 0, to: recorded.bytes.count, by: 7) {
        try #require(throws: DNS.MessageError.truncated(at: length), "\(recorded), cut after \(length) bytes")
        {
          try parseMessage(Array(recorded.bytes[..<length]))
        }
      }
      var bytes = recorded.bytes
      for _ in 0..<20 {
        bytes[Int.random(in: 12..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do { _ = try parseMessage(bytes) } catch is DNS.NameError {} catch is DNS.MessageError {} catch is DNS
        .RecordError
      {}
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `real messages read as dig and dnspython read them`() throws {
    for recorded in WireMessage.all {
      let told = try parseMessage(recorded.bytes).told
      try #require(told == recorded.told.filter { !$0.hasPrefix("edns") }, "\(recorded)")
    }
  }
}
