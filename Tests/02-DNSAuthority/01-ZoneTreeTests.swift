import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct ZoneTreeTests {
  private let example = domain("example")
  private let wildcards: @Sendable () throws -> ZoneTree = {
    try ZoneTree(origin: domain("example"), records: wildcardZone)
  }

  private func owners(_ names: String, origin: String = "example") -> [DNS.ResourceRecord] {
    zoneRecords(
      names.split(separator: " ").map { "\($0) 60 A 192.0.2.1" }.joined(separator: "\n"), origin: origin)
  }

  // RFC 1034 §3.1: a name is a list of labels
  @Test func `a name is below another when its last labels are the other's`() throws {
    for (name, ancestor, expected) in [
      ("www.postroad.example", "postroad.example", true), ("postroad.example", "postroad.example", true),
      ("a.b.c.postroad.example", "example", true), ("example", "postroad.example", false),
      ("evilexample", "example", false), ("www.evilexample", "example", false), ("notcom", "com", false),
      ("postroad.example.com", "postroad.example", false), ("postroad.example", "postroad", false),
      ("wWw.PoStRoAd.example", "postroad.EXAMPLE", true), ("example", ".", true), (".", ".", true),
      (".", "example", false), ("a.a", "a.a.a", false), ("a.b", "b.a", false),
      ("www.[.example", "{.example", false), ("_.example", "\u{7F}.example", false),
    ] {
      try check(
        "isAtOrBelow(_:_:)", (domain(name), domain(ancestor)), returns: expected,
        "whole labels are compared, from the end, without regard to case"
      ) { try isAtOrBelow($0.0, $0.1) }
    }
    let dotted = DNS.Name(labels: [Array("www.example".utf8)])
    try check(
      "isAtOrBelow(_:_:)", dotted, returns: false, "one label with a dot in it, and none that is `example`"
    ) { try isAtOrBelow($0, example) }
  }

  // The specification above records(at:)
  @Test func `the records of a name come back as they were given`() throws {
    let records = zoneRecords(
      """
      www 60 AAAA 2001:db8::80
      WWW 60 A 192.0.2.81
      mail 60 A 192.0.2.25
      www 70 A 192.0.2.80
      www 60 TXT "hello"
      """, origin: "example")
    let expected = [
      "www.example. 60 AAAA 2001:db8::80", "WWW.example. 60 A 192.0.2.81", "www.example. 70 A 192.0.2.80",
      "www.example. 60 TXT \"hello\"",
    ]
    for name in ["www.example", "wWw.EXAMPLE"] {
      try check(
        "ZoneTree.records(at:)", domain(name), returns: expected,
        "in the order given, with any case of the name"
      ) { try ZoneTree(origin: example, records: records).records(at: $0).map(\.zoneLine) }
    }
    try check(
      "ZoneTree.records(at:of:)", domain("www.example"), returns: [expected[1], expected[2]],
      "of one type: the others are left out"
    ) { try ZoneTree(origin: example, records: records).records(at: $0, of: .a).map(\.zoneLine) }
  }

  // RFC 8020 §2, §3.1; RFC 4592 §2.2.1
  @Test func `names without records have none, whether they exist or not`() throws {
    for name in ["_tcp.host1.example", "host2.example", "host3.example", "www.elsewhere", "com", "."] {
      try check(
        "ZoneTree.records(at:)", domain(name), returns: [String](), "no record has this owner"
      ) { try wildcards().records(at: $0).map(\.zoneLine) }
    }
  }

  // RFC 4592 §2.2.1: the tree that is drawn there
  @Test func `what is above a record exists`() throws {
    for (name, exists) in [
      ("example", true), ("*.example", true), ("sub.*.example", true), ("host1.example", true),
      ("_tcp.host1.example", true), ("_ssh._tcp.host1.example", true), ("host2.example", true),
      ("_TCP.Host2.example", true), ("_ssh._tcp.host2.example", true), ("subdel.example", true),
      ("host3.example", false), ("bar.example", false), ("_telnet._tcp.host1.example", false),
      ("ghost.*.example", false), ("host.subdel.example", false), ("ost1.example", false),
      ("_tcp.example", false), ("\u{7F}tcp.host1.example", false),
    ] {
      try check(
        "ZoneTree.contains(_:)", domain(name), returns: exists,
        "a name exists when it, or a name below it, has records"
      ) { try wildcards().contains($0) }
    }
  }

  // The specification above ZoneTree: the origin always exists, and a zone ends there
  @Test func `the zone begins at its origin`() throws {
    for (origin, name, exists) in [
      ("postroad.example", "postroad.example", true), ("postroad.example", "example", false),
      ("postroad.example", ".", false), ("postroad.example", "www.postroad.example", false), (".", ".", true),
    ] {
      try check(
        "ZoneTree.contains(_:), a zone without records", (domain(origin), domain(name)), returns: exists,
        "the origin exists, and nothing else does"
      ) { try ZoneTree(origin: $0.0, records: []).contains($0.1) }
    }
    for name in ["example", "evilpostroad.example", "tower.example"] {
      try check(
        "ZoneTree.contains(_:), one record at a.b.postroad.example", domain(name), returns: false,
        "outside of the zone nothing exists"
      ) {
        try ZoneTree(
          origin: domain("postroad.example"), records: owners("a.b", origin: "postroad.example")
        ).contains($0)
      }
    }
    try check("ZoneTree.origin", domain("PostRoad.example"), returns: "PostRoad.example.", "as it was given")
    {
      try "\(ZoneTree(origin: $0, records: []).origin)"
    }
  }

  // The specification above init: the first that is out of the zone
  @Test func `a record from outside of the zone is refused`() throws {
    for (names, culprit) in [
      ("www evilexample. tower.elsewhere.", "evilexample"), ("a.b com. evilexample.", "com"), (". @", "."),
      ("@ www a.notexample.", "a.notexample"),
    ] {
      try check(
        "ZoneTree(origin:records:), origin example.", names,
        throws: DNS.ZoneError.outOfZone(domain(culprit)), "the owner of the first record outside of the zone"
      ) {
        _ = try ZoneTree(origin: example, records: owners($0))
        return "a zone"
      }
    }
  }

  // RFC 4592 §3.3.1
  @Test func `the closest encloser is the longest name above that exists`() throws {
    for (name, encloser) in [
      ("host3.example", "example"), ("a.b.c.d.example", "example"), ("host1.example", "host1.example"),
      ("_telnet._tcp.host1.example", "_tcp.host1.example"), ("x._udp.host2.example", "host2.example"),
      ("_tcp.host2.example", "_tcp.host2.example"), ("a.ghost.*.example", "*.example"),
      ("a.B.SUBDEL.Example", "subdel.example"), ("example", "example"), ("xhost1.example", "example"),
    ] {
      try check(
        "ZoneTree.closestEncloser(of:)", domain(name), returns: "\(encloser).",
        "the name itself where it exists, or else the next above that does"
      ) { try nameText(wildcards().closestEncloser(of: $0)).lowercased() }
    }
  }

  // The specification above closestEncloser
  @Test func `outside of the zone there is no encloser`() throws {
    for name in ["evilexample", "www.elsewhere", ".", "example.com"] {
      try check(
        "ZoneTree.closestEncloser(of:)", domain(name), throws: DNS.ZoneError.outOfZone(domain(name)),
        "it is neither at nor below the origin"
      ) { try wildcards().closestEncloser(of: $0) }
    }
  }

  // RFC 2181 §5: label, class, type and data are all equal
  @Test func `a record that is there already is not added`() throws {
    let records = zoneRecords(
      """
      @ 60 MX 10 mail
      @ 60 MX 20 mail
      WWW 5 A 192.0.2.80
      @ 99 MX 10 MAIL
      www 60 A 192.0.2.80
      www.north 60 A 192.0.2.80
      www.north 60 A 192.0.2.80
      """, origin: "example")
    for (name, expected) in [
      ("example", ["example. 60 MX 10 mail.example.", "example. 60 MX 20 mail.example."]),
      ("www.example", ["WWW.example. 5 A 192.0.2.80"]),
      ("www.north.example", ["www.north.example. 60 A 192.0.2.80"]),
    ] {
      try check(
        "ZoneTree.records(at:)", domain(name), returns: expected,
        "owner and data are equal without regard to case: the first is kept, with its TTL"
      ) { try ZoneTree(origin: example, records: records).records(at: $0).map(\.zoneLine) }
    }
    var steps = CheckSteps()
    var zone = try ZoneTree(origin: example, records: records)
    steps.note("a zone with two equal records at www.example and one at www.north.example")
    try steps.run("remove(www.example)") { try zone.remove(domain("www.example")) }
    try steps.check("contains(www.example)", returns: false, "both are gone") {
      try zone.contains(domain("www.example"))
    }
  }

  // The specification above remove
  @Test func `who removes a name leaves what is below it`() throws {
    var steps = CheckSteps()
    steps.note("a zone with records at a, a, b.a and d.c.b.a, all below example")
    var zone = try ZoneTree(
      origin: example, records: owners("a b.a d.c.b.a") + zoneRecords("A 60 TXT \"x\"", origin: "example"))
    let names = ["a", "b.a", "c.b.a", "d.c.b.a"].map { "\($0).example" }
    for (removed, left) in [
      ("c.b.a.example", "1111"), ("x.example", "1111"), ("a.evilexample", "1111"), ("A.example", "1111"),
      ("a.example", "1111"), ("d.c.b.a.example", "1100"), ("d.c.b.a.example", "1100"),
      ("b.a.example", "0000"),
      ("b.a.example", "0000"),
    ] {
      try steps.run("remove(\(removed))") { try zone.remove(domain(removed)) }
      for (name, exists) in zip(names, left) {
        try steps.check(
          "contains(\(name))", returns: exists == "1", "it, or a name below it, has records left"
        ) {
          try zone.contains(domain(name))
        }
      }
      try steps.check("contains(example)", returns: true, "the origin always exists") {
        try zone.contains(example)
      }
    }
  }

  // A second implementation: a list that is searched for each question
  @Test func `a zone that loses names answers as a list does`() throws {
    var random = SeededRandom(seed: 8020)
    func anyName() -> DNS.Name {
      let labels = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        [["a", "B", "b", "*", "ab"].randomElement(using: &random)!]
      }
      return domain((labels.joined() + ["example"]).joined(separator: "."))
    }
    for _ in 0..<20 {
      let records = (0..<12).map { number in
        DNS.ResourceRecord(name: anyName(), ttl: 60, data: .a(DNS.IPv4Address(rawValue: UInt32(number))))
      }
      var list = FlatZone(origin: example, records: records)
      var zone = try ZoneTree(origin: example, records: records)
      var steps = CheckSteps()
      steps.note("a zone with records at \(records.map(\.name.description).joined(separator: " "))")
      for _ in 0..<10 {
        let removed = anyName()
        try steps.run("remove(\(removed))") { try zone.remove(removed) }
        list.remove(removed)
        let asked = anyName()
        try steps.check("contains(\(asked))", returns: list.exists(asked), "the list was searched") {
          try zone.contains(asked)
        }
        try steps.check(
          "closestEncloser(of: \(asked))", returns: list.closestEncloser(of: asked), "the list was searched"
        ) { try zone.closestEncloser(of: asked) }
      }
    }
  }
}
