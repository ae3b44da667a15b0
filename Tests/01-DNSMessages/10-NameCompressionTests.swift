import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct NameCompressionTests {
  private let call = "writeName(_:to:offsets:)"
  /// Names, written one behind the other after so many bytes of something else, with what is known of these.
  private struct Task: CheckDescribable {
    var names: [DNS.Name]
    var after: Int
    var offsets: [DNS.Name: Int] = [:]

    init(_ names: [DNS.Name], after: Int = 12, offsets: [String: Int] = [:]) {
      (self.names, self.after) = (names, after)
      for (name, offset) in offsets { self.offsets[plainName(name)] = offset }
    }
    init(_ names: String..., after: Int = 12, offsets: [String: Int] = [:]) {
      self.init(names.map(plainName), after: after, offsets: offsets)
    }

    var checkDescription: String {
      "\(names.map(\.description).joined(separator: ", ")) after \(after) bytes; offsets \(describe(offsets))"
    }

    func written() throws -> (bytes: [UInt8], offsets: [DNS.Name: Int]) {
      var message = [UInt8](repeating: 0xEE, count: after)
      var offsets = offsets
      for name in names { try writeName(name, to: &message, offsets: &offsets) }
      return (Array(message.dropFirst(after)), offsets)
    }
  }

  private func writes(_ task: Task, _ hex: String, _ rule: String) throws {
    try check("\(call), what is added to the message", task, returns: bytes(hex: hex), rule) {
      try $0.written().bytes
    }
  }
  private func notes(_ task: Task, _ names: [String: Int], _ rule: String) throws {
    try check("\(call), offsets afterwards", task, returns: Task(offsets: names).offsets, rule) {
      try $0.written().offsets
    }
  }

  // RFC 1035 §4.1.4
  @Test func `a name that is nowhere yet is written in full`() throws {
    let rule = "3 w w w, 7 e x a m p l e, 0"
    try writes(Task("www.example"), "03 77 77 77 07 65 78 61 6d 70 6c 65 00", rule)
    try writes(
      Task("www.example", offsets: ["www": 1, "www.example.org": 2, "b.example": 3]),
      "03 77 77 77 07 65 78 61 6d 70 6c 65 00", "\(rule): names that only begin or end alike are others")
  }

  // RFC 1035 §4.1.4
  @Test func `a name that was written is a pointer`() throws {
    try writes(
      Task("a.b", "a.b", "a.b"), "01 61 01 62 00 c0 0c c0 0c", "a.b at 12, and twice a pointer to 12")
    try writes(
      Task("a.b", "a.b", after: 0), "01 61 01 62 00 c0 00", "offsets count from the first byte of the message"
    )
    try writes(Task("c.a.b", offsets: ["a.b": 0x1234]), "01 63 d2 34", "11, then the 14 bits of 0x1234")
  }

  // RFC 1035 §4.1.4: the example there, at 20, 40 and 64; ours stand one behind the other
  @Test func `the longest part that was written is a pointer`() throws {
    try writes(
      Task("F.ISI.ARPA", "FOO.F.ISI.ARPA", "ARPA", "X.ARPA", after: 20),
      "01 46 03 49 53 49 04 41 52 50 41 00 03 46 4f 4f c0 14 c0 1a 01 58 c0 1a",
      "FOO and a pointer to 20; ARPA alone is at 26")
    try writes(
      Task("c.d", "b.c.d", "a.b.c.d"), "01 63 01 64 00 01 62 c0 0c 01 61 c0 11",
      "b.c.d is at 17: its pointer leads on to 12")
    try writes(
      Task("x.a.b", offsets: ["a.b": 5]), "01 78 c0 05", "a.b is in the table, whether b is in it or not")
    try writes(Task("x.a.b", offsets: ["a.b": 5, "b": 9]), "01 78 c0 05", "a.b is longer than b")
  }

  // RFC 1035 §4.1.4
  @Test func `every part of a name that is written can be led to`() throws {
    try notes(
      Task("www.postroad.example", "mail.postroad.example"),
      ["www.postroad.example": 12, "postroad.example": 16, "example": 25, "mail.postroad.example": 34],
      "the first name's three parts, the second name, and never the root")
    try notes(
      Task("a.b.c.d.e", "d.e"), ["a.b.c.d.e": 12, "b.c.d.e": 14, "c.d.e": 16, "d.e": 18, "e": 20],
      "all five parts, and each keeps its first place")
    try notes(
      Task("c.a.b", "a.b", offsets: ["a.b": 3, "z": 4]), ["a.b": 3, "z": 4, "c.a.b": 12],
      "what was in the table stays, and b was not written")
    try check(
      "\(call), offsets.count afterwards", Task([DNS.Name(labels: (1...127).map { [$0] })]), returns: 127,
      "127 labels are the most that a name can have, and each begins a part"
    ) { try $0.written().offsets.count }
  }

  // RFC 1035 §3.1: a zero octet; a pointer has two
  @Test func `the root is one octet`() throws {
    let names = Task(".", "a", ".", "a")
    try writes(names, "00 01 61 00 00 c0 0d", "a pointer to the root would be longer than the root")
    try notes(names, ["a": 13], "the root is never in the table")
  }

  // RFC 1035 §2.3.3, RFC 4343 §3: compared without case
  @Test func `case does not keep a name from being found`() throws {
    try writes(
      Task("wWw.eXample", "WWW.Example", "B.EXAMPLE"),
      "03 77 57 77 07 65 58 61 6d 70 6c 65 00 c0 0c 01 42 c0 10",
      "what is written keeps its case, what is pointed to has that of its first place")
  }

  // RFC 4343 §3: A to Z and a to z, nothing else; RFC 2181 §11: labels are octets
  @Test func `other octets and other labels make another name`() throws {
    for (one, other, rule) in [
      (["["], ["{"], "0x5b and 0x7b differ in one bit, as letters do, but are none"),
      (["@"], ["`"], "0x40 and 0x60 are no letters"), (["1"], ["\u{11}"], "0x31 and 0x11 are no letters"),
      (["a.b"], ["a", "b"], "one label with a dot in it is not two labels"),
      (["ab"], ["a", "b"], "the borders of labels count"),
      (["a", "bc"], ["ab", "c"], "the borders of labels count"),
    ] as [([String], [String], String)] {
      let names = [one, other].map { DNS.Name(labels: $0.map { Array($0.utf8) }) }
      let full = names.map { $0.labels.map { hex([UInt8($0.count)] + $0) }.joined() + "00" }.joined()
      try writes(Task(names), full, rule)
    }
    let latin = [[0xC9], [0xE9]].map { DNS.Name(labels: [$0]) }
    try writes(
      Task(latin), "01 c9 00 01 e9 00", "É and é of Latin-1 are octets like others: ASCII alone has case")
  }

  // RFC 1035 §4.1.4: fourteen bits
  @Test func `a pointer leads no further than 0x3FFF`() throws {
    let last = Task("a", "a", after: 0x3FFF)
    try writes(last, "01 61 00 ff ff", "0x3fff is the last offset that fourteen bits can hold")
    try notes(last, ["a": 0x3FFF], "so it is noted")
    let beyond = Task("a", "a", after: 0x4000)
    try writes(beyond, "01 61 00 01 61 00", "0x4000 needs fifteen bits: the name is written again")
    try notes(beyond, [:], "0x4000 needs fifteen bits: it is not noted")
    let across = Task("ab.c", "c", "ab.c", after: 0x3FFD)
    try writes(
      across, "02 61 62 01 63 00 01 63 00 ff fd", "ab.c is at 0x3ffd and can be led to, c at 0x4000 cannot")
    try notes(across, ["ab.c": 0x3FFD], "ab.c is at 0x3ffd, c at 0x4000")
    try writes(
      Task("b.a", after: 70_000, offsets: ["a": 7]), "01 62 c0 07", "a pointer leads back from any distance")
  }

  // The specification above writeName; RFC 1035 §2.3.4
  @Test func `what cannot be written changes nothing`() throws {
    let longest = [[UInt8]](repeating: [0x61], count: 127)
    func label(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x61, count: count) }
    for (labels, error, rule) in [
      ([[0x61], [], [0x62]], .emptyLabel, "a, a label of no octets, and b, which is at 1"),
      ([label(64)], .labelTooLong(64), "a single label of 64 octets"),
      ([label(255), []], .labelTooLong(255), "of two labels that are wrong the first is reported"),
      ([[], label(64)], .emptyLabel, "of two labels that are wrong the first is reported"),
      (
        [label(63), label(63), label(63), label(63), label(64)], .labelTooLong(64),
        "a label before the whole name"
      ),
      (
        [label(63), label(63), label(63), label(62)], .nameTooLong(256), "64, 64, 64, 63 and the root's octet"
      ),
      ([[0x63]] + longest, .nameTooLong(257), "c and 127 labels a, which are at 2: 257 octets in full"),
    ] as [([[UInt8]], DNS.NameError, String)] {
      var message: [UInt8] = [1, 2, 3]
      let known = [plainName("b"): 1, DNS.Name(labels: longest): 2]
      var offsets = known
      try check(
        call, DNS.Name(labels: labels), throws: error, "\(rule), however short a pointer would make it"
      ) {
        try writeName($0, to: &message, offsets: &offsets)
      }
      try check("\(call), message after an error", DNS.Name(labels: labels), returns: [1, 2, 3], rule) { _ in
        message
      }
      try check("\(call), offsets after an error", DNS.Name(labels: labels), returns: known, rule) { _ in
        offsets
      }
    }
    try check(
      "\(call), bytes added", Task([DNS.Name(labels: [label(63), label(63), label(63), label(61)])]),
      returns: 255,
      "64, 64, 64, 62 and the root's octet are the longest name"
    ) { try $0.written().bytes.count }
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
      let full = labels.reduce(1) { $0 + 1 + $1.count }
      func add(_ name: DNS.Name) throws -> Int {
        let start = message.count
        try writeName(name, to: &message, offsets: &offsets)
        return message.count - start
      }
      var start = message.count
      try check(
        "\(call), bytes added", name, returns: "at most \(full)", where: { $0 <= full },
        "a name is never longer than in full", add)
      // Names compare without case: a pointer gives a name the case of its first place.
      try check(
        "readName(_:at:) of what \(call) wrote", name, returns: name, "the pointers lead to the same name"
      ) { _ in try readName(message, at: &start) }
      try check("where readName(_:at:) ends", name, returns: message.count, "nothing comes after the name") {
        _ in start
      }
    }
  }
}
