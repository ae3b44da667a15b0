import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct NameCompressionTests {
  /// Names written one behind the other, after so many bytes of something else, and the offsets known at the end.
  private func write(_ names: [String], after start: Int = 12) throws -> (
    hex: String, offsets: [DNS.Name: Int]
  ) {
    var message = [UInt8](repeating: 0xEE, count: start)
    var offsets: [DNS.Name: Int] = [:]
    for name in names { try writeName(plainName(name), to: &message, offsets: &offsets) }
    return (hex(Array(message[start...])), offsets)
  }

  // RFC 1035 §4.1.4
  @Test func `a name that stands nowhere is written in full`() throws {
    let written = try write(["www.example"]).hex
    #expect(written == "03 77 77 77 07 65 78 61 6d 70 6c 65 00", "3 w w w, 7 e x a m p l e, 0")
  }

  // RFC 1035 §4.1.4
  @Test func `a name that was written is a pointer`() throws {
    let written = try write(["a.b", "a.b", "a.b"]).hex
    #expect(written == "01 61 01 62 00 c0 0c c0 0c", "a.b at 12, and twice a pointer to 12")
  }

  // RFC 1035 §4.1.4: the example there, at 20, 40 and 64; ours stand one behind the other
  @Test func `the longest part that was written is a pointer`() throws {
    let written = try write(["F.ISI.ARPA", "FOO.F.ISI.ARPA", "ARPA", "X.ARPA"], after: 20).hex
    #expect(
      written == "01 46 03 49 53 49 04 41 52 50 41 00 03 46 4f 4f c0 14 c0 1a 01 58 c0 1a",
      "FOO and a pointer to 20; ARPA alone stands at 26")
    // d stands at 16 behind c; the second name begins with a and b, which stand nowhere.
    let deep = try write(["c.d", "b.c.d", "a.b.c.d"]).hex
    #expect(
      deep == "01 63 01 64 00 01 62 c0 0c 01 61 c0 11", "b.c.d stands at 17: its pointer leads on to 12")
  }

  // RFC 1035 §4.1.4
  @Test func `every part of a name that is written can be led to`() throws {
    let offsets = try write(["www.postroad.example", "mail.postroad.example"]).offsets
    let told = ["www.postroad.example", "postroad.example", "example", "mail.postroad.example", "."].map {
      offsets[plainName($0)] ?? -1
    }
    #expect(
      told == [12, 16, 25, 34, -1], "the first name's three parts, the second name, and never the root")
    #expect(offsets.count == 4, "and nothing else")
  }

  // RFC 1035 §3.1: a zero octet; a pointer has two
  @Test func `the root is one octet`() throws {
    let written = try write([".", "a", ".", "a"]).hex
    #expect(written == "00 01 61 00 00 c0 0d", "a pointer to the root would be longer than the root")
  }

  // RFC 1035 §2.3.3, RFC 4343 §3: compared without case
  @Test func `case does not keep a name from being found`() throws {
    let written = try write(["wWw.eXample", "WWW.Example", "B.EXAMPLE"]).hex
    #expect(
      written == "03 77 57 77 07 65 58 61 6d 70 6c 65 00 c0 0c 01 42 c0 10",
      "what is written keeps its case, what is pointed to has that of its first place")
  }

  // RFC 1035 §4.1.4: fourteen bits
  @Test func `a pointer leads no further than 0x3FFF`() throws {
    let (last, lastOffsets) = try write(["a", "a"], after: 0x3FFF)
    #expect(last == "01 61 00 ff ff", "0x3fff is the last offset that a pointer can tell")
    #expect(lastOffsets[plainName("a")] == 0x3FFF, "so it is kept")
    let (beyond, offsets) = try write(["a", "a"], after: 0x4000)
    #expect(beyond == "01 61 00 01 61 00", "0x4000 needs fifteen bits: the name is written again")
    #expect(offsets.isEmpty, "and is not kept")
    let (across, _) = try write(["ab.c", "c", "ab.c"], after: 0x3FFD)
    #expect(
      across == "02 61 62 01 63 00 01 63 00 ff fd", "ab.c is at 0x3ffd and can be led to, c at 0x4000 cannot")
  }

  // The specification above writeName
  @Test func `what cannot be written changes nothing`() {
    let longest = [[UInt8]](repeating: [0x61], count: 127)
    for (labels, error, what) in [
      ([[0x61], [], [0x62]], .emptyLabel, "a, a label of no octets, and b, which stands at 1"),
      ([[UInt8](repeating: 0x61, count: 64)], .labelTooLong(64), "a single label of 64 octets"),
      ([[0x63]] + longest, .nameTooLong(257), "c and 127 labels a, which stand at 2: 257 octets in full"),
    ] as [([[UInt8]], DNS.NameError, String)] {
      var message: [UInt8] = [1, 2, 3]
      var offsets = [plainName("b"): 1, DNS.Name(labels: longest): 2]
      #expect(throws: error, "\(what): refused with \(error), however short a pointer would make it") {
        try writeName(DNS.Name(labels: labels), to: &message, offsets: &offsets)
      }
      let written = hex(message)
      #expect(written == "01 02 03", "\(what): nothing of it is written")
      let noted = offsets.count
      #expect(noted == 2, "\(what): nothing of it is noted")
    }
  }

  // Names at random over few labels; read back by following pointers
  @Test func `what is written can be read, and is never longer than in full`() throws {
    var random = SeededRandom(seed: 414)
    var message = [UInt8](repeating: 0, count: 12)
    var offsets: [DNS.Name: Int] = [:]
    for _ in 0..<300 {
      let labels = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        [UInt8](
          repeating: "abcABC".utf8.randomElement(using: &random)!,
          count: Int.random(in: 1...2, using: &random))
      }
      let name = DNS.Name(labels: labels)
      var start = message.count
      try writeName(name, to: &message, offsets: &offsets)
      try #require(message.count - start <= labels.reduce(1) { $0 + 1 + $1.count }, "\(name)")
      let again = try readName(message, at: &start)
      try #require(again == name, "\(name)")
      try #require(start == message.count, "\(name) ends with the message")
    }
  }
}
