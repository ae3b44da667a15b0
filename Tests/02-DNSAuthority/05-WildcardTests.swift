import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct WildcardTests {
  private let soa = "example. 300 SOA ns.example.com. hostmaster.example.com. 1 3600 600 86400 300"
  /// A star with records, one without, one further down, two stars in a name, and labels that only look like stars.
  private let stars = """
    @ 600 SOA ns.example.com. hostmaster.example.com. 1 3600 600 86400 300
    *.wild 60 A 192.0.2.1
    *.wild 61 MX 10 *.wild
    *.wild 62 A 192.0.2.2
    known.wild 60 TXT "is there"
    x.ent.wild 60 TXT "below an empty non-terminal"
    *.deep.wild 60 A 192.0.2.3
    below.*.star 60 TXT "its star has no records"
    *.*.two 60 A 192.0.2.4
    **.odd 60 A 192.0.2.5
    *a.odd 60 A 192.0.2.6
    """

  private func zone(_ text: String) throws -> ZoneTree {
    try ZoneTree(origin: domain("example"), records: zoneRecords(text, origin: "example"))
  }

  private func source(_ name: String, _ expected: String?, _ rule: String) throws {
    let zone = try zone(stars)
    try check("sourceOfSynthesis(for:in:)", name, returns: expected.map { "\($0)." }, rule) {
      try sourceOfSynthesis(for: domain($0), in: zone).map { nameText($0).lowercased() }
    }
  }

  private func answers(_ asked: String, _ expected: ReplyText, _ rule: String) throws {
    let zone = try zone(stars)
    try check("wildcardAnswer(to:in:)", asked, returns: expected, rule) {
      try ReplyText(wildcardAnswer(to: question($0), in: zone))
    }
  }

  // RFC 4592 §3.3.1; RFC 1034 §4.3.3: "at least one whole label and sometimes more"
  @Test func `the star below the closest encloser speaks for a name`() throws {
    for name in [
      "a.wild.example", "a.b.c.d.wild.example", "A.WILD.EXAMPLE", "*a.wild.example", "wild.wild.example",
    ] {
      try source(name, "*.wild.example", "wild is the longest name above that exists, and it has a star")
    }
    try source("a.b.deep.wild.example", "*.deep.wild.example", "deep.wild exists: it is the closer one")
    try source("*.b.wild.example", "*.wild.example", "a star in the question is a label like any other")
    try source("x.*.two.example", "*.*.two.example", "the encloser is *.two, and has a star of its own")
  }

  // RFC 4592 §2.2.1, §3.3.1: "because it exists"; §4.9 on empty non-terminals
  @Test func `a name that exists needs no star`() throws {
    for name in [
      "known.wild.example", "ent.wild.example", "x.ent.wild.example", "*.wild.example", "wild.example",
      "example",
      "deep.wild.example", "KNOWN.wild.example", "*.star.example", "star.example", "**.odd.example",
    ] {
      try source(name, nil, "the name exists, with records or without")
    }
  }

  // RFC 4592 §3.3.1: no search goes further up (coredns #8223)
  @Test func `a closer name without a star blocks the star above`() throws {
    for name in [
      "y.known.wild.example", "y.ent.wild.example", "a.b.x.ent.wild.example", "y.*.wild.example",
      "a.b.*.deep.wild.example",
    ] {
      try source(name, nil, "the closest encloser is below the star's parent, and has no star of its own")
    }
    for name in [
      "nowhere.example", "a.odd.example", "xwild.example", "a.xwild.example", "x.two.example.example",
    ] {
      try source(name, nil, "no star is directly below the closest encloser")
    }
  }

  // RFC 4592 §2.2.2, §4.9: an empty non-terminal `*` is a wildcard, too
  @Test func `a star without records is a star`() throws {
    try source("y.star.example", "*.star.example", "below.*.star makes *.star exist")
    try answers(
      "y.star.example TXT", ReplyText("NOERROR AA", authority: [soa]),
      "it speaks for the name, and has nothing to say")
    try answers(
      "a.b.star.example A", ReplyText("NOERROR AA", authority: [soa]),
      "it speaks for the name, and has nothing to say")
    try answers(
      "x.*.star.example TXT", ReplyText("NXDOMAIN AA", authority: [soa]), "*.star exists, and has no star")
  }

  // RFC 4592 §2.1.1: the label is one octet, 0x2A
  @Test func `a star is a label of one octet`() throws {
    for name in ["x.odd.example", "x.*a.odd.example"] {
      try source(name, nil, "** and *a are labels like any other")
    }
    try answers(
      "**.odd.example A", ReplyText("NOERROR AA", answer: ["**.odd.example. 60 A 192.0.2.5"]),
      "a name that exists")
  }

  // RFC 1034 §4.3.3: "with an owner name equal to the query name and contents taken from the wildcard RRs"
  @Test func `the owner is the name that was asked`() throws {
    let zone = try zone(stars)
    for (name, expected) in [
      (
        "A.wild.Example",
        [
          "A.wild.Example. 60 A 192.0.2.1", "A.wild.Example. 61 MX 10 *.wild.example.",
          "A.wild.Example. 62 A 192.0.2.2",
        ]
      ),
      (
        "*.WILD.example",
        [
          "*.wild.example. 60 A 192.0.2.1", "*.wild.example. 61 MX 10 *.wild.example.",
          "*.wild.example. 62 A 192.0.2.2",
        ]
      ),
      ("Known.wild.example", ["known.wild.example. 60 TXT \"is there\""]),
      ("ent.wild.example", []), ("y.star.example", []), ("y.ent.wild.example", nil), ("nowhere.example", nil),
    ] as [(String, [String]?)] {
      try check(
        "matchingRecords(for:in:)", name, returns: expected,
        "all types in the zone's order; the owner of synthesized ones is the name as given, their data is not touched"
      ) { try matchingRecords(for: domain($0), in: zone).map { $0.map(\.zoneLine) } }
    }
  }

  // RFC 4592 §2.2.1, "no error, but no data"; hickory #2905
  @Test func `a star without the type has no data`() throws {
    for asked in ["a.wild.example TXT", "a.b.wild.example AAAA", "x.y.deep.wild.example MX"] {
      try answers(asked, ReplyText("NOERROR AA", authority: [soa]), "the star speaks for every type")
    }
    try answers(
      "q.wild.example MX", ReplyText("NOERROR AA", answer: ["q.wild.example. 61 MX 10 *.wild.example."]),
      "and has this one")
  }

  // RFC 1034 §4.3.3: a star in a question has no special effect
  @Test func `who asks for the star gets the star`() throws {
    try answers(
      "*.wild.example A",
      ReplyText("NOERROR AA", answer: ["*.wild.example. 60 A 192.0.2.1", "*.wild.example. 62 A 192.0.2.2"]),
      "the name exists, and its records are as they are")
    try answers(
      "*.known.wild.example TXT", ReplyText("NXDOMAIN AA", authority: [soa]), "a name that does not exist")
    try answers(
      "*.nowhere.example A", ReplyText("NXDOMAIN AA", authority: [soa]), "a name that does not exist")
  }

  // RFC 4592 §4.2, §4.3: what NS and CNAME at a star mean is not decided here
  @Test func `everything else is as without stars`() throws {
    try answers("www.elsewhere A", ReplyText("REFUSED"), "the name is not in the zone")
    try answers("a.evilexample A", ReplyText("REFUSED"), "the name is not in the zone")
    try answers(
      "x.ent.wild.example TXT",
      ReplyText("NOERROR AA", answer: ["x.ent.wild.example. 60 TXT \"below an empty non-terminal\""]),
      "a plain answer")
    let zone = try zone(
      "*.road 60 CNAME www\nwww 60 A 192.0.2.80\nnorth 60 NS ns.north\n*.north 60 A 192.0.2.9")
    for (asked, expected) in [
      ("x.road.example A", ReplyText("NOERROR AA")),
      ("x.road.example CNAME", ReplyText("NOERROR AA", answer: ["x.road.example. 60 CNAME www.example."])),
      ("x.north.example A", ReplyText("NOERROR AA", answer: ["x.north.example. 60 A 192.0.2.9"])),
    ] {
      try check(
        "wildcardAnswer(to:in:), no SOA", asked, returns: expected, "aliases and cuts are plain names here"
      ) {
        try ReplyText(wildcardAnswer(to: question($0), in: zone))
      }
    }
  }

  // The specification above the two
  @Test func `outside of the zone nothing is looked up`() throws {
    let zone = try zone(stars)
    for name in ["evilexample", "www.elsewhere", ".", "wild.example.com"] {
      let error = DNS.ZoneError.outOfZone(domain(name))
      try check("sourceOfSynthesis(for:in:)", name, throws: error, "it is neither at nor below the origin") {
        try sourceOfSynthesis(for: domain($0), in: zone)
      }
      try check("matchingRecords(for:in:)", name, throws: error, "it is neither at nor below the origin") {
        try matchingRecords(for: domain($0), in: zone)
      }
    }
  }

  // RFC 4592 §2.2.1: its eight answers, and the data of the two that are synthesized
  @Test func `the worked answers of RFC 4592`() throws {
    let zone = try ZoneTree(origin: domain("example"), records: wildcardZone)
    let noData = ReplyText("NOERROR AA", authority: [soa])
    for (asked, expected, why) in [
      (
        "host3.example MX", ReplyText("NOERROR AA", answer: ["host3.example. 3600 MX 10 host1.example."]),
        "from *.example"
      ),
      ("host3.example A", noData, "there is no A record at *.example"),
      (
        "foo.bar.example TXT",
        ReplyText("NOERROR AA", answer: ["foo.bar.example. 3600 TXT \"this is a wildcard\""]),
        "bar.example does not exist"
      ),
      ("host1.example MX", noData, "host1.example exists"),
      ("sub.*.example MX", noData, "sub.*.example exists"),
      (
        "_telnet._tcp.host1.example SRV", ReplyText("NXDOMAIN AA", authority: [soa]),
        "_tcp.host1.example exists"
      ),
      (
        "host.subdel.example A",
        ReplyText(
          "NOERROR",
          authority: ["subdel.example. 3600 NS ns.example.com.", "subdel.example. 3600 NS ns.example.net."]),
        "subdel.example is a cut"
      ),
      ("ghost.*.example MX", ReplyText("NXDOMAIN AA", authority: [soa]), "*.example exists"),
    ] {
      try check("referral(for:in:) ?? wildcardAnswer(to:in:)", asked, returns: expected, why) {
        // The wildcard's answer first, so that a referral alone does not pass.
        let answer = try wildcardAnswer(to: question($0), in: zone)
        return try ReplyText(referral(for: question($0), in: zone) ?? answer)
      }
    }
  }
}
