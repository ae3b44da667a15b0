import DNSMessages
import DNSMessagesSupport
import PostRoad
import Testing

@Suite struct NameTextTests {
  // RFC 1035 §5.1
  @Test func `dots stand between labels`() throws {
    for text in ["www.postroad.example", "www.postroad.example."] {
      let labels = try parseName(text).labels
      #expect(
        labels == plainName("www.postroad.example").labels, "three labels, and a dot at the end adds none")
    }
    let labels = try parseName(".").labels
    #expect(labels == [], "a dot alone is the root")
  }

  // RFC 1035 §5.1; RFC 4343 §2.1: any octet can be told
  @Test func `a backslash takes the meaning from what follows`() throws {
    let labels = try parseName(#"a\.b.\\.\046\000\255.\@x\065"#).labels
    #expect(
      labels == [[0x61, 0x2E, 0x62], [0x5C], [0x2E, 0, 255], [0x40, 0x78, 65]],
      #"\. is a dot in a label, \\ a backslash; \046 is the octet 46, in decimal digits"#)
  }

  // RFC 1035 §5.1: three digits, an octet
  @Test func `an escape that is none is refused where its backslash stands`() throws {
    for (text, offset) in [
      (#"a\"#, 1), (#"a.b\1"#, 3), (#"\12"#, 0), (#"\12x"#, 0), (#"\1.2"#, 0), (#"é\256"#, 2), (#"\999"#, 0),
    ] {
      #expect(throws: DNS.NameError.badEscape(at: offset), "\(text): nothing, or a number that is no octet") {
        try parseName(text)
      }
    }
  }

  // RFC 1035 §3.1: the empty label is the root's
  @Test func `an empty label is refused`() {
    for text in ["", "a..b", ".a", "..", "a.."] {
      #expect(throws: DNS.NameError.emptyLabel, "\(text.debugDescription)") { try parseName(text) }
    }
  }

  // RFC 1035 §2.3.4
  @Test func `lengths are counted in octets, not in characters`() throws {
    let a63 = String(repeating: "a", count: 63)
    let escaped = try parseName(String(repeating: #"\097"#, count: 63)).labels
    #expect(escaped == [Array(a63.utf8)], "63 escapes are 63 octets")
    #expect(throws: DNS.NameError.labelTooLong(64), "one octet more than 63") { try parseName(a63 + "a.b") }
    #expect(throws: DNS.NameError.labelTooLong(64), "é has two octets in UTF-8") {
      try parseName(String(repeating: "é", count: 32))
    }
    let three = "\(a63).\(a63).\(a63)."
    let longest = try parseName(three + a63.dropLast(2)).labels.count
    #expect(longest == 4, "three times 64 and 62 and the root's 1 are 255 on the wire")
    #expect(throws: DNS.NameError.nameTooLong(256), "three times 64 and 63 and the root's 1") {
      try parseName(three + a63.dropLast() + ".")
    }
  }

  // RFC 4343 §4: case is kept, and not compared (§3)
  @Test func `case is kept`() throws {
    let name = try parseName("WwW.PostRoad.example")
    #expect(name.labels[0] == [0x57, 0x77, 0x57], "the octets are those of the text")
    #expect(name == plainName("www.postroad.EXAMPLE"), "and yet it is the same name")
    let text = try nameText(name)
    #expect(text == "WwW.PostRoad.example.", "it is written as it was read")
  }

  // RFC 1035 §5.1, RFC 4343 §2.1; the texts were printed by dnspython 2.9.2 and dig 9.18 (BIND's)
  @Test func `what has a meaning or no shape is escaped`() throws {
    for (labels, expected) in [
      ([], "."), ([Array("www".utf8), Array("example".utf8)], "www.example."),
      ([Array(#"a"$().;@\z"#.utf8)], #"a\"\$\(\)\.\;\@\\z."#),
      ([[0, 9, 32, 33, 126, 127, 200, 255]], #"\000\009\032!~\127\200\255."#),
      ([Array("_mana".utf8), Array("*".utf8), Array("-1".utf8)], "_mana.*.-1."),
    ] as [([[UInt8]], String)] {
      let text = try nameText(DNS.Name(labels: labels))
      #expect(text == expected, "a backslash before what means something, digits for what cannot be printed")
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `the names of real questions are written as dig writes them`() throws {
    for recorded in WireMessage.all {
      let told = String(recorded.told("question")[0].prefix { $0 != " " })
      let text = try nameText(parseName(told))
      try #require(text == told, "\(recorded)")
    }
  }

  // Names made at random
  @Test func `any name comes back from its text`() throws {
    var random = SeededRandom(seed: 4343)
    for _ in 0..<100 {
      let labels = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<Int.random(in: 1...20, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      let text = try nameText(DNS.Name(labels: labels))
      let again = try parseName(text).labels
      try #require(again == labels, "\(text)")
    }
  }
}
