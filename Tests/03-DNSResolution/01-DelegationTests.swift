import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

/// A question and what is known.
private struct Search: CheckDescribable {
  var question: DNS.Question
  var known: [DNS.ResourceRecord]

  var checkDescription: String { ([text(question) + ", in"] + lines(known)).joined(separator: "\n") }
}

@Suite struct DelegationTests {
  private func isWithin(_ inner: DNS.Name, _ zone: DNS.Name, is expected: Bool, _ rule: String) throws {
    try check("isWithin(_:)", "\(inner) in \(zone)", returns: expected, rule) { _ in
      try inner.isWithin(zone)
    }
  }

  private func closest(_ asked: String, in known: String, is cut: String?, _ rule: String) throws {
    let words = cut?.split(separator: " ").map { name($0) }
    let expected = text(words.map { Resolver.ZoneCut(zone: $0[0], nameServers: Array($0[1...])) })
    try check(
      "closestCut(to:in:)", Search(question: question(asked), known: records(known)), returns: expected, rule
    ) { text(try closestCut(to: $0.question, in: $0.known)) }
  }

  private let road = """
    . 518400 NS a.root.example.
    example. 172800 NS a.nic.example.
    postroad.example. 3600 NS ns1.postroad.example.
    postroad.example. 3600 NS ns2.postroad.example.
    north.postroad.example. 3600 NS ns.north.postroad.example.
    """

  // RFC 1034 §3.1: a subdomain is the domain itself or below it
  @Test func `a name is within itself, all above it, and the root`() throws {
    let www = name("www.postroad.example")
    for zone in ["www.postroad.example", "postroad.example", "example", "."] {
      try isWithin(www, name(zone), is: true, "the zone's labels are the last ones of the name")
    }
    try isWithin(.root, .root, is: true, "the root is within itself")
  }

  // RFC 1034 §3.1
  @Test func `a name is not within what is below or beside it`() throws {
    for (inner, zone) in [
      ("example", "postroad.example"), (".", "example"), ("south.example", "north.example"),
      ("postroad.example", "example.postroad"), ("www.postroad.example", "www.postroad"),
    ] {
      try isWithin(name(inner), name(zone), is: false, "it is above, beside or elsewhere")
    }
  }

  // RFC 1034 §3.1: a name is a list of labels
  @Test func `labels are compared whole`() throws {
    for (inner, zone) in [("notcom", "com"), ("badpostroad.example", "postroad.example"), ("ab.c", "b.c")] {
      try isWithin(name(inner), name(zone), is: false, "only the ends of the texts are alike")
    }
    let dotted = DNS.Name(labels: [Array("www.postroad".utf8), Array("example".utf8)])
    try isWithin(dotted, name("postroad.example"), is: false, "a dot may be an octet of a label")
    try isWithin(dotted, name("example"), is: true, "its last label is example")
  }

  // RFC 4343 §3
  @Test func `case does not matter`() throws {
    try isWithin(name("www.PostRoad.Example"), name("postroad.eXAMPLE"), is: true, "names have no case")
    try isWithin(name("www.post[oad"), name("post{oad"), is: false, "0x5B and 0x7B are no letters")
    try closest(
      "WWW.POSTROAD.EXAMPLE A", in: road, is: "postroad.example ns1.postroad.example ns2.postroad.example",
      "nor have questions")
  }

  // RFC 1034 §5.3.3 step 2: its example, Mockapetris.ISI.EDU
  @Test func `the nearest zone is found, in any order of the records`() throws {
    let zones = [". 1 NS root.", "edu. 1 NS edu.", "isi.edu. 1 NS isi.", "mockapetris.isi.edu. 1 NS own."]
    for count in 1...4 {
      let nearest = ["", ". root", "edu. edu", "isi.edu. isi", "mockapetris.isi.edu. own"][count]
      let known = zones.prefix(count)
      for order in [Array(known), known.reversed()] {
        try closest(
          "mockapetris.isi.edu A", in: order.joined(separator: "\n"), is: nearest,
          "of the zones that the name is within, the one with the longest name")
      }
    }
  }

  // RFC 1034 §5.3.3 step 2: the root comes last, but it comes
  @Test func `the root is a zone like any other`() throws {
    try closest("www.elsewhere.test A", in: road, is: ". a.root.example", "every name is within the root")
    try closest(". NS", in: road, is: ". a.root.example", "the root itself, too")
  }

  // hickory-dns #3477: records of another type taken for a cut
  @Test func `only NS records make a zone, and it has their owner's name`() throws {
    let known =
      road + """

        www.postroad.example. 300 A 192.0.2.80
        www.postroad.example. 300 TXT ns
        www.postroad.example. 300 SOA 300
        api.www.postroad.example. 300 CNAME www.postroad.example.
        """
    for asked in ["www.postroad.example A", "api.www.postroad.example NS"] {
      try closest(
        asked, in: known, is: "postroad.example ns1.postroad.example ns2.postroad.example",
        "the nearest NS records are those of postroad.example")
    }
  }

  // RFC 1034 §4.2: what is beside or below the question is another branch
  @Test func `zones beside and below the question are left out`() throws {
    for asked in ["south.postroad.example A", "notnorth.postroad.example A", "postroad.example A"] {
      try closest(
        asked, in: road, is: "postroad.example ns1.postroad.example ns2.postroad.example",
        "north.postroad.example is not above the question")
    }
    try closest(
      "a.north.postroad.example A", in: road, is: "north.postroad.example ns.north.postroad.example",
      "here it is")
  }

  // RFC 4035 §3.1.4.1: DS is in the parent's zone
  @Test func `a DS record is looked for one zone up`() throws {
    let parent = "postroad.example ns1.postroad.example ns2.postroad.example"
    try closest("north.postroad.example DS", in: road, is: parent, "the parent has the DS of its child")
    try closest("NORTH.postroad.example DS", in: road, is: parent, "in any case of its letters")
    try closest("www.postroad.example DS", in: road, is: parent, "there is no cut at www to step over")
    try closest(
      "a.b.north.postroad.example DS", in: road, is: "north.postroad.example ns.north.postroad.example",
      "one step is enough")
    try closest(". DS", in: road, is: nil, "nobody is above the root")
  }

  // RFC 1034 §5.3.3 step 2: the servers of one zone
  @Test func `all servers of the zone are there, each once, in their order`() throws {
    let known = """
      postroad.example. 60 NS c.example.
      example. 60 NS other.example.
      POSTROAD.example. 70 NS a.example.
      postroad.example. 60 NS C.EXAMPLE.
      postroad.example. 0 NS b.example.
      """
    try closest(
      "postroad.example MX", in: known, is: "postroad.example c.example a.example b.example",
      "as the records have them, and no server of another zone")
  }

  // Nothing known, nothing found
  @Test func `a question in no zone has no cut`() throws {
    try closest("www.postroad.example A", in: "", is: nil, "nothing is known")
    try closest("www.postroad.example A", in: "test. 60 NS ns.test.", is: nil, "test is another branch")
    try closest("example A", in: "postroad.example. 60 NS ns.test.", is: nil, "a zone below does not help")
  }

  // A second implementation: cut one label after the other off the name, and look for NS records
  @Test func `random zones are found as by a walk up the tree`() throws {
    var random = SeededRandom(seed: 31)
    let pieces = ["a", "b", "ab", "B"]
    func anyName(_ most: Int) -> DNS.Name {
      DNS.Name(
        labels: (0..<Int.random(in: 0...most, using: &random)).map { _ in
          Array(pieces[Int.random(in: 0..<4, using: &random)].utf8)
        })
    }
    for _ in 0..<400 {
      let known = (0..<6).map { server in
        let data: DNS.RecordData = Bool.random(using: &random) ? .ns(name("s\(server % 4)")) : .txt([])
        return DNS.ResourceRecord(name: anyName(3), ttl: 1, data: data)
      }
      let type = Bool.random(using: &random) ? DNS.RecordType.a : DNS.RecordType.ds
      let search = Search(question: DNS.Question(name: anyName(4), type: type), known: known)
      try check("closestCut(to:in:)", search, returns: text(walkUp(search)), "found by walking up") {
        text(try closestCut(to: $0.question, in: $0.known))
      }
    }
  }

  private func walkUp(_ search: Search) -> Resolver.ZoneCut? {
    var labels = search.question.name.labels[...]
    if search.question.type == DNS.RecordType.ds && labels.popFirst() == nil { return nil }
    while true {
      let zone = DNS.Name(labels: Array(labels))
      var servers: [DNS.Name] = []
      for case .ns(let server) in search.known.filter({ $0.name == zone }).map(\.data)
      where !servers.contains(server) { servers.append(server) }
      if !servers.isEmpty { return Resolver.ZoneCut(zone: zone, nameServers: servers) }
      if labels.popFirst() == nil { return nil }
    }
  }
}
