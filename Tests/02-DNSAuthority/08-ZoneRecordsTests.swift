import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct ZoneRecordsTests {
  private func read(_ text: String, origin: String = "postroad.example") throws -> [String] {
    let entries = try tokenize(Array(text.utf8))
    return try readZone(entries, origin: domain(origin), address: addressData).map(\.zoneLine)
  }

  /// `a~` is `a.postroad.example.`
  private func reads(_ text: String, _ lines: [String], _ rule: String) throws {
    let lines = lines.map { $0.replacing("~", with: ".postroad.example.") }
    try check("readZone(_:origin:address:)", text, returns: lines, rule) { try read($0) }
  }

  private func refuses(_ text: String, _ error: DNS.ZoneEntryError, _ rule: String) throws {
    try check("readZone(_:origin:address:)", text, throws: error, rule) { try read($0) }
  }

  private let www = "www~ 60 A 192.0.2.80"

  // RFC 1035 §5.1: <blank><rr>, "the owner is assumed to be the same as that of the previous RR"
  @Test func `a record without an owner has that of the record before`() throws {
    let more = "www~ 60 AAAA 2001:db8::80"
    try reads(
      "www 60 A 192.0.2.80\n\n ; nothing\n 60 AAAA 2001:db8::80", [www, more], "over empty lines and comments"
    )
    try reads(
      "www 60 A 192.0.2.80\n$ORIGIN north\n\t60 AAAA 2001:db8::80", [www, more],
      "the record's owner, not the origin's change")
    try refuses("$ORIGIN a.\n\n 60 A 192.0.2.80", .noOwner(line: 3), "there is no record before")
    try reads("", [], "no entries, no records")
  }

  // RFC 1035 §5.1: the first word of a line is a name (dns-zonefile #16)
  @Test func `the first word is the owner, whatever it is`() throws {
    for word in ["IN", "A", "60", "TYPE1", "in", "MX"] {
      try reads(
        "\(word) 60 IN A 192.0.2.80", ["\(word)~ 60 A 192.0.2.80"], "the line begins with it"
      )
    }
    try reads(
      " \n\\$TTL 60 A 192.0.2.80", ["\\036TTL~ 60 A 192.0.2.80"],
      "an escaped dollar is a character")
    try reads(
      "a 60 TXT A 192.0.2.80", ["a~ 60 TXT \"A\" \"192.0.2.80\""],
      "the type is the first that can be one")
  }

  // RFC 1035 §5.1: [<TTL>] [<class>] or [<class>] [<TTL>]
  @Test func `TTL and class come in either order, or not at all`() throws {
    for words in ["60 IN", "IN 60", "in 60", "60 In", "60"] {
      try reads("www \(words) A 192.0.2.80", [www], "each at most once")
    }
    try reads(
      "$TTL 60\nwww IN A 192.0.2.80\nwww A 192.0.2.81", [www, "www~ 60 A 192.0.2.81"],
      "without a TTL")
    for words in [
      "60 60 A", "IN IN A", "60 IN 60 A", "CH 60 A", "1h A", "-1 A", "\"60\" A", "A60", "+60 A", "IN", "60",
      "",
    ] {
      try refuses(
        "$TTL 9\nwww \(words) 192.0.2.80", .unknownType(line: 2),
        "where a type has to be there is none that is known")
    }
  }

  // RFC 2308 §4, RFC 1035 §5.1
  @Test func `a record without a TTL has the last $TTL, or else the last one stated`() throws {
    try reads(
      "a 60 A 192.0.2.1\nb A 192.0.2.2\nc 70 A 192.0.2.3\nd A 192.0.2.4\n$TTL 5\ne A 192.0.2.5\nf 80 A 192.0.2.6\ng A 192.0.2.7\n$ttl 0\nh A 192.0.2.8",
      [
        "a~ 60 A 192.0.2.1", "b~ 60 A 192.0.2.2", "c~ 70 A 192.0.2.3", "d~ 70 A 192.0.2.4",
        "e~ 5 A 192.0.2.5", "f~ 80 A 192.0.2.6", "g~ 5 A 192.0.2.7", "h~ 0 A 192.0.2.8",
      ], "once there is a $TTL, what records state is theirs alone")
    try refuses("\na IN A 192.0.2.1", .noTTL(line: 2), "nothing before says which one it has")
    try reads("@ 60 SOA a b 1 2 3 4 5", ["postroad.example. 60 SOA a~ b~ 1 2 3 4 5"], "stated")
    try refuses("@ SOA a b 1 2 3 4 5", .noTTL(line: 1), "MINIMUM is no TTL any more (RFC 2308 §4)")
  }

  // RFC 2181 §8: at most 2^31 - 1
  @Test func `a TTL has thirty-one bits`() throws {
    for (ttl, number) in [("0", 0), ("2147483647", 2_147_483_647), ("0000000060", 60)] {
      let expected = ["a~ \(number) A 192.0.2.1", "b~ \(number) A 192.0.2.1"]
      try reads("$TTL \(ttl)\na A 192.0.2.1\nb \(ttl) A 192.0.2.1", expected, "0 to 2^31 - 1")
    }
    for ttl in ["2147483648", "4294967296", "99999999999999999999"] {
      try refuses("a \(ttl) A 192.0.2.1", .unknownType(line: 1), "more than 2^31 - 1 is no TTL")
      try refuses("\n$TTL \(ttl)", .badDirective(line: 2), "more than 2^31 - 1 is no TTL")
    }
  }

  // RFC 1035 §5.1: relative names, @ and .
  @Test func `names are completed everywhere, and only relative ones`() throws {
    try reads(
      """
      $ORIGIN North
      $TTL 60
      @ MX 10 @
      a.b CNAME c.d
      A.example. CNAME .
      www SRV 1 2 3 Host
      . NS ns.example.
      @ SOA @ x.y 1 2 3 4 5
      $origin @
      \\@ PTR \\@.
      $ORIGIN .
      a\\.b. NS a\\.b
      "@" NS "c.d"
      """,
      [
        "North~ 60 MX 10 North~", "a.b.North~ 60 CNAME c.d.North~", "A.example. 60 CNAME .",
        "www.North~ 60 SRV 1 2 3 Host.North~", ". 60 NS ns.example.",
        "North~ 60 SOA North~ x.y.North~ 1 2 3 4 5", "\\064.North~ 60 PTR \\064.", "a\\046b. 60 NS a\\046b.",
        "\\064. 60 NS c.d.",
      ], "in owners, data and $ORIGIN; case is kept; an escaped dot or @, and a quoted @, are characters")
    try reads("$ORIGIN .\n@ 60 NS @", [". 60 NS ."], "the root may be the origin")
  }

  // RFC 1035 §2.3.4, §3.1
  @Test func `a name has its limits`() throws {
    let label = String(repeating: "a", count: 63)
    let long = [label, label, label].joined(separator: ".")
    try reads(
      "\(label) 60 NS \(long).\(String(label.dropLast(2))).",
      ["\(label)~ 60 NS \(long).\(String(label.dropLast(2)))."], "63 octets, and 255")
    for name in [
      "\(label)a", "\(long).\(String(label.dropLast(1))).", "a..b", ".a", "..", "a..", "\(long).\(label)",
      "\"\"",
    ] {
      try refuses("$TTL 60\n\(name) A 192.0.2.1", .badName(line: 2), "as the owner")
      try refuses("$TTL 60\n\na MX 1 \(name)", .badName(line: 3), "in data")
      try refuses("$ORIGIN \(name)", .badName(line: 1), "as the origin")
    }
    try refuses(
      "$TTL 60\n\(long).\(label.prefix(44)) NS a\n\(long).\(label.prefix(45)) NS a", .badName(line: 3),
      "192, 45 and the origin's 18 octets are 255; one more is too many")
  }

  // RFC 1035 §3.3, RFC 2782
  @Test func `data has as many words as its type asks for`() throws {
    try reads(
      "a 60 MX 65535 b\na 60 SRV 0 65535 65535 .",
      ["a~ 60 MX 65535 b~", "a~ 60 SRV 0 65535 65535 ."],
      "sixteen bits")
    try refuses("\na 60 SOA ( a b 1\n 2 3 4 5\n6 )", .badData(line: 2), "the line on which the entry begins")
    try reads(
      "a 60 SOA . . 4294967295 0 0 0 4294967295",
      ["a~ 60 SOA . . 4294967295 0 0 0 4294967295"], "thirty-two bits")
    for data in [
      "A", "A 192.0.2.1 192.0.2.2", "NS", "NS a b", "MX 1", "MX a b", "MX 65536 a", "MX -1 a", "MX 1 a b",
      "MX \"1\" a", "SRV 1 2 a", "SRV 1 2 65536 a", "SOA a b 1 2 3 4", "SOA a b 1 2 3 4 5 6",
      "SOA a b 1 2 3 4 4294967296", "SOA a b 1h 2 3 4 5", "TXT", "( TXT )", "PTR", "CNAME a b",
      "AAAA 192.0.2.1",
      "A 2001:db8::1", "A 192.0.2", "A \"192.0.2.1\"", "A \\049.2.3.4", "A \\# 4 c0000201",
    ] {
      try refuses("\na 60 \(data)", .badData(line: 2), "too few words, too many, or one that is wrong")
    }
  }

  // RFC 1035 §3.3: up to 255 octets each
  @Test func `strings are kept as they are`() throws {
    let longest = String(repeating: "x", count: 255)
    try reads(
      "a 60 TXT one \"t w;o\" \"\" \\\"3\\001 \(longest)",
      ["a~ 60 TXT \"one\" \"t w;o\" \"\" \"\\0343\\001\" \"\(longest)\""],
      "with quotes and without")
    try refuses("a 60 TXT one \(longest)x", .badData(line: 1), "256 octets")
  }

  // RFC 3597 §5
  @Test func `unknown data is written in hexadecimal digits`() throws {
    try reads(
      "a 60 TYPE65280 \\# 3 0102 fF\na 60 type0 \\# 0\na 60 TYPE65535 \\# 2 (00\n 01)",
      ["a~ 60 TYPE65280 \\# 3 01 02 ff", "a~ 60 TYPE0 \\# 0", "a~ 60 TYPE65535 \\# 2 00 01"],
      "the number of octets, and their digits in one word or several")
    for data in [
      "\\# 3 0102", "\\# 1 0102", "\\# 2 01 0 2", "\\# 1 0g", "\\# 1 0", "\\#", "# 1 01", "\"\\#\" 1 01",
      "01", "\\# x 01", "\\# 65536", "\\# 0 00", "",
    ] {
      try refuses(
        "a 60 TYPE65280 \(data)", .badData(line: 1), "their number and the digits agree, or it is refused")
    }
    let most = String(repeating: "00", count: 65_535)
    try reads(
      "a 60 TYPE65280 \\# 65535 \(most)",
      ["a~ 60 TYPE65280 \\# 65535" + String(repeating: " 00", count: 65_535)],
      "as many octets as the length of a record's data can say")
    try refuses("a 60 TYPE65280 \\# 65536 \(most)00", .badData(line: 1), "the length has sixteen bits")
    for type in ["TYPE65536", "TYPE", "TYPE-1", "TYPE-0", "TYPE+1", "TYPEX", "ALIAS"] {
      try refuses("a 60 \(type) \\# 0", .unknownType(line: 1), "no type is called so")
    }
    try reads("a 60 TYPE15 10 mail", ["a~ 60 MX 10 mail~"], "a number may name a known type")
  }

  // The specification above readZone
  @Test func `directives have one word`() throws {
    for line in [
      "$TTL", "$ORIGIN", "$TTL 1 2", "$ORIGIN a b", "$INCLUDE f", "$TTL x", "$TTL -1", "$TTL 1h", "$",
    ] {
      try refuses("a 60 A 192.0.2.1\n\(line)", .badDirective(line: 2), "$ORIGIN and $TTL, with a word each")
    }
    try refuses("a 60 NS b\n $TTL 5", .unknownType(line: 2), "a line that begins with a blank is a record")
  }

  // The specification above readZone: owner, type, TTL, number of words, words
  @Test func `the first error is thrown`() throws {
    for (text, error) in [
      ("a..b X", .badName(line: 1)), (" X", .noOwner(line: 1)), ("a X", .unknownType(line: 1)),
      ("a A x", .noTTL(line: 1)), ("a MX 1 b..c d", .noTTL(line: 1)),
      ("a 60 MX 1 b..c d", .badData(line: 1)), ("a 60 MX x b..c", .badData(line: 1)),
      ("a 60 SOA b..c d 1 2 3 4 x", .badName(line: 1)),
      ("a 60 SOA d b..c x 2 3 4 5", .badName(line: 1)), ("a 60 A x\nb..c A x", .badData(line: 1)),
      ("a 60 NS b\nb A x\n$X", .badData(line: 2)),
    ] as [(String, DNS.ZoneEntryError)] {
      try refuses(text, error, "of the first wrong entry: owner, type, TTL, number of words, each word")
    }
  }

  // The specification above address
  @Test func `an address is asked about once, where one has to be`() throws {
    var asked: [String] = []
    let text = "a 60 A 192.0.2.1\nb 60 TXT 192.0.2.2\n192.0.2.3 60 AAAA 2001:DB8::1\nd 60 A \"192.0.2.5\""
    try check(
      "readZone(_:origin:address:)", text, throws: DNS.ZoneEntryError.badData(line: 4),
      "quotes are no part of an address"
    ) {
      try readZone(tokenize(Array($0.utf8)), origin: .root) {
        asked.append($0)
        return addressData($0)
      }.map(\.zoneLine)
    }
    try check(
      "address, its calls", text, returns: ["192.0.2.1", "2001:DB8::1"], "each word once, as it is written"
    ) { _ in asked }
  }

  // A zone of BIND's and NSD's reading, recorded
  @Test func `BIND and NSD read the same records`() throws {
    try check(
      "readZone(_:origin:address:)", ZoneTextRecording.text,
      returns: ZoneTextRecording.records.split(separator: "\n").map(String.init),
      "named-checkzone -D and nsd-checkzone -p, sorted"
    ) { try read($0).sorted() }
  }
}
