import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ResourceRecordTests {
  /// NSD's reply to the question for the AAAA of www.postroad.example: header, question at 12, one record at 38.
  private let reply = bytes(
    hex: """
      cccc 8500 0001 0001 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 001c
      0001 c00c 001c 0001 0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0080
      """)

  private func question(_ message: [UInt8], at start: Int) throws -> (told: String, end: Int) {
    var offset = start
    let question = try readQuestion(message, at: &offset)
    return (question.told, offset)
  }

  private func head(_ message: [UInt8], at start: Int) throws -> (head: DNS.RecordHead, end: Int) {
    var offset = start
    let head = try readRecordHead(message, at: &offset)
    return (head, offset)
  }

  // RFC 1035 §4.1.2
  @Test func `a question is a name, a type and a class`() throws {
    let (told, end) = try question(reply, at: 12)
    #expect(told == "www.postroad.example. IN AAAA", "behind the name: 001c is AAAA, 0001 is IN")
    #expect(end == 38, "22 octets of name and twice two more")
    let chaos = try question([0, 0x12, 0x34, 0xAB, 0xCD], at: 0)
    #expect(chaos.told == ". CLASS43981 TYPE4660", "type first, then class, both big-endian")
  }

  // RFC 1035 §4.1.3
  @Test func `a record is a name, type, class, TTL and the length of its data`() throws {
    let (head, end) = try head(reply, at: 38)
    #expect(plainText(head.name) == "www.postroad.example.", "the name is a pointer: c00c")
    #expect(head.type == .aaaa, "001c is AAAA")
    #expect(head.recordClass == .internet, "0001 is IN")
    #expect(head.ttl == 3600, "00000e10 is 3600 seconds")
    #expect(head.dataRange == 50..<66, "the data are the sixteen bytes behind 0010")
    #expect(end == 66, "the next record begins behind the data")
  }

  // RFC 8767 §4: the whole field is the TTL; what is too long is for the cache to shorten
  @Test func `the TTL is 32 bits, high to low`() throws {
    for (hex, expected) in [
      ("0102 0304", 0x0102_0304), ("7fff ffff", 0x7FFF_FFFF), ("8000 0000", 0x8000_0000),
      ("ffff ffff", 0xFFFF_FFFF),
    ] as [(String, UInt32)] {
      let ttl = try head(bytes(hex: "00 0001 0001 \(hex) 0000"), at: 0).head.ttl
      #expect(ttl == expected, "\(hex): reported as it came, the highest bit too")
    }
  }

  // RFC 1035 §4.1.3: RDLENGTH has sixteen bits
  @Test func `the length of the data has two bytes`() throws {
    let message = bytes(hex: "00 ff00 0001 0000 0000 0102") + [UInt8](repeating: 7, count: 0x105)
    let (head, end) = try head(message, at: 0)
    #expect(head.dataRange == 11..<(11 + 0x102) && end == 11 + 0x102, "0102 is 258")
  }

  // RFC 1035 §4.1.3; an update's records have no data (RFC 2136 §2.4)
  @Test func `data may be empty, and may end with the message`() throws {
    let (head, end) = try head(bytes(hex: "ff 00 0001 00ff 0000 0000 0000"), at: 1)
    #expect(head.dataRange == 12..<12 && end == 12, "RDLENGTH is 0: the record ends with it")
    #expect(head.recordClass == .any, "00ff is the class ANY")
  }

  // RFC 9267 §5: a length that is longer than the message
  @Test func `data past the end of the message is truncated`() {
    for length in ["0011", "0100", "ffff"] {
      let message = Array(reply[..<48]) + bytes(hex: length) + Array(reply[50...])
      #expect(throws: DNS.MessageError.truncated(at: 66), "RDLENGTH \(length), and sixteen bytes are there") {
        try head(message, at: 38)
      }
    }
  }

  // RFC 1035 §4.1.2, §4.1.3
  @Test func `what is cut short is truncated where it ends`() throws {
    for length in 12..<38 {
      try #require(throws: DNS.MessageError.truncated(at: length), "a question cut before byte \(length)") {
        try question(Array(reply[..<length]), at: 12)
      }
    }
    for length in 38..<66 {
      try #require(throws: DNS.MessageError.truncated(at: length), "a record cut before byte \(length)") {
        try head(Array(reply[..<length]), at: 38)
      }
    }
  }

  // The specifications above readQuestion and readRecordHead
  @Test func `an error leaves the offset alone`() {
    var offset = 12
    #expect(throws: DNS.MessageError.truncated(at: 36)) { try readQuestion(Array(reply[..<36]), at: &offset) }
    #expect(offset == 12, "the question began at 12, and was not read")
    offset = 38
    #expect(throws: DNS.MessageError.truncated(at: 60)) {
      try readRecordHead(Array(reply[..<60]), at: &offset)
    }
    #expect(offset == 38, "the record began at 38, and was not read")
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `real messages are walked from record to record`() throws {
    for recorded in WireMessage.all {
      let counts = HeaderPicture.read(recorded.bytes)
      var offset = 12
      var told: [String] = []
      for _ in 0..<counts.questionCount {
        told.append("question " + (try readQuestion(recorded.bytes, at: &offset).told))
      }
      for _ in 0..<(counts.answerCount + counts.authorityCount + counts.additionalCount) {
        let head = try readRecordHead(recorded.bytes, at: &offset)
        if head.type == .opt { continue }
        told.append("\(plainText(head.name)) \(head.ttl) \(head.recordClass.told) \(head.type.told)")
      }
      try #require(offset == recorded.bytes.count, "\(recorded): the last record ends with the message")
      let expected = recorded.told.filter { !$0.hasPrefix("edns") }.map { line in
        line.hasPrefix("question") ? line : line.split(separator: " ")[1...4].joined(separator: " ")
      }
      try #require(told == expected, "\(recorded)")
    }
  }
}
