import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MessageParsingTests {
  private let call = "parseMessage(_:)"
  /// A header with these counts and flags, and entries behind it.
  private func message(_ counts: String, _ entries: String, flags: String = "8400") -> [UInt8] {
    bytes(hex: "1234 \(flags) \(counts) \(entries)")
  }
  private let question = "0161 00 0001 0001"
  private let record = "c00c 0001 0001 0000 0e10 0004 c000 0250"
  private let opt = "00 0029 04d0 0000 0000 0000"

  private func reads(_ bytes: [UInt8], as entries: [String], _ rule: String) throws {
    try check("\(call), its entries", bytes, returns: entries, rule) { try parseMessage($0).entries }
  }

  private func refuses(_ bytes: [UInt8], with error: some Error & Equatable, _ rule: String) throws {
    try check(call, bytes, throws: error, rule) { try parseMessage($0) }
  }

  // RFC 1035 §4.1
  @Test func `a header alone is a message`() throws {
    try check(
      call, message("0000 0000 0000 0000", ""),
      returns: DNS.Message(header: DNS.Header(id: 0x1234, isResponse: true, isAuthoritative: true)),
      "nothing is counted, and no byte is left"
    ) { try parseMessage($0) }
  }

  // RFC 1035 §4.1.1, RFC 6895 §2
  @Test func `the header is reported as it stands`() throws {
    let every = DNS.Header(
      id: 0x1234, isResponse: true, opcode: DNS.Opcode(rawValue: 15), isAuthoritative: true,
      isTruncated: true, recursionDesired: true, recursionAvailable: true, reservedBit: true,
      isAuthenticData: true, checkingDisabled: true, responseCode: DNS.ResponseCode(rawValue: 15),
      questionCount: 1, answerCount: 1)
    for (flags, expected) in [
      ("ffff", every), ("0000", DNS.Header(id: 0x1234, questionCount: 1, answerCount: 1)),
    ] {
      let bytes = message("0001 0001 0000 0000", question + record, flags: flags)
      try check("\(call).header", bytes, returns: expected, "all flags, both numbers and the four counts") {
        try parseMessage($0).header
      }
    }
  }

  // RFC 1035 §4.1: question, answer, authority, additional
  @Test func `entries go to the section that counts them`() throws {
    let records = "00 0001 0001 00000001 0004 c0000201  00 0001 0001 00000002 0004 c0000202"
    let more = "00 0001 0001 00000003 0004 c0000203  00 0001 0001 80000004 0004 c0000204"
    try reads(
      message("0002 0001 0001 0002", "0141 00 0001 0001" + question + records + more),
      as: [
        "question A. IN A", "question a. IN A", "answer . 1 IN A 192.0.2.1", "authority . 2 IN A 192.0.2.2",
        "additional . 3 IN A 192.0.2.3", "additional . 2147483652 IN A 192.0.2.4",
      ], "two questions, one answer, one authority, two additionals, in this order, each as it came")
    let last = "additional . 1 IN A 192.0.2.1"
    try reads(message("0000 0000 0000 0001", "00 0001 0001 00000001 0004 c0000201"), as: [last], "ARCOUNT")
  }

  // RFC 9267 §6: counts that announce more than there is
  @Test func `a count that promises too much is truncated`() throws {
    for (counts, entries) in [
      ("0001 0000 0000 0000", ""), ("0002 0000 0000 0000", question), ("ffff ffff ffff ffff", question),
      ("0001 0001 0000 0000", question), ("0001 0002 0000 0000", question + record),
      ("0001 0001 0001 0000", question + record), ("0001 0001 0000 ffff", question + record),
    ] {
      let bytes = message(counts, entries)
      try refuses(
        bytes, with: DNS.MessageError.truncated(at: bytes.count),
        "counted \(counts): the message ends before its entries do")
    }
  }

  // RFC 1035 §4.1: nothing comes behind the last section
  @Test func `bytes that no count covers are refused`() throws {
    for (counts, entries, end) in [
      ("0000 0000 0000 0000", "00", 12), ("0000 0000 0000 0000", question, 12),
      ("0001 0000 0000 0000", question + record, 19),
      ("0001 0001 0000 0000", question + record + "ff", 35),
      ("0001 0000 0000 0001", question + opt + "00 00 00", 30),
    ] {
      try refuses(
        message(counts, entries), with: DNS.MessageError.trailingBytes(at: end),
        "counted \(counts): the last entry ended at \(end)")
    }
  }

  // RFC 1035 §4.1.1: sixteen bits each
  @Test func `65,535 entries are as many as a count can say`() throws {
    let all = String(repeating: "00 0001 0001", count: 65_535)
    try refuses(
      message("ffff 0000 0000 0000", all + "ff"), with: DNS.MessageError.trailingBytes(at: 327_687),
      "65,535 questions of five octets are there, and one octet more")
  }

  // The specification above parseMessage; RFC 6891 §6.1.1 and RFC 1035 §4.1.1 are judged by others
  @Test func `entries and flags are not judged`() throws {
    let two = message("0000 0000 0000 0002", opt + opt)
    let kept = "additional . 0 CLASS1232 TYPE41 \\# 0"
    try reads(two, as: [kept, kept], "an OPT is a record like any other, and so is a second one")
    try reads(
      message("0000 0001 0000 0001", opt + opt), as: ["answer . 0 CLASS1232 TYPE41 \\# 0", kept],
      "each section keeps what is in it")
    let update = "0161 00 0001 00ff 00000000 0000"
    try reads(
      message("0001 0001 0000 0000", "00 0006 0001" + update, flags: "2800"),
      as: ["question . IN SOA", "answer a. 0 ANY A \\# 0"],
      "the prerequisite of an update: class ANY and no data")
    let same = "answer a. 3600 IN A 192.0.2.80"
    try reads(
      message("0001 0002 0000 0000", question + record + record, flags: "0000"),
      as: ["question a. IN A", same, same], "QR is 0, and the same answer comes twice")
  }

  // RFC 1035 §4.1.1: TC says that the answer was shortened, and the counts are those of what is left
  @Test func `the counts hold in a truncated reply, too`() throws {
    for (counts, entries) in [("0000 0001 0000 0000", ""), ("0001 0001 0000 0000", question)] {
      let bytes = message(counts, entries, flags: "8600")
      try refuses(
        bytes, with: DNS.MessageError.truncated(at: bytes.count), "TC is set, ANCOUNT is 1, no record")
    }
    try refuses(
      message("0001 0000 0000 0000", question + record, flags: "8600"),
      with: DNS.MessageError.trailingBytes(at: 19), "TC is set, ANCOUNT is 0, a record")
    try reads(
      message("0001 0001 0000 0000", question + record, flags: "8600"),
      as: ["question a. IN A", "answer a. 3600 IN A 192.0.2.80"], "TC is set: what is there is read")
  }

  // The specification above parseMessage: one error, the first on the way
  @Test func `the first error on the way is thrown`() throws {
    let five = "c00c 0001 0001 0000 0e10 0005 c000 0250 05"
    let loop = "0161 c00c 0001 0001"
    let left = DNS.RecordError.dataLeftOver(at: 35)
    let bad = DNS.NameError.pointerNotBackwards(at: 14, target: 12)
    for (counts, rule) in [
      ("0002", "before the missing answer"), ("0001", "before the bytes that are left"),
      ("0001 0001", "before the missing authority"), ("0001 0000 0001", "before the missing additional"),
    ] {
      let all = "0001 \(counts) 0000 0000".split(separator: " ").prefix(4).joined()
      try refuses(
        message(all, question + five + (counts == "0001" ? "ff" : "")), with: left,
        "an A of five octets comes \(rule)")
    }
    try refuses(message("0001 0000 0000 0000", loop + "ff"), with: bad, "a question's name that never ends")
    try refuses(
      message("ffff ffff ffff ffff", loop), with: bad, "a wrong name comes before those that are missing")
    try refuses(
      message("0001 0002 0000 0000", question + "c00c 0001 0001 0000 0e10 0003 c000 02" + record),
      with: DNS.MessageError.truncated(at: 34), "an A of three octets ends at 34, though the message goes on")
    try refuses(
      message("0001 0002 0000 0000", question + "c00c 0005 0001 0000 0e10 0002 0162" + record),
      with: DNS.MessageError.truncated(at: 33), "a name in data ends where the data ends, at 33")
    try refuses(
      Array(message("0000 0000 0000 0000", "")[..<11]), with: DNS.MessageError.truncated(at: 11),
      "eleven bytes are no header")
  }

  // RFC 1035 §4.1.3, §4.1.4: offsets count from the first byte of the message
  @Test func `pointers may lead into the data of another record, and into the header`() throws {
    // b.a at 29 in the data of the first answer; the second answer's owner is a pointer to it, and so is an additional's.
    let first = "c00c 0005 0001 0000 0001 0004 0162 c00c"
    let second = "c01f 0001 0001 0000 0001 0004 c000 0201"
    try reads(
      message("0001 0001 0000 0001", question + first + second),
      as: ["question a. IN A", "answer a. 1 IN CNAME b.a.", "additional b.a. 1 IN A 192.0.2.1"],
      "a name in data may be what an owner in a later section ends with")
    try reads(
      bytes(hex: "0162 0000 0001 0000 0000 0000 c000 0001 0001"), as: ["question b. IN A"],
      "the id 0162 and the flags 0000 read as the name b., at offset 0")
  }

  /// Reads a message that may be wrong: false where it was refused with an error of the codec's own.
  private func isRead(_ bytes: [UInt8]) throws -> Bool {
    do {
      _ = try parseMessage(bytes)
      return true
    } catch let error where error is DNS.NameError || error is DNS.MessageError || error is DNS.RecordError {
      return false
    }
  }

  // Messages cut and changed at random: an answer or an error, nothing else
  @Test func `no message stops the program`() throws {
    var random = SeededRandom(seed: 9267)
    for recorded in WireMessage.all where recorded.bytes.count < 200 {
      for length in stride(from: 0, to: recorded.bytes.count, by: 7) {
        try refuses(
          Array(recorded.bytes[..<length]), with: DNS.MessageError.truncated(at: length),
          "\(recorded), cut after \(length) bytes")
      }
      var bytes = recorded.bytes
      for _ in 0..<20 {
        bytes[Int.random(in: 12..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try check(
        call, bytes, returns: "a message, or an error of the codec's", where: { _ in true },
        "\(recorded), with twenty bytes changed", isRead)
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `real messages read as dig and dnspython read them`() throws {
    for recorded in WireMessage.all { try reads(recorded.bytes, as: recorded.entries, "\(recorded)") }
  }
}
