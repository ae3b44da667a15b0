import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct QNAMEMinimisationTests {
  /// Checks how many labels are shown anew, query after query.
  private func shown(
    _ labels: Int, from known: Int = 0, sent: Int = 0, returns expected: [Int], _ rule: String
  ) throws {
    let whole = DNS.Name(labels: (0..<labels).map { Array("l\($0)".utf8) })
    try check(
      "nextName(after:of:sent:), labels added",
      "\(labels) labels, \(known) of them known, \(sent) queries sent",
      returns: expected, rule
    ) { _ in
      var names = [DNS.Name(labels: whole.labels.suffix(known))]
      while names.count <= 200, let last = names.last, last != whole {
        names.append(try nextName(after: last, of: whole, sent: sent + names.count - 1))
      }
      return zip(names.dropFirst(), names).map { $0.labels.count - $1.labels.count }
    }
  }

  private func next(
    _ known: String, of whole: String, sent: Int, returns expected: String, _ rule: String
  ) throws {
    try check("nextName(after:of:sent:)", [known, whole, "\(sent)"], returns: expected, rule) { _ in
      try nextName(after: name(known), of: name(whole), sent: sent).description
    }
  }

  /// Servers are the last numbers of their addresses: `1 org A, 2 www.org A` are a query to 198.51.100.1 and one to 198.51.100.2.
  private func resolve(
    _ asked: String, in network: String, from zone: String = ".", _ servers: String = "1",
    returns expected: String, asking queries: String, _ rule: String
  ) throws {
    let addresses = servers.split(separator: " ").map { address("198.51.100.\($0)") }
    let start = Resolver.Delegation(zone: name(zone), addresses: addresses)
    let wanted = queries.replacing("\n", with: "").split(separator: ",").map { query in
      let words = query.split(separator: " ")
      return (words[0].contains(":") ? "" : "198.51.100.") + "\(words[0]) \(name(words[1])) \(words[2])"
    }
    try checkConversation(
      "resolveMinimised(\(asked), from: \(zone) \(servers))", in: network, returns: expected,
      asking: wanted.joined(separator: "\n"), rule
    ) { text(try resolveMinimised(question(asked), from: start, exchange: $0)) }
  }

  private let mail = "from example.org.: NOERROR aa; answer a.b.example.org. 300 MX 10 mail.example.org."

  // RFC 9156 §2.3: its example
  @Test func `eighteen labels are shown in ten queries`() throws {
    try shown(
      18, returns: [1, 1, 1, 1, 2, 2, 2, 2, 3, 3], "four one by one, fourteen in six parts, the larger last")
    try shown(
      18, from: 6, sent: 6, returns: [3, 3, 3, 3], "12 labels in the four queries that are left of ten")
  }

  // RFC 9156 §2.3: the first four, then equal parts, the remainder added to the last ones
  @Test func `few labels are shown one by one, many in equal parts`() throws {
    for labels in 0...10 {
      try shown(labels, returns: Array(repeating: 1, count: labels), "no query without a new label")
    }
    for labels in 11...127 {
      let (part, rest) = (labels - 4).quotientAndRemainder(dividingBy: 6)
      let parts = (0..<6).map { part + ($0 >= 6 - rest ? 1 : 0) }
      try shown(labels, returns: [1, 1, 1, 1] + parts, "no more than ten queries")
    }
  }

  // RFC 9156 §2.3: MAX_MINIMISE_COUNT
  @Test func `after ten queries the whole name is shown`() throws {
    for (sent, shown) in [(9, "a.b.c.d"), (10, "a.b.c.d"), (11, "a.b.c.d"), (1000, "a.b.c.d"), (8, "c.d")] {
      try next("d", of: "a.b.c.d", sent: sent, returns: shown + ".", "ten is the limit; eight leave two")
    }
  }

  // RFC 9156 §2.3: its second mechanism
  @Test func `labels with an underscore are shown together`() throws {
    for (known, whole, sent, shown) in [
      ("mail.example.org", "_25._tcp.mail.example.org", 3, "_25._tcp.mail.example.org."),
      ("example.org", "_25._tcp.mail.example.org", 2, "mail.example.org."),
      ("example.org", "a._x._y._z.example.org", 0, "_x._y._z.example.org."),
      ("example.org", "_x.a._y.example.org", 0, "_y.example.org."),
      ("_y.example.org", "_x._y.example.org", 9, "_x._y.example.org."),
      ("_y.example.org", "b._x.a._y.example.org", 0, "a._y.example.org."),
      ("org", "d.c.b.a._y.x.org", 7, "_y.x.org."),
      ("org", "d.c.b._a._y.x.org", 7, "_a._y.x.org."),
      ("org", "d.c.b._a.y._x.org", 7, "y._x.org."),
    ] { try next(known, of: whole, sent: sent, returns: shown, "an underscore is no boundary of a zone") }
  }

  // RFC 4343 §3; the specification above nextName
  @Test func `the name is shown as it was asked`() throws {
    try next("EXAMPLE.org", of: "A.b.Example.ORG", sent: 0, returns: "b.Example.ORG.", "its own letters")
    try next("A.B", of: "a.b", sent: 3, returns: "a.b.", "nothing is hidden")
    try next(".", of: ".", sent: 12, returns: ".", "nor of the root")
  }

  // RFC 9156 §4: requests for MX and A, cold; with org known
  @Test func `the queries are those of the standard's examples`() throws {
    let down = "3 b.example.org A, 3 a.b.example.org A"
    try resolve(
      "a.b.example.org MX", in: minimisedRoads, returns: mail,
      asking: "1 org A, 2 example.org A, \(down), 3 a.b.example.org MX",
      "a.b.example.org may be a zone of its own: only after that the type is shown")
    try resolve(
      "a.b.example.org A", in: minimisedRoads,
      returns: "from example.org.: NOERROR aa; answer a.b.example.org. 300 A 192.0.2.80",
      asking: "1 org A, 2 example.org A, \(down)", "one query less where A is what is wanted")
    try resolve(
      "a.b.example.org MX", in: minimisedRoads, from: "org", "2", returns: mail,
      asking: "2 example.org A, \(down), 3 a.b.example.org MX", "org is known")
    try resolve(
      "example.org MX", in: minimisedRoads, from: "Example.Org", "3",
      returns: "from example.org.: NOERROR aa", asking: "3 example.org MX",
      "the name of the zone is known from the start")
  }

  // RFC 8020 §2; RFC 9156 §3 (6d)
  @Test func `a name that does not exist ends the walk`() throws {
    try resolve(
      "a.b.c.nothing.example.org TXT", in: minimisedRoads, returns: "from example.org.: NXDOMAIN aa",
      asking: "1 org A, 2 example.org A, 3 nothing.example.org A",
      "nothing is below it, and a.b.c is nobody's business")
    try resolve(
      "nothing.example.org TXT", in: minimisedRoads, from: "example.org", "3",
      returns: "from example.org.: NXDOMAIN aa", asking: "3 nothing.example.org A",
      "also when it is the whole name")
  }

  // RFC 9156 §3 (6c), RFC 6604 §3; pdns #8699
  @Test func `whatever else comes back, the name is there`() throws {
    for reply in [
      "NOERROR aa", "answer b.example.org. 9 A 192.0.2.1", "answer b.example.org. 9 CNAME x.test.",
      "answer b.example.org. 9 CNAME x.example.org.",
      "NXDOMAIN aa\n  answer b.example.org. 9 CNAME x.example.org.",
      "NXDOMAIN aa\n  answer b.example.org. 9 CNAME x.test.", "authority example.org. 9 SOA 9",
    ] {
      try resolve(
        "a.b.example.org MX", in: "198.51.100.3 b.example.org A\n  \(reply)\n" + minimisedRoads,
        from: "example.org", "3", returns: mail,
        asking: "3 b.example.org A, 3 a.b.example.org A, 3 a.b.example.org MX",
        "an alias is not followed, and NXDOMAIN after an alias is about another name")
    }
  }

  // RFC 9156 §3 (6a): back to step 1
  @Test func `a referral leads on from its own zone`() throws {
    try resolve(
      "p.o.n.m.l.k.j.i.h.g.f.e.d.c.b.a.org MX", in: deepCut, from: "org", "2",
      returns: "from e.d.c.b.a.org.: NXDOMAIN aa",
      asking: """
        2 a.org A, 2 b.a.org A, 2 c.b.a.org A, 2 d.c.b.a.org A, 2 f.e.d.c.b.a.org A,
        2001:db8::3 g.f.e.d.c.b.a.org A, 4 g.f.e.d.c.b.a.org A
        """,
      "f was asked for, the cut is at e: 11 labels are hidden, in 5 queries; ns.test is no server of org")
    let back = """
      198.51.100.3 a.b.example.org MX
        authority b.example.org. 9 NS ns.b.example.org.
        additional ns.b.example.org. 9 A 198.51.100.4
      198.51.100.4 any
        NOERROR aa

      """
    try resolve(
      "a.b.example.org MX", in: back + minimisedRoads, from: "example.org", "3",
      returns: "from b.example.org.: NOERROR aa",
      asking:
        "3 b.example.org A, 3 a.b.example.org A, 3 a.b.example.org MX, 4 a.b.example.org A, 4 a.b.example.org MX",
      "a referral to the question itself is one as well")
    try resolve(
      "a.b.example.org MX",
      in: back.replacing("authority b.", with: "authority a.b.").replacing(" MX", with: " A")
        + minimisedRoads,
      from: "example.org", "3", returns: "from a.b.example.org.: NOERROR aa",
      asking: "3 b.example.org A, 3 a.b.example.org A, 4 a.b.example.org MX",
      "the whole name is a zone, and is known")
  }

  // RFC 9156 §2.3: a limit for each question
  @Test func `queries are counted through the whole walk`() throws {
    try resolve(
      "p.o.n.m.l.k.j.i.h.g.f.e.d.c.b.a A",
      in: """
        198.51.100.1 any
          authority a. 9 NS ns.a.
          additional ns.a. 9 A 198.51.100.2
        198.51.100.2 any
          authority b.a. 9 NS ns.a.
          additional ns.a. 9 A 198.51.100.3
        198.51.100.3 c.b.a A
          silent
          then
          NOERROR aa
        198.51.100.3 d.c.b.a A
          NOERROR aa
        198.51.100.3 any
          NXDOMAIN aa
        """, returns: "from b.a.: NXDOMAIN aa",
      asking: "1 a A, 2 b.a A, 3 c.b.a A, 3 c.b.a A, 3 d.c.b.a A, 3 f.e.d.c.b.a A",
      "the fifth shows two labels: two referrals came before, and what was asked twice is one query")
  }

  // RFC 9156 §3 (1a), (3)
  @Test func `DS is asked for above the cut`() throws {
    try resolve(
      "a.b.example.org DS", in: minimisedRoads, returns: "from example.org.: NOERROR aa",
      asking: "1 org A, 2 example.org A, 3 b.example.org A, 3 a.b.example.org DS",
      "whoever has b.example.org has the DS records of a")
    for asked in ["org DS", ". DS"] {
      try resolve(
        asked, in: "198.51.100.1 any\n  NOERROR aa", returns: "from .: NOERROR aa", asking: "1 \(asked)",
        "there is no label between, and of the root's name none to leave out")
    }
  }

  // RFC 9156 §3 (6e); pdns #12956
  @Test func `where nobody helps the walk ends`() throws {
    try resolve(
      "a.b.example.org MX", in: "198.51.100.2 any\n  authority org. 9 NS ns.org.", from: "org", "2 9",
      returns: "throws Resolver.ResolutionError.noServerHelped(zone: org.)",
      asking: "2 example.org A, 9 example.org A, 9 example.org A, 9 example.org A",
      "one refers to where we are, the other is silent")
    try resolve(
      "a.b.example.org MX", in: "198.51.100.1 any\n  authority org. 9 NS ns.test.",
      returns: "throws Resolver.ResolutionError.noServerHelped(zone: org.)", asking: "1 org A",
      "no address, nobody to ask")
  }

  // RFC 1035 §4.1.1; RFC 9156 §2.1; 3.11
  @Test func `a minimised query is sent as any other`() throws {
    let start = Resolver.Delegation(zone: name("example"), addresses: [address("198.51.100.1")])
    var seen: [String] = []
    try check(
      "the queries of resolveMinimised", "x.example. TXT of class CHAOS, at a server that truncates",
      returns: ["x.example. A 3 udp", "x.example. A 3 tcp", "x.example. TXT 3 udp"],
      "the class is the question's; what is truncated is asked for over TCP"
    ) { _ in
      let asked = DNS.Question(name: name("x.example"), type: .txt, recordClass: .chaos)
      _ = try resolveMinimised(asked, from: start) { query, server in
        seen += query.questions.map { "\(text($0)) \($0.recordClass.rawValue) \(server.transport)" }
        return ReplyText(seen.count == 1 ? "NOERROR tc" : "NOERROR aa").message
      }
      return seen
    }
  }
}
