import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct AnswerTests {
  private let origin = "postroad.example"
  /// The records of the house zone; its SOA would live an hour, and says that a negative answer lives five minutes.
  private let soa = "@ 3600 SOA ns1 warden 7 7200 900 86400 300"
  private let negativeSOA =
    "postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 7 7200 900 86400 300"
  private let house = """
    @ 600 NS ns1
    @ 600 NS ns2.elsewhere.
    ns1 600 A 192.0.2.53
    www 600 A 192.0.2.81
    www 60 AAAA 2001:db8::80
    WWW 600 A 192.0.2.80
    _mana._tcp.north 600 SRV 0 0 4711 www
    road 600 CNAME www
    blob 600 TYPE65280 \\# 2 cafe
    """

  private func zone(_ text: String) throws -> ZoneTree {
    try ZoneTree(origin: domain(origin), records: zoneRecords(text, origin: origin))
  }

  private func answers(
    _ asked: String, _ expected: ReplyText, _ rule: String, in zoneText: String? = nil
  ) throws {
    let zone = try zone(zoneText ?? "\(soa)\n\(house)")
    try check("plainAnswer(to:in:)", asked, returns: expected, rule) {
      try ReplyText(plainAnswer(to: question($0), in: zone))
    }
  }

  // RFC 1034 §4.3.2, step 3a
  @Test func `the records of the type are the answer`() throws {
    for (asked, answer) in [
      (
        "www.postroad.example A",
        ["www.postroad.example. 600 A 192.0.2.81", "WWW.postroad.example. 600 A 192.0.2.80"]
      ),
      ("wWw.PostRoad.EXAMPLE AAAA", ["www.postroad.example. 60 AAAA 2001:db8::80"]),
      (
        "postroad.example NS",
        ["postroad.example. 600 NS ns1.postroad.example.", "postroad.example. 600 NS ns2.elsewhere."]
      ),
      (
        "_mana._tcp.north.postroad.example SRV",
        ["_mana._tcp.north.postroad.example. 600 SRV 0 0 4711 www.postroad.example."]
      ),
      ("road.postroad.example CNAME", ["road.postroad.example. 600 CNAME www.postroad.example."]),
      ("blob.postroad.example TYPE65280", ["blob.postroad.example. 600 TYPE65280 \\# 2 ca fe"]),
    ] {
      try answers(
        asked, ReplyText("NOERROR AA", answer: answer),
        "the records of the name that have the type, as the zone has them, with AA; nothing else")
    }
  }

  // RFC 2308 §3: the SOA's TTL is trimmed in the authority section of a negative answer
  @Test func `the SOA keeps its TTL where it is asked for`() throws {
    try answers(
      "postroad.example SOA",
      ReplyText(
        "NOERROR AA",
        answer: [
          "postroad.example. 3600 SOA ns1.postroad.example. warden.postroad.example. 7 7200 900 86400 300"
        ]),
      "an answer as any other: MINIMUM is about negative answers")
  }

  // RFC 2308 §2.2, NODATA type 2; §3
  @Test func `a name without records of the type has no data`() throws {
    for asked in [
      "www.postroad.example MX", "postroad.example A", "_mana._tcp.north.postroad.example A",
      "blob.postroad.example TYPE65281", "www.postroad.example TYPE65535", "WWW.postroad.example SOA",
    ] {
      try answers(
        asked, ReplyText("NOERROR AA", authority: [negativeSOA]),
        "the name exists: NOERROR, with AA, and the SOA for 300 seconds")
    }
  }

  // RFC 8020 §3.1, RFC 4592 §2.2.2
  @Test func `an empty non-terminal has no data`() throws {
    for asked in ["_tcp.north.postroad.example A", "north.postroad.example SRV", "NORTH.postroad.example NS"]
    {
      try answers(
        asked, ReplyText("NOERROR AA", authority: [negativeSOA]),
        "a name below it has records: it exists, and NXDOMAIN would deny the names below, too")
    }
  }

  // RFC 2308 §2.1, NXDOMAIN type 2; §3
  @Test func `a name that does not exist is denied`() throws {
    for asked in [
      "nowhere.postroad.example A", "a.b.c.nowhere.postroad.example SOA", "x.www.postroad.example A",
      "_udp.north.postroad.example SRV", "ww.postroad.example AAAA",
    ] {
      try answers(
        asked, ReplyText("NXDOMAIN AA", authority: [negativeSOA]),
        "neither it nor a name below it has records: NXDOMAIN, with AA, and the SOA for 300 seconds")
    }
  }

  // RFC 2308 §3: the minimum of the two
  @Test func `the SOA lives as long as the lesser of its two numbers`() throws {
    for (ttl, minimum) in [
      (3600, 300), (300, 3600), (300, 300), (0, 300), (300, 0), (1, 4_294_967_295),
      (4_294_967_295, 2_147_483_648),
    ] {
      let lesser = ttl < minimum ? ttl : minimum
      for (code, name) in [(DNS.ResponseCode.noError, "NOERROR"), (.nonExistentDomain, "NXDOMAIN")] {
        let zone = try zone("@ 60 NS ns1\n@ \(ttl) SOA ns1 warden 7 1 2 3 \(minimum)")
        try check(
          "negativeReply(_:in:), an SOA of TTL \(ttl) and MINIMUM \(minimum)", name,
          returns: ReplyText(
            "\(name) AA",
            authority: [
              "postroad.example. \(lesser) SOA ns1.postroad.example. warden.postroad.example. 7 1 2 3 \(minimum)"
            ]), "the lesser of TTL and MINIMUM; the fields of the SOA are as they were"
        ) { _ in try ReplyText(negativeReply(code, in: zone)) }
      }
    }
  }

  // The specification above negativeReply: the SOA is the zone's, and comes from the origin alone
  @Test func `a zone without an SOA sends none`() throws {
    let stray = "www 60 SOA ns1 warden 9 9 9 9 9"
    for (asked, head) in [
      ("nowhere.postroad.example A", "NXDOMAIN AA"), ("www.postroad.example A", "NOERROR AA"),
      ("postroad.example A", "NOERROR AA"),
    ] {
      try answers(asked, ReplyText(head), "there is no SOA at the origin", in: stray)
    }
    try check(
      "negativeReply(_:in:), a zone without an SOA", "REFUSED", returns: ReplyText("REFUSED AA"),
      "any response code that it is given"
    ) { _ in try ReplyText(negativeReply(.refused, in: zone(stray))) }
  }

  // RFC 1034 §4.3.2, step 2: no zone is an ancestor of the name; RFC 8499's REFUSED is what servers send
  @Test func `a name outside of the zone is refused`() throws {
    for asked in [
      "www.elsewhere.example A", "example SOA", "evilpostroad.example A", ". NS", "postroad.example.com A",
      "ns2.elsewhere A",
    ] {
      try answers(asked, ReplyText("REFUSED"), "nothing is known of it: no AA, no SOA, no records")
    }
  }

  // The specification above plainAnswer: "records like any other here"; RFC 1034 §3.6.2 and §4.3.3 come later
  @Test func `delegations, wildcards and aliases are plain names here`() throws {
    let special = """
      \(soa)
      north 60 NS ns.north
      ns.north 60 A 192.0.2.54
      *.wild 60 A 192.0.2.1
      road 60 CNAME www
      www 60 A 192.0.2.80
      """
    for (asked, expected) in [
      (
        "ns.north.postroad.example A",
        ReplyText("NOERROR AA", answer: ["ns.north.postroad.example. 60 A 192.0.2.54"])
      ),
      ("x.north.postroad.example A", ReplyText("NXDOMAIN AA", authority: [negativeSOA])),
      (
        "north.postroad.example NS",
        ReplyText("NOERROR AA", answer: ["north.postroad.example. 60 NS ns.north.postroad.example."])
      ),
      ("x.wild.postroad.example A", ReplyText("NXDOMAIN AA", authority: [negativeSOA])),
      (
        "*.wild.postroad.example A",
        ReplyText("NOERROR AA", answer: ["*.wild.postroad.example. 60 A 192.0.2.1"])
      ),
      ("road.postroad.example A", ReplyText("NOERROR AA", authority: [negativeSOA])),
    ] {
      try answers(asked, expected, "exercises 2.3, 2.5 and 2.6 give them their meaning", in: special)
    }
  }

  // The specification above plainAnswer: the class is not looked at
  @Test func `the class is somebody else's to judge`() throws {
    let zone = try zone("\(soa)\n\(house)")
    for number in [UInt16(3), 255, 0] {
      try check(
        "plainAnswer(to:in:), class \(number)", "ns1.postroad.example A",
        returns: ReplyText("NOERROR AA", answer: ["ns1.postroad.example. 600 A 192.0.2.53"]),
        "the question's class is not looked at"
      ) {
        var asked = question($0)
        asked.recordClass = DNS.RecordClass(rawValue: number)
        return try ReplyText(plainAnswer(to: asked, in: zone))
      }
    }
  }

  // RFC 1034 §6.2.1, §6.2.4, §6.2.5; RFC 2308 §3 has added the SOA to §6.2.4
  @Test func `the worked answers of RFC 1034`() throws {
    let root = try ZoneTree(origin: .root, records: rootZone1034)
    let soa = ". 86400 SOA SRI-NIC.ARPA. HOSTMASTER.SRI-NIC.ARPA. 870611 1800 300 604800 86400"
    for (asked, expected) in [
      (
        "SRI-NIC.ARPA A",
        ReplyText(
          "NOERROR AA", answer: ["SRI-NIC.ARPA. 86400 A 26.0.0.73", "SRI-NIC.ARPA. 86400 A 10.0.0.51"])
      ),
      ("SRI-NIC.ARPA MX", ReplyText("NOERROR AA", answer: ["SRI-NIC.ARPA. 86400 MX 0 SRI-NIC.ARPA."])),
      ("SRI-NIC.ARPA NS", ReplyText("NOERROR AA", authority: [soa])),
      ("SIR-NIC.ARPA A", ReplyText("NXDOMAIN AA", authority: [soa])),
      ("IN-ADDR.ARPA PTR", ReplyText("NOERROR AA", authority: [soa])),
    ] {
      try check(
        "plainAnswer(to:in:), the root zone of RFC 1034 §6.1", asked, returns: expected, "RFC 1034 §6.2"
      ) {
        try ReplyText(plainAnswer(to: question($0), in: root))
      }
    }
  }
}
