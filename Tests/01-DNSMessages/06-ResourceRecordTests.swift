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
  private let asking = "readQuestion(_:at:)"
  private let reading = "readRecordHead(_:at:)"

  private func question(_ passage: Passage) throws -> ReadQuestion {
    var offset = passage.offset
    let question = try readQuestion(passage.message, at: &offset)
    return ReadQuestion(question.told, end: offset)
  }

  private func head(_ passage: Passage) throws -> ReadHead {
    var offset = passage.offset
    let head = try readRecordHead(passage.message, at: &offset)
    return ReadHead(head, end: offset)
  }

  // RFC 1035 §4.1.2; the numbers of RFC 6895 §3.1 and §3.2
  @Test func `a question is a name, a type and a class`() throws {
    for (passage, told, end, rule) in [
      (Passage(reply, at: 12), "www.postroad.example. IN AAAA", 38, "001c is AAAA, 0001 is IN"),
      (Passage(hex: "00 1234 abcd"), ". CLASS43981 TYPE4660", 5, "type first, then class, both big-endian"),
      (Passage(hex: "00 0000 0000"), ". CLASS0 TYPE0", 5, "the numbers are not judged, 0 is one of them"),
      (
        Passage(hex: "00 00ff 00ff ff"), ". ANY TYPE255", 5,
        "ANY is a number, and what follows is not looked at"
      ),
      (
        Passage(hex: "00 0029 ffff"), ". CLASS65535 TYPE41", 5,
        "the numbers are not judged, whatever they are"
      ),
      (
        Passage(hex: "0141 00 0161 c000 0001 0003", at: 3), "a.A. CH A", 11,
        "the name has a pointer, and its case"
      ),
    ] {
      try check(asking, passage, returns: ReadQuestion(told, end: end), rule, question)
    }
  }

  // RFC 1035 §4.1.3; OPT is RFC 6891 §6.1.2
  @Test func `a record is a name, type, class, TTL and the length of its data`() throws {
    for (passage, told, data, rule) in [
      (
        Passage(reply, at: 38), "www.postroad.example. 3600 IN AAAA", 50..<66,
        "c00c, AAAA, IN, 3600, sixteen octets"
      ),
      (
        Passage(hex: "00 0029 1000 0100 8000 0000"), ". 16809984 CLASS4096 TYPE41", 11..<11,
        "OPT is not looked into"
      ),
      (
        Passage(hex: "00 0000 0000 0000 0000 0001 ff"), ". 0 CLASS0 TYPE0", 11..<12,
        "the numbers are not judged"
      ),
      (
        Passage(hex: "00 ffff ffff 0000 0001 0000"), ". 1 CLASS65535 TYPE65535", 11..<11,
        "the numbers are not judged"
      ),
      (
        Passage(hex: "00 0001 0001 0000 0000 0003 c0ff 40 0000"), ". 0 IN A", 11..<14,
        "the data is not looked at, though it is no address"
      ),
      (
        Passage(hex: "0141 00 0161 c000 0005 0001 0000 0000 0002 c000", at: 3), "a.A. 0 IN CNAME", 17..<19,
        "the name has a pointer, and its case"
      ),
    ] {
      try check(reading, passage, returns: ReadHead(told, data: data, end: data.upperBound), rule, head)
    }
  }

  // RFC 8767 §4: the whole field is the TTL; what is too long is for the cache to shorten
  @Test func `the TTL is 32 bits, high to low`() throws {
    for (ttl, expected) in [
      ("0102 0304", 0x0102_0304), ("7fff ffff", 0x7FFF_FFFF), ("8000 0000", 0x8000_0000),
      ("8000 0001", 0x8000_0001),
      ("ffff ffff", 0xFFFF_FFFF), ("0000 0000", 0), ("0001 5180", 86400),
    ] as [(String, UInt32)] {
      let rule = "the TTL is \(ttl), reported as it came, the highest bit too"
      let told = ReadHead(". \(expected) IN A", data: 11..<11, end: 11)
      try check(reading, Passage(hex: "00 0001 0001 \(ttl) 0000"), returns: told, rule, head)
    }
  }

  // RFC 1035 §4.1.3: RDLENGTH has sixteen bits
  @Test func `the length of the data has two bytes`() throws {
    for (length, count) in [
      ("0102", 0x102), ("00ff", 0xFF), ("0100", 0x100), ("8000", 0x8000), ("ffff", 0xFFFF),
    ] {
      for more in [3, 0] {
        let start = bytes(hex: "00 ff00 0001 0000 0000 \(length)")
        let words = "the root, ff00 0001 0000 0000 \(length), and \(count + more) octets"
        let passage = Passage(start + [UInt8](repeating: 7, count: count + more), words: words)
        let told = ReadHead(". 0 IN TYPE65280", data: 11..<(11 + count), end: 11 + count)
        try check(reading, passage, returns: told, "\(length) is \(count): the high byte comes first", head)
      }
    }
  }

  // RFC 1035 §4.1.3; an update's records have no data (RFC 2136 §2.4)
  @Test func `data may be empty, and may end with the message`() throws {
    let empty = ReadHead(". 0 ANY A", data: 12..<12, end: 12)
    let rule = "RDLENGTH is 0: the record ends with it"
    for after in ["", "ff"] {
      try check(
        reading, Passage(hex: "ff 00 0001 00ff 0000 0000 0000 \(after)", at: 1), returns: empty, rule, head)
    }
    let one = ReadHead(". 0 IN A", data: 11..<12, end: 12)
    try check(
      reading, Passage(hex: "00 0001 0001 0000 0000 0001 07"), returns: one,
      "its one octet is the message's last", head)
  }

  // RFC 9267 §5: a length that is longer than the message
  @Test func `data past the end of the message is truncated`() throws {
    for length in ["0011", "0012", "0100", "8000", "ffff"] {
      let passage = Passage(Array(reply[..<48]) + bytes(hex: length) + Array(reply[50...]), at: 38)
      let rule = "RDLENGTH is \(length), and sixteen bytes are there"
      try check(reading, passage, throws: DNS.MessageError.truncated(at: 66), rule, head)
    }
    let none = Passage(hex: "00 0001 0001 0000 0000 0001")
    try check(
      reading, none, throws: DNS.MessageError.truncated(at: 11), "RDLENGTH is 1, and nothing is there", head)
  }

  // RFC 1035 §4.1.2, §4.1.3
  @Test func `what is cut short is truncated where it ends`() throws {
    for length in 12..<38 {
      let rule = "the question is cut before byte \(length)"
      let passage = Passage(Array(reply[..<length]), at: 12)
      try check(asking, passage, throws: DNS.MessageError.truncated(at: length), rule, question)
    }
    for length in 38..<66 {
      let rule = "the record is cut before byte \(length)"
      let passage = Passage(Array(reply[..<length]), at: 38)
      try check(reading, passage, throws: DNS.MessageError.truncated(at: length), rule, head)
    }
    for offset in [1, 2, 5, 1 << 31] {
      let rule = "at \(offset) the message has ended: it has one octet"
      let passage = Passage([0], at: offset)
      try check(asking, passage, throws: DNS.MessageError.truncated(at: 1), rule, question)
      try check(reading, passage, throws: DNS.MessageError.truncated(at: 1), rule, head)
    }
  }

  // RFC 1035 §4.1.4, RFC 9267 §2
  @Test func `a name that is wrong is refused as readName refuses it`() throws {
    for (name, error, rule) in [
      ("c000", .pointerNotBackwards(at: 0, target: 0), "the name points to itself"),
      ("0161 40", .reservedLabelType(at: 2), "01 is a reserved label type"),
      ("0161 c0ff", .pointerNotBackwards(at: 2, target: 255), "the pointer leads forward"),
    ] as [(String, DNS.NameError, String)] {
      for rest in ["", "0001 0001 0000 0000 0000"] {
        try check(asking, Passage(hex: name + rest), throws: error, rule, question)
        try check(reading, Passage(hex: name + rest), throws: error, rule, head)
      }
    }
  }

  // The specifications above readQuestion and readRecordHead
  @Test func `an error leaves the offset alone`() throws {
    let cut = reply.count - 1
    for (count, start) in [(20, 12), (34, 12), (35, 12), (36, 12), (37, 12)] {
      let what = "the first \(count) octets of a reply, whose question begins at 12"
      try check("offset after \(asking) has thrown", what, returns: start, "the question was not read") { _ in
        try offset(start) { _ = try readQuestion(Array(reply[..<count]), at: &$0) }
      }
    }
    for (count, start) in [(39, 38), (40, 38), (42, 38), (44, 38), (48, 38), (50, 38), (cut, 38)] {
      let what = "the first \(count) octets of a reply, whose record begins at 38"
      try check("offset after \(reading) has thrown", what, returns: start, "the record was not read") { _ in
        try offset(start) { _ = try readRecordHead(Array(reply[..<count]), at: &$0) }
      }
    }
  }

  /// Where reading stands after it has thrown.
  private func offset(_ start: Int, _ body: (inout Int) throws -> Void) throws -> Int {
    var offset = start
    do { try body(&offset) } catch let error where !(error is NotStarted) {}
    return offset
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `real messages are walked from record to record`() throws {
    for recorded in WireMessage.all {
      let counts = HeaderPicture.read(recorded.bytes)
      // dnspython prints an OPT in a form of its own.
      let expected =
        recorded.told.filter { !$0.hasPrefix("edns") }.map { line in
          line.hasPrefix("question") ? line : line.split(separator: " ")[1...4].joined(separator: " ")
        } + ["the last record ends at \(recorded.bytes.count)"]
      let rule = "dig prints the entries like this, and the last one ends with the message"
      try check("entries of \(recorded)", recorded.bytes, returns: expected, rule) { message in
        var offset = 12
        var told: [String] = []
        for _ in 0..<counts.questionCount {
          told.append("question " + (try readQuestion(message, at: &offset).told))
        }
        for _ in 0..<(counts.answerCount + counts.authorityCount + counts.additionalCount) {
          let head = try readRecordHead(message, at: &offset)
          if head.type != .opt { told.append(ReadHead(head, end: offset).told) }
        }
        return told + ["the last record ends at \(offset)"]
      }
    }
  }
}
