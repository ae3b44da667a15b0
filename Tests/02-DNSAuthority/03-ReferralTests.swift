import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct ReferralTests {
  private let house = """
    @ 3600 SOA ns1 warden 7 7200 900 86400 300
    @ 600 NS ns1
    ns1 600 A 192.0.2.53
    www 600 A 192.0.2.80
    north 61 NS ns.north
    north 60 NS ns1
    ns.north 62 A 192.0.2.54
    www.north 63 A 192.0.2.99
    far.north 64 NS ns.far.north
    ns.far.north 65 A 192.0.2.55
    north 66 TYPE43 \\# 2 cafe
    a.b.south 67 NS ns.elsewhere.
    """

  private func zone(_ text: String, _ origin: String) throws -> ZoneTree {
    try ZoneTree(origin: domain(origin), records: zoneRecords(text, origin: origin))
  }

  private func refers(
    _ asked: String, to expected: ReplyText?, _ rule: String, in text: String? = nil,
    origin: String = "postroad.example"
  ) throws {
    let zone = try zone(text ?? house, origin)
    try check("referral(for:in:)", asked, returns: expected, rule) {
      try referral(for: question($0), in: zone).map(ReplyText.init)
    }
  }

  private let north = ReplyText(
    "NOERROR",
    authority: [
      "north.postroad.example. 61 NS ns.north.postroad.example.",
      "north.postroad.example. 60 NS ns1.postroad.example.",
    ],
    additional: ["ns.north.postroad.example. 62 A 192.0.2.54", "ns1.postroad.example. 600 A 192.0.2.53"])

  // RFC 1034 §4.3.2, step 3b; §6.2.6: "not authoritative, so it is a referral"
  @Test func `a name below a cut is referred to its servers`() throws {
    for asked in [
      "gate.north.postroad.example A", "a.b.c.north.postroad.example MX", "X.NORTH.postroad.example TXT",
    ] {
      try refers(asked, to: north, "the cut's NS records in the authority section, no AA, no answer")
    }
    try refers(
      "x.a.b.south.postroad.example A",
      to: ReplyText("NOERROR", authority: ["a.b.south.postroad.example. 67 NS ns.elsewhere."]),
      "the cut is three labels below the origin, and its server is outside of the zone")
  }

  // RFC 1034 §4.2.1: the NS records at the cut are not the parent's authoritative data
  @Test func `at the cut itself every type is referred, NS among them`() throws {
    for type in ["A", "NS", "SOA", "MX", "CNAME", "TYPE65280"] {
      try refers(
        "north.postroad.example \(type)", to: north, "NS records at a cut are copies of the child's: no AA")
    }
    try refers("North.Postroad.Example NS", to: north, "names are compared without case")
  }

  // nsd #174: NS records below a cut were answered
  @Test func `what the zone has below a cut is glue, and no answer`() throws {
    for asked in [
      "ns.north.postroad.example A", "www.north.postroad.example A", "ns.north.postroad.example AAAA",
    ] {
      try refers(asked, to: north, "the zone has records of this name, but it is the child's")
    }
  }

  // RFC 1034 §4.2.1
  @Test func `the origin's NS records are no cut`() throws {
    for asked in [
      "postroad.example NS", "postroad.example A", "www.postroad.example A", "nowhere.postroad.example A",
    ] {
      try refers(asked, to: nil, "no name below the origin and at or above this one has NS records")
    }
    try refers(
      "www.postroad.example A", to: nil, "a zone in which nothing is delegated",
      in: "@ 60 NS ns1\nwww 60 A 192.0.2.80")
  }

  // RFC 1034 §3.1: whole labels
  @Test func `what is beside, above or outside is not referred`() throws {
    for asked in [
      "evilnorth.postroad.example A", "south.postroad.example A", "b.south.postroad.example NS", ". NS",
      "x.b.south.postroad.example A", "www.elsewhere.example A", "north.example A", "example NS",
      "north.evilpostroad.example A", "north.postroad.example.com A",
    ] {
      try refers(asked, to: nil, "the cuts are at north and a.b.south, and none is at or above this name")
    }
  }

  // RFC 1034 §4.3.2, step 3: matching goes down, label by label
  @Test func `of two cuts the upper one decides`() throws {
    for asked in [
      "far.north.postroad.example NS", "x.far.north.postroad.example A", "ns.far.north.postroad.example A",
    ] {
      try refers(asked, to: north, "far.north is below a cut: it is not ours to give away")
    }
  }

  // The specification above referral: the class is not looked at
  @Test func `the class is somebody else's to judge`() throws {
    var asked = question("gate.north.postroad.example A")
    asked.recordClass = .chaos
    try check("referral(for:in:), class 3", "gate.north.postroad.example", returns: north, "as in class 1") {
      _ in
      try referral(for: asked, in: zone(house, "postroad.example")).map(ReplyText.init)
    }
  }

  // RFC 4035 §3.1.4.1
  @Test func `DS at a cut is the parent's own`() throws {
    for asked in ["north.postroad.example TYPE43", "A.B.SOUTH.postroad.example DS", "postroad.example DS"] {
      try refers(asked, to: nil, "of all types this one is answered by the parent")
    }
    for asked in ["gate.north.postroad.example DS", "far.north.postroad.example DS"] {
      try refers(asked, to: north, "the name is below the cut, and so is its DS")
    }
  }

  // RFC 9471 §3.1, §3.2: all available glue; the order leaves room to cut from the end
  @Test func `glue for in-domain servers comes first`() throws {
    let text = """
      north 60 NS a.south
      north 60 NS NS.North
      north 60 NS ns.far.away.
      north 60 NS north
      north 60 NS nowhere.north
      north 60 NS mixed.evilnorth
      a.south 61 AAAA 2001:db8::1
      a.south 62 A 192.0.2.1
      ns.north 63 TXT "no address"
      ns.north 64 AAAA 2001:db8::2
      ns.north 65 A 192.0.2.3
      ns.north 66 AAAA 2001:db8::4
      ns.north 67 A 192.0.2.2
      north 68 A 192.0.2.5
      mixed.evilnorth 69 A 192.0.2.6
      """
    try refers(
      "x.north.postroad.example A",
      to: ReplyText(
        "NOERROR",
        authority: [
          "a.south.postroad.example", "NS.North.postroad.example", "ns.far.away", "north.postroad.example",
          "nowhere.north.postroad.example", "mixed.evilnorth.postroad.example",
        ].map { "north.postroad.example. 60 NS \($0)." },
        additional: [
          "ns.north.postroad.example. 65 A 192.0.2.3", "ns.north.postroad.example. 67 A 192.0.2.2",
          "ns.north.postroad.example. 64 AAAA 2001:db8::2", "ns.north.postroad.example. 66 AAAA 2001:db8::4",
          "north.postroad.example. 68 A 192.0.2.5", "a.south.postroad.example. 62 A 192.0.2.1",
          "a.south.postroad.example. 61 AAAA 2001:db8::1", "mixed.evilnorth.postroad.example. 69 A 192.0.2.6",
        ]), "servers at or below the cut, then the others; in both the NS records' order; A before AAAA",
      in: text)
  }

  // The specification above referral: addresses are A and AAAA records
  @Test func `an alias of a server has no address`() throws {
    try refers(
      "north.postroad.example A",
      to: ReplyText("NOERROR", authority: ["north.postroad.example. 60 NS road.postroad.example."]),
      "RFC 2181 §10.3 forbids it; its target's addresses are not looked for",
      in: "north 60 NS road\nroad 60 CNAME www\nwww 60 A 192.0.2.80")
  }

  // RFC 9471 §2.1, §2.2, §2.3
  @Test func `the worked referrals of RFC 9471`() throws {
    func servers(_ child: String, _ domain: String) -> String {
      "\(child) 86400 NS ns1.\(domain)\n\(child) 86400 NS ns2.\(domain)\n"
    }
    func addresses(_ domain: String, _ four: Int, _ six: Int) -> String {
      "ns1.\(domain) 86400 A 192.0.2.\(four)\nns2.\(domain) 86400 AAAA 2001:db8::2:\(six)\n"
    }
    func reply(_ child: String, _ domain: String, _ four: Int, _ six: Int) -> ReplyText {
      ReplyText(
        "NOERROR",
        authority: (1...2).map { "\(child).test. 86400 NS ns\($0).\(domain).test." },
        additional: [
          "ns1.\(domain).test. 86400 A 192.0.2.\(four)", "ns2.\(domain).test. 86400 AAAA 2001:db8::2:\(six)",
        ])
    }
    for (text, asked, expected, rule) in [
      (
        servers("foo", "foo") + addresses("foo", 1, 2), "www.foo.test A", reply("foo", "foo", 1, 2),
        "in-domain"
      ),
      (
        servers("bar", "bar") + addresses("bar", 1, 2) + servers("foo", "bar"), "www.foo.test A",
        reply("foo", "bar", 1, 2), "sibling"
      ),
      (
        servers("bar", "foo") + addresses("bar", 1, 2) + servers("foo", "bar") + addresses("foo", 3, 4),
        "www.bar.test A", reply("bar", "foo", 3, 4), "cyclic siblings"
      ),
    ] {
      try refers(asked, to: expected, "glue for \(rule)", in: text, origin: "test")
    }
  }

  // RFC 1034 §6.2.6; the order of records has no meaning there
  @Test func `the worked referral of RFC 1034`() throws {
    let root = try ZoneTree(origin: .root, records: rootZone1034)
    let mil = ["MIL. 86400 NS SRI-NIC.ARPA.", "MIL. 86400 NS A.ISI.EDU."]
    let addresses = [
      "SRI-NIC.ARPA. 86400 A 26.0.0.73", "SRI-NIC.ARPA. 86400 A 10.0.0.51", "A.ISI.EDU. 86400 A 26.3.0.103",
    ]
    for asked in ["BRL.MIL A", "mil NS"] {
      try check(
        "referral(for:in:), the root zone of RFC 1034 §6.1", asked,
        returns: ReplyText("NOERROR", authority: mil, additional: addresses) as ReplyText?, "RFC 1034 §6.2.6"
      ) { try referral(for: question($0), in: root).map(ReplyText.init) }
    }
  }

  // A second implementation: of all NS owners the shortest that covers the name
  @Test func `random zones refer as a list does`() throws {
    var random = SeededRandom(seed: 9471)
    func anyName(_ longest: Int) -> String {
      let labels = (0..<Int.random(in: 0...longest, using: &random)).map { _ in
        ["a", "B", "b", "ab"].randomElement(using: &random)!
      }
      return (labels + ["example"]).joined(separator: ".")
    }
    for _ in 0..<60 {
      let text =
        (0..<4).map { _ in "\(anyName(3)). 60 NS \(anyName(1))." }
        + (0..<4).map { "\(anyName(4)). 60 A 192.0.2.\($0)" }
      let zone = try zone(text.joined(separator: "\n"), "example")
      let list = zoneRecords(text.joined(separator: "\n"), origin: "example")
      let asked = domain(anyName(5))
      let cut = list.filter { $0.type == .ns && $0.name.labels.count > 1 && FlatZone.covers($0.name, asked) }
        .map(\.name).min { $0.labels.count < $1.labels.count }
      try check(
        "referral(for:in:), its cut, in a zone with \(text.joined(separator: ", "))", asked,
        returns: cut.map { nameText($0).lowercased() }, "the list was searched for the uppermost cut"
      ) {
        try referral(for: DNS.Question(name: $0, type: .a), in: zone).map {
          nameText($0.authorities[0].name).lowercased()
        }
      }
    }
  }
}
