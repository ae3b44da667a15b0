import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct IterativeResolutionTests {
  /// Resolves in a network, from the root's server at 198.51.100.1 or from another zone.
  private func resolve(
    _ asked: String, in network: String, from start: String = ". 198.51.100.1", returns expected: String,
    asking queries: String, _ rule: String
  ) throws {
    let words = start.split(separator: " ")
    let delegation = Resolver.Delegation(
      zone: name(words[0]), addresses: words.dropFirst().map { address($0) })
    try checkConversation(
      "iterate(\(asked), from: \(start))", in: network, returns: expected, asking: queries, rule
    ) { text(try iterate(question(asked), from: delegation, exchange: $0)) }
  }

  private let road = """
    198.51.100.1 any under example
      authority  example. 172800 NS a.nic.example.
      additional a.nic.example. 172800 A 198.51.100.2
    198.51.100.2 any under postroad.example
      authority  postroad.example. 3600 NS ns.postroad.example.
      additional ns.postroad.example. 3600 A 198.51.100.3
    198.51.100.3 www.postroad.example A
      NOERROR aa
      answer www.postroad.example. 300 A 192.0.2.80
    198.51.100.3 www.postroad.example AAAA
      NOERROR aa
      authority postroad.example. 3600 SOA 300
    198.51.100.3 old.postroad.example A
      NOERROR aa
      answer old.postroad.example. 300 CNAME www.postroad.example.
    198.51.100.3 any
      NXDOMAIN
      authority postroad.example. 3600 SOA 300

    """
  private let walk = "198.51.100.1 %\n198.51.100.2 %\n198.51.100.3 %"

  // RFC 1034 §5.3.3: root, TLD, authority
  @Test func `the way goes from the root over the TLD to the authority`() throws {
    let asked = "www.postroad.example. A"
    try resolve(
      asked, in: road,
      returns: "from postroad.example.: NOERROR aa; answer www.postroad.example. 300 A 192.0.2.80",
      asking: walk.replacing("%", with: asked),
      "two referrals, then the answer; the whole question each time, and no RD")
  }

  // RFC 1034 §5.3.3: the nearest known servers
  @Test func `the walk begins where it is told to`() throws {
    try resolve(
      "www.postroad.example. A", in: road, from: "postroad.example 198.51.100.3",
      returns: "from postroad.example.: NOERROR aa; answer www.postroad.example. 300 A 192.0.2.80",
      asking: "198.51.100.3 www.postroad.example. A", "its servers know the answer")
  }

  // RFC 1034 §5.3.3 step 4; RFC 2308 §2
  @Test func `NXDOMAIN, NODATA and an alias end the walk`() throws {
    for (asked, end) in [
      ("no.postroad.example. A", "NXDOMAIN; authority postroad.example. 3600 SOA 300"),
      ("www.postroad.example. AAAA", "NOERROR aa; authority postroad.example. 3600 SOA 300"),
      ("old.postroad.example. A", "NOERROR aa; answer old.postroad.example. 300 CNAME www.postroad.example."),
    ] {
      try resolve(
        asked, in: road, returns: "from postroad.example.: \(end)", asking: walk.replacing("%", with: asked),
        "nobody knows more about the name; what an alias leads to is another question")
    }
  }

  // RFC 1034 §5.3.3 step 3
  @Test func `a silent server is followed by the next`() throws {
    try resolve(
      "www.example. A",
      in: "198.51.100.2 any\n  NOERROR aa\n  answer www.example. 300 A 192.0.2.80",
      from: ". 198.51.100.9 198.51.100.8 198.51.100.2 198.51.100.1",
      returns: "from .: NOERROR aa; answer www.example. 300 A 192.0.2.80",
      asking: "198.51.100.9 www.example. A\n198.51.100.8 www.example. A\n198.51.100.2 www.example. A",
      "in their order, until one helps, and no further")
  }

  // RFC 1034 §5.3.3 step 4d: delete the server from the list, and go on
  @Test func `a server that does not help is followed by the next`() throws {
    for reply in [
      "SERVFAIL", "REFUSED", "FORMERR", "NOTIMP", "NOERROR", "authority . 1 NS a.root.",
      "authority test. 1 NS ns.test.",
      "authority example. 1 NS ns.example.\n  additional ns.example. 1 A 198.51.100.9",
    ] {
      try resolve(
        "www.example. A",
        in:
          "198.51.100.1 any\n  \(reply)\n198.51.100.2 any\n  NOERROR aa\n  answer www.example. 300 A 192.0.2.80",
        from: "example 198.51.100.1 198.51.100.2",
        returns: "from example.: NOERROR aa; answer www.example. 300 A 192.0.2.80",
        asking: "198.51.100.1 www.example. A\n198.51.100.2 www.example. A",
        "a failure, lame, or a referral that is no deeper than example")
    }
  }

  // RFC 1034 §5.3.3: nobody is left
  @Test func `the zone where nobody helps is named`() throws {
    try resolve(
      "www.example. A", in: "", from: ". 198.51.100.1 198.51.100.2",
      returns: "throws Resolver.ResolutionError.noServerHelped(zone: .)",
      asking: "198.51.100.1 www.example. A\n198.51.100.2 www.example. A", "each was asked once")
    try resolve(
      "www.example. A", in: "", from: ".", returns: "throws Resolver.ResolutionError.noServerHelped(zone: .)",
      asking: "", "nobody to ask")
    try resolve(
      "www.example. A",
      in: """
        198.51.100.1,198.51.100.2 any
          authority  example. 9 NS a.example.
          authority  example. 9 NS b.example.
          additional a.example. 9 A 198.51.100.3
          additional b.example. 9 A 198.51.100.4
        198.51.100.4 any
          SERVFAIL
        """, from: ". 198.51.100.1 198.51.100.2",
      returns: "throws Resolver.ResolutionError.noServerHelped(zone: example.)",
      asking: "198.51.100.1 www.example. A\n198.51.100.3 www.example. A\n198.51.100.4 www.example. A",
      "after the referral only the servers of example count: the second one of the root would say the same")
  }

  // RFC 9471 §2: glue are addresses of the servers that the referral names
  @Test func `only the servers that are named are asked, in the order of the addresses`() throws {
    let referral = """
      198.51.100.1 any
        authority  example. 9 NS B.example.
        authority  example. 9 NS a.example.
        authority  test. 9 NS ns.test.
        answer     b.example. 9 A 203.0.113.69
        additional ns.test. 9 A 203.0.113.66
        additional www.example. 9 A 203.0.113.67
        additional a.example. 9 AAAA 2001:db8::a
        additional b.example. 9 TXT 203.0.113.68
        additional b.example. 9 A 198.51.100.11
        additional a.example. 9 A 198.51.100.10
      """
    try resolve(
      "www.example. A", in: referral,
      returns: "throws Resolver.ResolutionError.noServerHelped(zone: example.)",
      asking: """
        198.51.100.1 www.example. A
        2001:db8::a www.example. A
        198.51.100.11 www.example. A
        198.51.100.10 www.example. A
        """, "ns.test is no server of example, and www.example is what was asked for")
  }

  // RFC 9471 §2: without an address there is nobody to ask yet
  @Test func `a referral without addresses ends the walk`() throws {
    try resolve(
      "www.example. A",
      in: "198.51.100.1 any\n  authority example. 9 NS ns.test.\n  additional www.example. 9 A 203.0.113.66",
      from: ". 198.51.100.1 198.51.100.2",
      returns: "throws Resolver.ResolutionError.noServerHelped(zone: example.)",
      asking: "198.51.100.1 www.example. A",
      "the address of www.example is not the answer: it is in the additional section")
  }

  // zdns #404: each referral must be deeper than the last
  @Test func `referrals that lead round and round end`() throws {
    let loop = """
      198.51.100.1,198.51.100.2,198.51.100.3 any
        authority  example. 9 NS a.example.
        additional a.example. 9 A 198.51.100.2
        additional a.example. 9 A 198.51.100.3
      """
    try resolve(
      "www.example. A", in: loop, returns: "throws Resolver.ResolutionError.noServerHelped(zone: example.)",
      asking: "198.51.100.1 www.example. A\n198.51.100.2 www.example. A\n198.51.100.3 www.example. A",
      "the servers of example refer to example: that is no deeper")
    try resolve(
      "www.example. A",
      in: loop.replacing("198.51.100.1,198.51.100.2,", with: "198.51.100.1,") + """

        198.51.100.2 any
          authority  . 9 NS a.root.
          additional a.root. 9 A 198.51.100.1
        """, returns: "throws Resolver.ResolutionError.noServerHelped(zone: example.)",
      asking: "198.51.100.1 www.example. A\n198.51.100.2 www.example. A\n198.51.100.3 www.example. A",
      "nor does the way back to the root lead on")
  }

  // RFC 1035 §2.3.4: a name has at most 127 labels, so the deepest walk has 128 zones
  @Test func `a zone at each label is the longest way there is`() throws {
    let labels = (1...20).map { "l\($0)" }
    var network = ""
    for depth in 0..<20 {
      let zone = labels.suffix(depth + 1).joined(separator: ".")
      network += """
        198.51.100.\(depth + 1) any
          authority  \(zone). 9 NS ns.\(zone).
          additional ns.\(zone). 9 A 198.51.100.\(depth + 2)

        """
    }
    let asked = labels.joined(separator: ".") + ". TXT"
    try resolve(
      asked, in: network + "198.51.100.21 any\n  NOERROR aa",
      returns: "from \(asked.dropLast(4)): NOERROR aa",
      asking: (1...21).map { "198.51.100.\($0) \(asked)" }.joined(separator: "\n"),
      "each zone refers to the next one, and each is asked once")
  }

  // The network is the caller's
  @Test func `other errors of the network are passed on`() throws {
    let start = Resolver.Delegation(
      zone: .root, addresses: [address("198.51.100.1"), address("198.51.100.2")])
    try check(
      "iterate(_:from:exchange:)", "a network that throws FramingError",
      throws: DNS.FramingError.endedInside(received: 3), "only NoReply means that the next one is asked"
    ) { _ in
      try iterate(question("www.example A"), from: start) { _, _ in
        throw DNS.FramingError.endedInside(received: 3)
      }
    }
  }

  // RFC 1035 §4.1.1, RFC 1034 §4.3.1: an iterative query
  @Test func `a query is empty but for its question`() throws {
    var seen: [String] = []
    try check(
      "the queries of iterate(_:from:exchange:)", "www.example A",
      returns: ["www.example. A, header all zero, other sections empty, over udp"],
      "opcode QUERY, no flags, no ID yet"
    ) { asked in
      _ = try iterate(
        question(asked), from: Resolver.Delegation(zone: .root, addresses: [address("198.51.100.1")])
      ) { query, server in
        var header = query.header
        header.questionCount = 0
        let isEmpty = query.answers.isEmpty && query.authorities.isEmpty && query.additionals.isEmpty
        seen.append(
          "\(query.questions.map { text($0) }.joined(separator: " and ")), header "
            + (header == DNS.Header() ? "all zero" : "not zero")
            + ", other sections \(isEmpty ? "" : "not ")empty, over \(server.transport)")
        return ReplyText("NXDOMAIN aa").message
      }
      return seen
    }
  }
}
