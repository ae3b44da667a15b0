import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct NameTextTests {
  private let reading = "parseName(_:)"
  private let writing = "nameText(_:)"
  private let a63 = String(repeating: "a", count: 63)
  private let a64 = String(repeating: "a", count: 64)

  private func labels(of text: String) throws -> ExactLabels { ExactLabels(try parseName(text)) }

  /// Five labels of 63 octets, 321 octets on the wire.
  private var five: String { [String](repeating: a63, count: 5).joined(separator: ".") }

  // RFC 1035 §5.1
  @Test func `dots stand between labels`() throws {
    let three = plainName("www.postroad.example").labels
    for (text, expected, rule) in [
      ("www.postroad.example", three, "two dots between three labels"),
      ("www.postroad.example.", three, "a dot at the end adds no label"),
      (".", [], "a dot alone is the root"), ("a", [[0x61]], "a label without a dot"),
      ("a.", [[0x61]], "a label with a dot after it"),
    ] {
      try check(reading, text, returns: ExactLabels(expected), rule, labels)
    }
  }

  // RFC 1035 §5.1; RFC 4343 §2.1: any octet can be written
  @Test func `a backslash takes the meaning from what follows`() throws {
    for (text, expected, rule) in [
      (#"a\.b"#, [[0x61, 0x2E, 0x62]], #"\. is a dot inside a label"#),
      (#"a\."#, [[0x61, 0x2E]], #"\. is a dot inside a label at the end of a text, too"#),
      (#"a\.."#, [[0x61, 0x2E]], "the second dot ends the label"), (#"\."#, [[0x2E]], "this is not the root"),
      (#"\046"#, [[0x2E]], #"\046 is the octet 46, a dot inside a label"#),
      (#"a.\\.b"#, [[0x61], [0x5C], [0x62]], #"\\ is a backslash, and the dot after it ends the label"#),
      (#"\000\255\065\097"#, [[0, 255, 65, 97]], "three decimal digits are an octet"),
      (#"\0651"#, [[65, 0x31]], "an escape has three digits, and the fourth is a character"),
      (
        #"\@\x\+12\ "#, [[0x40, 0x78, 0x2B, 0x31, 0x32, 0x20]], "before anything else a backslash is dropped"
      ),
      (#"\/\:"#, [[0x2F, 0x3A]], "the neighbours of 0 and 9 in ASCII are no digits"),
      (#"\é\٣"#, [[0xC3, 0xA9, 0xD9, 0xA3]], "é is no digit, nor is the Arabic 3: only 0 to 9 are"),
    ] as [(String, [[UInt8]], String)] {
      try check(reading, text, returns: ExactLabels(expected), rule, labels)
    }
  }

  // The specification above parseName; RFC 4343 §2.1
  @Test func `every other character is its octets in UTF-8`() throws {
    for (text, expected, rule) in [
      ("é.straße", [[0xC3, 0xA9], Array("stra".utf8) + [0xC3, 0x9F, 0x65]], "é is c3 a9, ß is c3 9f"),
      ("e\u{301}", [[0x65, 0xCC, 0x81]], "e and a combining accent are not turned into é"),
      ("a.\u{301}b", [[0x61], [0xCC, 0x81, 0x62]], "a dot is a dot, though an accent follows it"),
      (" a\t.\r\n\0", [[0x20, 0x61, 0x09], [0x0D, 0x0A, 0]], "white space and a zero are not removed"),
      ("_x.*.@", [[0x5F, 0x78], [0x2A], [0x40]], "_ and * and @ have no meaning here"),
      ("\u{3002}", [[0xE3, 0x80, 0x82]], "the ideographic full stop is no dot"),
      ("\u{1F4EE}", [[0xF0, 0x9F, 0x93, 0xAE]], "a post box has four octets"),
    ] as [(String, [[UInt8]], String)] {
      try check(reading, text, returns: ExactLabels(expected), rule, labels)
    }
  }

  // RFC 1035 §5.1: three digits, an octet
  @Test func `an escape that is none is refused where its backslash stands`() throws {
    let nothing = "nothing follows the backslash"
    let three = "a digit after a backslash is the first of three"
    let octet = "the number is over 255, so it is no octet"
    for (text, offset, rule) in [
      (#"a\"#, 1, nothing), (#"\"#, 0, nothing), (#"ß\"#, 2, nothing), (#"a.b\\\"#, 5, nothing),
      (#"a.b\1"#, 3, three),
      (#"\12"#, 0, three), (#"\12x"#, 0, three), (#"\1.2"#, 0, three), (#"\1+2"#, 0, three),
      (#"\12\3"#, 0, three), (#"\065\1"#, 4, three), (#"\.\1"#, 2, three), ("\\1\u{FF12}3", 0, three),
      (#"é\256"#, 2, octet), (#"\999"#, 0, octet), (#"\300"#, 0, octet), ("e\u{301}.ß.\\1", 7, three),
    ] {
      try check(reading, text, throws: DNS.NameError.badEscape(at: offset), rule, labels)
    }
  }

  // RFC 1035 §3.1: the empty label is the root's
  @Test func `an empty label is refused`() throws {
    for text in ["", "a..b", ".a", "..", "a..", "...", ". ", #".\."#, #"\\.."#] {
      let rule = "only the root's label is empty, and it is not written between dots"
      try check(reading, text, throws: DNS.NameError.emptyLabel, rule, labels)
    }
  }

  // RFC 1035 §2.3.4
  @Test func `lengths are counted in octets, not in characters`() throws {
    let escaped = String(repeating: #"\097"#, count: 63)
    let rule = "63 escapes are 63 octets"
    try check(reading, escaped, returns: ExactLabels([letters(63)]), rule, labels)
    for (text, count, rule) in [
      (a64, 64, "one octet more than 63"), (a64 + ".b", 64, "one octet more than 63, at a dot"),
      (a63 + "aaaaaaa", 70, "the error has the number of the label's octets"),
      (String(repeating: "é", count: 32), 64, "é has two octets"),
      (String(repeating: #"\097"#, count: 64), 64, "64 escapes are 64 octets"),
      (String(repeating: "a", count: 300), 300, "a label alone can be longer than a name"),
    ] {
      try check(reading, text, throws: DNS.NameError.labelTooLong(count), rule, labels)
    }
  }

  // RFC 1035 §2.3.4: 255 octets with every length and the root
  @Test func `a name has at most 255 octets on the wire`() throws {
    let three = "\(a63).\(a63).\(a63)."
    let ones = [String](repeating: "a", count: 127).joined(separator: ".")
    let most = ExactLabels([63, 63, 63, 61].map(letters))
    for text in [three + a63.dropLast(2), three + a63.dropLast(2) + "."] {
      try check(reading, text, returns: most, "three times 64 and 62 and the root's 1 are 255", labels)
    }
    let letters127 = ExactLabels((0..<127).map { _ in letters(1) })
    try check(reading, ones, returns: letters127, "127 times 2 and the root's 1 are 255", labels)
    for (text, count, rule) in [
      (three + a63.dropLast() + ".", 256, "three times 64 and 63 and the root's 1"),
      (three + a63.dropLast(), 256, "a dot at the end changes nothing"),
      (ones + ".a", 257, "128 times 2 and the root's 1"), (five, 321, "five times 64 and the root's 1"),
    ] {
      try check(reading, text, throws: DNS.NameError.nameTooLong(count), rule, labels)
    }
  }

  // The specification above parseName
  @Test func `of two errors the one further left is reported, and the name's length at the end`() throws {
    for (text, error, rule) in [
      (#"a..\1"#, .emptyLabel, "the empty label ends before the backslash"),
      (#"\1..a"#, .badEscape(at: 0), "the backslash comes before the empty label"),
      (#"\256.\1"#, .badEscape(at: 0), "the first of two backslashes"),
      (a64 + #".\1"#, .labelTooLong(64), "the label ends before the backslash"),
      (a64 + #"\1"#, .badEscape(at: 64), "the label has not ended where the backslash is"),
      (a64 + "..", .labelTooLong(64), "the long label ends first"),
      ("." + a64, .emptyLabel, "the empty label ends first"),
      (a64 + ".a" + a64, .labelTooLong(64), "the first of two long labels"),
      (five + "..", .emptyLabel, "the name is not measured before its end"),
      (five + #".\9"#, .badEscape(at: 320), "the name is not measured before its end"),
      (five + "." + a64, .labelTooLong(64), "the name is not measured before its end"),
    ] as [(String, DNS.NameError, String)] {
      try check(reading, text, throws: error, rule, labels)
    }
  }

  // RFC 4343 §4: case is kept
  @Test func `case is kept`() throws {
    let mixed = ExactLabels([[0x57, 0x77, 0x57], Array("PostRoad".utf8)])
    try check(reading, "WwW.PostRoad", returns: mixed, "the octets are those of the text", labels)
    let name = DNS.Name(labels: mixed.labels)
    try check(writing, name, returns: "WwW.PostRoad.", "the text has the name's case", nameText)
  }

  // RFC 1035 §5.1, RFC 4343 §2.1; the texts were printed by dnspython 2.9.2 and dig 9.18 (BIND's)
  @Test func `what has a meaning or no shape is escaped`() throws {
    for (labels, expected) in [
      ([], "."), ([Array("www".utf8), Array("example".utf8)], "www.example."),
      ([Array(#"a"$().;@\z"#.utf8)], #"a\"\$\(\)\.\;\@\\z."#),
      ([[0, 9, 32, 33, 126, 127, 200, 255]], #"\000\009\032!~\127\200\255."#),
      ([Array("_mana".utf8), Array("*".utf8), Array("-1".utf8)], "_mana.*.-1."),
    ] as [([[UInt8]], String)] {
      let rule = "a backslash before what means something, digits for what cannot be printed"
      try check(writing, DNS.Name(labels: labels), returns: expected, rule, nameText)
    }
    for octet in UInt8.min...UInt8.max {
      let name = DNS.Name(labels: [[octet, octet]])
      let rule = "each of the 256 octets has one form"
      try check(writing, name, returns: plainText(name), rule, nameText)
    }
  }

  // The specification above nameText
  @Test func `no limit is looked at where a name is written as text`() throws {
    for counts in [[64], [63, 63, 63, 63, 63], [300]] {
      let expected = counts.map { String(repeating: "a", count: $0) + "." }.joined()
      try check(writing, "labels of \(counts) octets", returns: expected, "every label is written") { _ in
        try nameText(DNS.Name(labels: counts.map(letters)))
      }
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `the names of real questions are written as dig writes them`() throws {
    for recorded in WireMessage.all {
      let told = String(recorded.told("question")[0].prefix { $0 != " " })
      try check("nameText(parseName(_:))", told, returns: told, "dig printed this text") {
        try nameText(parseName($0))
      }
    }
  }

  // Names made at random
  @Test func `any name comes back from its text`() throws {
    var random = SeededRandom(seed: 4343)
    for _ in 0..<100 {
      let octets = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<Int.random(in: 1...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      let rule = "the text of a name is read as the same labels"
      try check("parseName(nameText(_:))", DNS.Name(labels: octets), returns: ExactLabels(octets), rule) {
        try labels(of: nameText($0))
      }
    }
  }
}
