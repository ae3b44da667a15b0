import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct AliasTests {
  private let origin = "postroad.example"
  private let soa =
    "postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 7 7200 900 86400 300"
  private let house = """
    @ 3600 SOA ns1 warden 7 7200 900 86400 300
    @ 600 MX 10 mail
    www 60 A 192.0.2.80
    www 60 AAAA 2001:db8::80
    mail 62 A 192.0.2.25
    road 63 CNAME Www
    lane 64 CNAME road
    lost 65 CNAME nowhere
    lane2 64 CNAME lost
    north 66 NS ns.north
    north 66 TYPE43 \\# 1 00
    ns.north 67 A 192.0.2.54
    tonorth 68 CNAME gate.north
    atnorth 68 CNAME north
    away 69 CNAME www.elsewhere.
    away2 69 CNAME away
    *.wild 70 CNAME lane
    towild 71 CNAME q.wild
    topost 72 CNAME @
    loop 73 CNAME loop
    one 74 CNAME two
    two 74 CNAME THREE
    three 74 CNAME One
    into 75 CNAME one
    *.spin 76 CNAME a.spin
    b.ent 60 A 192.0.2.1
    toent 77 CNAME ent
    """

  private func zone(_ text: String) throws -> ZoneTree {
    try ZoneTree(origin: domain(origin), records: zoneRecords(text, origin: origin))
  }

  private func replies(_ asked: String, _ expected: ReplyText, _ rule: String, in text: String? = nil) throws
  {
    let zone = try zone(text ?? house)
    let (name, type) = (asked.split(separator: " ")[0], asked.split(separator: " ")[1])
    let full = name == "@" ? origin : name.hasSuffix(".") ? String(name) : "\(name).\(origin)"
    try check("reply(to:in:)", "\(full) \(type)", returns: expected, rule) {
      try ReplyText(reply(to: question($0), in: zone))
    }
  }

  private func alias(_ owner: String, _ ttl: Int, _ target: String) -> String {
    "\(owner).\(origin). \(ttl) CNAME \(target.hasSuffix(".") ? target : "\(target).\(origin).")"
  }
  private var road: String { alias("road", 63, "Www") }
  private var lane: String { alias("lane", 64, "road") }
  private let www = "www.postroad.example. 60 A 192.0.2.80"

  // RFC 1034 §4.3.2: what is no alias is answered as in the exercises before
  @Test func `a name that is no alias is answered as before`() throws {
    try replies("www A", ReplyText("NOERROR AA", answer: [www]), "an answer")
    try replies("www MX", ReplyText("NOERROR AA", authority: [soa]), "no data")
    try replies("nowhere A", ReplyText("NXDOMAIN AA", authority: [soa]), "no such name")
    try replies("www.elsewhere. A", ReplyText("REFUSED"), "not in the zone")
    try replies(
      "@ MX",
      ReplyText(
        "NOERROR AA", answer: ["postroad.example. 600 MX 10 mail.postroad.example."],
        additional: ["mail.postroad.example. 62 A 192.0.2.25"]), "an answer brings its additional data")
    try replies(
      "x.north A",
      ReplyText(
        "NOERROR", authority: ["north.postroad.example. 66 NS ns.north.postroad.example."],
        additional: ["ns.north.postroad.example. 67 A 192.0.2.54"]), "a referral, without AA")
  }

  // RFC 1034 §3.6.2, §4.3.2 step 3a
  @Test func `an alias leads to its target's records`() throws {
    try replies(
      "road A", ReplyText("NOERROR AA", answer: [road, www]), "the alias, then what its target has")
    try replies(
      "ROAD AAAA", ReplyText("NOERROR AA", answer: [road, "www.postroad.example. 60 AAAA 2001:db8::80"]),
      "of any type")
    try replies(
      "lane A", ReplyText("NOERROR AA", answer: [lane, road, www]),
      "an alias of an alias, in the order of the way")
  }

  // RFC 1034 §6.2.8; §3.6.2
  @Test func `who asks for CNAME gets the alias alone`() throws {
    try replies("lane CNAME", ReplyText("NOERROR AA", answer: [lane]), "the record itself is the answer")
    try replies(
      "away CNAME", ReplyText("NOERROR AA", answer: [alias("away", 69, "www.elsewhere.")]),
      "wherever it leads")
    try replies(
      "loop CNAME", ReplyText("NOERROR AA", answer: [alias("loop", 73, "loop")]), "and if in a circle")
    try replies(
      "www CNAME", ReplyText("NOERROR AA", authority: [soa]),
      "a name that is no alias has no data of this type")
  }

  // The specification above reply: "or the name has records of the asked type", as RRSIG beside a CNAME (RFC 4035 §2.5)
  @Test func `records of the asked type are the answer, alias or not`() throws {
    let text = "road 60 CNAME www\nroad 60 TYPE46 \\# 1 01\nwww 60 A 192.0.2.80"
    try replies(
      "road TYPE46", ReplyText("NOERROR AA", answer: ["road.postroad.example. 60 TYPE46 \\# 1 01"]),
      "the name has it", in: text)
    try replies(
      "road A",
      ReplyText("NOERROR AA", answer: ["road.postroad.example. 60 CNAME www.postroad.example.", www]),
      "the name has none of this type", in: text)
  }

  // RFC 6604 §3: the RCODE is that of the last step
  @Test func `the end of the chain decides the response code`() throws {
    let lost = alias("lost", 65, "nowhere")
    try replies(
      "lost A", ReplyText("NXDOMAIN AA", answer: [lost], authority: [soa]), "the target does not exist")
    try replies(
      "lane2 TXT", ReplyText("NXDOMAIN AA", answer: [alias("lane2", 64, "lost"), lost], authority: [soa]),
      "nor does the last one")
    try replies(
      "lane MX", ReplyText("NOERROR AA", answer: [lane, road], authority: [soa]),
      "the last name has no such records")
    try replies(
      "toent A", ReplyText("NOERROR AA", answer: [alias("toent", 77, "ent")], authority: [soa]),
      "the target is an empty non-terminal")
  }

  // RFC 1034 §3.6.2: the client goes on elsewhere
  @Test func `a target outside of the zone ends the chain`() throws {
    let away = alias("away", 69, "www.elsewhere.")
    for type in ["A", "TXT", "SOA"] {
      try replies(
        "away \(type)", ReplyText("NOERROR AA", answer: [away]),
        "nothing is known of the target: no SOA, no error")
    }
    try replies(
      "away2 A", ReplyText("NOERROR AA", answer: [alias("away2", 69, "away"), away]), "after two steps")
    try replies(
      "x A", ReplyText("NOERROR AA", answer: ["x.postroad.example. 60 CNAME www.evilpostroad.example."]),
      "the target's name ends like the zone's, and is not below it",
      in: "x 60 CNAME www.evilpostroad.example.")
  }

  // RFC 1034 §6.2.7, second reply: "an authoritative reply for the alias, plus a referral"
  @Test func `a target below a cut brings the referral`() throws {
    let authority = ["north.postroad.example. 66 NS ns.north.postroad.example."]
    let additional = ["ns.north.postroad.example. 67 A 192.0.2.54"]
    for (name, target) in [("tonorth", "gate.north"), ("atnorth", "north")] {
      try replies(
        "\(name) A",
        ReplyText(
          "NOERROR AA", answer: [alias(name, 68, target)], authority: authority, additional: additional),
        "AA for the alias, and the NS records for its target")
    }
    try replies(
      "atnorth DS",
      ReplyText(
        "NOERROR AA", answer: [alias("atnorth", 68, "north"), "north.postroad.example. 66 DS \\# 1 00"]),
      "DS at the cut is the parent's own")
  }

  // RFC 4592 §2.2.2, RFC 1034 §4.3.3
  @Test func `a wildcard may be an alias, and a target may need one`() throws {
    try replies(
      "Q.wild A", ReplyText("NOERROR AA", answer: [alias("Q.wild", 70, "lane"), lane, road, www]),
      "the star's CNAME, with the asked owner")
    try replies(
      "towild A",
      ReplyText(
        "NOERROR AA", answer: [alias("towild", 71, "q.wild"), alias("q.wild", 70, "lane"), lane, road, www]),
      "the target does not exist, but a star speaks for it")
    try replies(
      "*.wild CNAME", ReplyText("NOERROR AA", answer: [alias("*.wild", 70, "lane")]),
      "CNAME is asked of the star")
  }

  // Recorded: NSD 4.6.1 and Knot 3.2.6 send each alias of a loop once, with NOERROR
  @Test func `a circle ends where it closes`() throws {
    let (one, two, three) = (alias("one", 74, "two"), alias("two", 74, "THREE"), alias("three", 74, "One"))
    for type in ["A", "MX"] {
      try replies(
        "loop \(type)", ReplyText("NOERROR AA", answer: [alias("loop", 73, "loop")]),
        "the target was looked up")
      try replies(
        "one \(type)", ReplyText("NOERROR AA", answer: [one, two, three]), "each alias once; One is one")
      try replies(
        "into \(type)", ReplyText("NOERROR AA", answer: [alias("into", 75, "one"), one, two, three]),
        "a way into it")
    }
    try replies(
      "q.spin A",
      ReplyText("NOERROR AA", answer: [alias("q.spin", 76, "a.spin"), alias("a.spin", 76, "a.spin")]),
      "a star in a circle")
  }

  // RFC 1034 §4.3.2, step 6: after the whole way
  @Test func `the additional data is that of the last answers`() throws {
    try replies(
      "topost MX",
      ReplyText(
        "NOERROR AA",
        answer: [alias("topost", 72, "\(origin)."), "\(origin). 600 MX 10 mail.\(origin)."],
        additional: ["mail.postroad.example. 62 A 192.0.2.25"]), "hosts that the target's records name")
  }

  // The specification above reply: "and so on"
  @Test func `a long chain is followed to its end`() throws {
    let text =
      (1...200).map { "c\($0) \($0) CNAME c\($0 + 1)" }.joined(separator: "\n") + "\nc201 60 A 192.0.2.80"
    let answer =
      (1...200).map { alias("c\($0)", $0, "c\($0 + 1)") } + ["c201.postroad.example. 60 A 192.0.2.80"]
    try replies("c1 A", ReplyText("NOERROR AA", answer: answer), "every target is in the zone", in: text)
  }

  // RFC 1034 §6.2.7, §6.2.8, of a server that has the root zone of §6.1 alone
  @Test func `the worked answers of RFC 1034`() throws {
    let root = try ZoneTree(origin: .root, records: rootZone1034)
    let alias = "USC-ISIC.ARPA. 86400 CNAME C.ISI.EDU."
    let referred = ReplyText(
      "NOERROR AA", answer: [alias], authority: ["EDU. 86400 NS SRI-NIC.ARPA.", "EDU. 86400 NS C.ISI.EDU."],
      additional: [
        "C.ISI.EDU. 86400 A 10.0.0.52", "SRI-NIC.ARPA. 86400 A 26.0.0.73", "SRI-NIC.ARPA. 86400 A 10.0.0.51",
      ])
    for (asked, expected) in [
      ("USC-ISIC.ARPA CNAME", ReplyText("NOERROR AA", answer: [alias])), ("USC-ISIC.ARPA A", referred),
    ] {
      try check("reply(to:in:), the root zone of RFC 1034 §6.1", asked, returns: expected, "RFC 1034 §6.2") {
        try ReplyText(reply(to: question($0), in: root))
      }
    }
  }

  // Recorded from NSD 4.6.1 and Knot 3.2.6, which agree in all of them
  @Test func `NSD and Knot reply the same`() throws {
    let zone = try ZoneTree(origin: domain(origin), records: AuthorityRecording.records)
    for recorded in AuthorityRecording.all {
      try check(
        "reply(to:in:), the zone of authority.zone", recorded.asked, returns: recorded.told,
        where: recorded.agrees,
        "RCODE, AA and each section's records, in any order; `optional` ones may be there"
      ) { try ReplyText(reply(to: question($0), in: zone)) }
    }
  }
}
