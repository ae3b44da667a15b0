import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ServerSelectionTests {
  /// Asks servers of example by the last numbers of their addresses: `1 2` are 198.51.100.1 and 198.51.100.2; `1 2t 1` as queries are
  /// one to .1, one over TCP to .2, and one to .1.
  private func ask(
    _ servers: String, in network: String, returns expected: String? = nil, asking queries: String,
    _ rule: String
  ) throws {
    let delegation = Resolver.Delegation(zone: name("example"), addresses: addresses(servers))
    let wanted = queries.split(separator: " ").map { item in
      "\(text(addresses(item.replacing("t", with: ""))[0])) www.example. A\(item.hasSuffix("t") ? " over tcp" : "")"
    }
    try checkConversation(
      "ask(www.example. A, of: example \(servers))", in: network, returns: expected ?? none,
      asking: wanted.joined(separator: "\n"), rule
    ) { text(try DNSResolution.ask(question("www.example A"), of: delegation, exchange: $0)) }
  }

  private func addresses(_ list: some StringProtocol) -> [Resolver.Address] {
    list.split(separator: " ").map { address($0.contains(":") ? String($0) : "198.51.100.\($0)") }
  }

  private func helps(_ servers: String) -> String {
    "\(servers) any\n  NOERROR aa\n  answer www.example. 300 A 192.0.2.80\n"
  }
  private let answer = "NOERROR aa; answer www.example. 300 A 192.0.2.80"
  private let none = "throws Resolver.ResolutionError.noServerHelped(zone: example.)"

  // RFC 1034 §5.3.3 step 3
  @Test func `the first server that helps is the last one asked`() throws {
    try ask("1 2", in: helps("198.51.100.1"), returns: answer, asking: "1", "no need to ask .2")
    try ask("1 2 3", in: helps("198.51.100.2"), returns: answer, asking: "1 2", "in the order of the list")
  }

  // RFC 1035 §7.2: cycle through the addresses, and come back
  @Test func `the silent are asked again after all others`() throws {
    try ask(
      "1 2 3", in: "198.51.100.2 any\n  silent\n  then\n  NOERROR aa\n  answer www.example. 300 A 192.0.2.80",
      returns: answer, asking: "1 2 3 1 2", "a round over all, then the next one")
    try ask(
      "1 2", in: "198.51.100.1 any\n  silent\n  then\n  silent\n  then\n  NXDOMAIN aa",
      returns: "NXDOMAIN aa",
      asking: "1 2 1 2 1", "the third query to .1 is still allowed")
  }

  // RFC 9520 §3.1: no more than two retries over one transport
  @Test func `no address gets a fourth query`() throws {
    try ask("1", in: "", asking: "1 1 1", "one query, and two more")
    try ask("1 2 3", in: "", asking: "1 2 3 1 2 3 1 2 3", "three for each of them")
    try ask(
      "1", in: "198.51.100.1 any\n  silent\n  then\n  silent\n  then\n  silent\n  then\n  NXDOMAIN aa",
      asking: "1 1 1",
      "the fourth would be answered, and is not allowed")
  }

  // RFC 1034 §5.3.3 step 4d
  @Test func `a server that does not help is not asked again`() throws {
    for reply in [
      "SERVFAIL", "REFUSED", "FORMERR", "NOTIMP", "NOERROR", "authority . 9 NS a.root.",
      "authority example. 9 NS ns.example.",
      "authority test. 9 NS ns.test.",
    ] {
      let bad = "198.51.100.1 any\n  \(reply)\n"
      try ask("1 2", in: bad + helps("198.51.100.2"), returns: answer, asking: "1 2", "the next one may know")
      try ask("1 2", in: bad, asking: "1 2 2 2", ".1 has said that it does not help, .2 has said nothing")
    }
  }

  // RFC 1034 §5.3.3 step 4; RFC 2308 §2
  @Test func `every response that leads on helps`() throws {
    for reply in [
      "NXDOMAIN aa", "NOERROR aa", "NOERROR; authority example. 9 SOA 9",
      "NOERROR aa; answer www.example. 9 CNAME a.test.",
      "NOERROR; authority www.example. 9 NS ns.test.",
    ] {
      let rows = reply.split(separator: "; ").map { "  \($0)\n" }.joined()
      try ask(
        "1 2", in: "198.51.100.1 any\n" + rows, returns: reply, asking: "1",
        "the zone has spoken, or leads down")
    }
  }

  // RFC 2181 §9: ignore it, and ask again over TCP; coredns #4183
  @Test func `a truncated response is asked for again over TCP`() throws {
    for partial in ["answer www.example. 9 A 203.0.113.1", "authority example. 9 SOA 9", ""] {
      try ask(
        "1 2",
        in: """
          198.51.100.1 any over udp
            NOERROR aa tc
            \(partial)
          198.51.100.1 any over tcp
            NOERROR aa
            answer www.example. 300 A 192.0.2.80
          """, returns: answer, asking: "1 1t",
        "at once, at the same address; what is in it may be a part of the truth")
    }
    try ask(
      "1", in: "198.51.100.1 any over udp\n  SERVFAIL tc\n" + helps("198.51.100.1"), returns: answer,
      asking: "1 1t",
      "whatever its code is")
  }

  // RFC 9520 §3.1: the limit is for each transport
  @Test func `whoever is silent over TCP is asked again over TCP`() throws {
    let truncated = "198.51.100.1 any over udp\n  NOERROR aa tc\n198.51.100.1 any over tcp\n  silent\n"
    try ask("1", in: truncated, asking: "1 1t 1t 1t", "three over TCP, and never again over UDP")
    try ask(
      "1 2", in: truncated + "198.51.100.2 any\n  silent\n  then\n  NXDOMAIN aa", returns: "NXDOMAIN aa",
      asking: "1 1t 2 1t 2", "after the others that are left")
    try ask(
      "1",
      in:
        "198.51.100.1 any over udp\n  silent\n  then\n  silent\n  then\n  NOERROR tc\n198.51.100.1 any over tcp\n  silent",
      asking: "1 1 1 1t 1t 1t", "queries over UDP do not count for TCP")
  }

  // RFC 2181 §9: TCP has no reason to truncate
  @Test func `a truncated response over TCP does not help`() throws {
    try ask(
      "1 2",
      in: "198.51.100.1 any\n  NOERROR aa tc\n  answer www.example. 9 A 203.0.113.1\n"
        + helps("198.51.100.2"),
      returns: answer, asking: "1 1t 2", "the next one")
    try ask("1", in: "198.51.100.1 any\n  NOERROR aa tc", asking: "1 1t", "and not again")
    try ask(
      "1 2",
      in: "198.51.100.1 any over udp\n  NOERROR tc\n198.51.100.1 any over tcp\n  SERVFAIL\n"
        + helps("198.51.100.2"),
      returns: answer, asking: "1 1t 2", "nor does SERVFAIL over TCP")
  }

  // CVE-2026-3592: one address under many names
  @Test func `an address that is listed twice is one server`() throws {
    try ask(
      "1 1 1 2 1", in: "", asking: "1 2 1 2 1 2", "three queries to each address, however often it is listed")
    try ask("1 2 1", in: "198.51.100.1 any\n  REFUSED", asking: "1 2 2 2", "a refusal is not asked for twice")
    try ask(
      "2001:db8::1 1 2001:db8::1", in: "", asking: "2001:db8::1 1 2001:db8::1 1 2001:db8::1 1",
      "IPv6 and IPv4 are two addresses")
  }

  // Nobody to ask
  @Test func `without an address nobody is asked`() throws {
    try ask("", in: "", asking: "", "the zone of the error is the delegation's")
  }

  // RFC 1035 §4.1.1: an iterative query, the same each time
  @Test func `each query is the question and zeros`() throws {
    var seen: Set<DNS.Message> = []
    try check(
      "the queries of ask(_:of:exchange:)", "three silent servers", returns: ["query of www.example. A"],
      "no RD, no ID, no other records, over UDP and TCP"
    ) { _ in
      let delegation = Resolver.Delegation(zone: name("example"), addresses: addresses("1 2"))
      _ = try DNSResolution.ask(question("www.example A"), of: delegation) { query, server in
        var query = query
        query.header.questionCount = 0
        seen.insert(query)
        return ReplyText(server.transport == .tcp ? "NXDOMAIN aa" : "NOERROR tc").message
      }
      let plain = DNS.Message(header: DNS.Header(), questions: [question("www.example A")])
      return seen.map { $0 == plain ? "query of www.example. A" : "another query" }
    }
  }

  // The network is the caller's
  @Test func `other errors of the network are passed on`() throws {
    try check(
      "ask(_:of:exchange:)", "a network that throws FramingError",
      throws: DNS.FramingError.endedInside(received: 3),
      "only NoReply is silence"
    ) { _ in
      try DNSResolution.ask(
        question("www.example A"), of: Resolver.Delegation(zone: .root, addresses: addresses("1 2"))
      ) { _, _ in throw DNS.FramingError.endedInside(received: 3) }
    }
  }
}
