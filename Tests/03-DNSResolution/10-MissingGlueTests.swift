import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct MissingGlueTests {
  /// Servers are the last numbers of their addresses: `1 org A, 2 www.org A` are a query to 198.51.100.1 and one to 198.51.100.2.
  private func resolve(
    _ asked: String, in network: String, from zone: String = ".", _ server: String = "198.51.100.1",
    returns expected: String, asking queries: String, _ rule: String
  ) throws {
    let root = Resolver.Delegation(zone: name(zone), addresses: [address(server)])
    let wanted = queries.replacing("\n", with: " ").split(separator: ", ").map { query in
      let words = query.split(separator: " ")
      return (words[0].contains(":") ? "" : "198.51.100.") + "\(words[0]) \(name(words[1])) \(words[2])"
    }
    try checkConversation(
      "resolveWithoutGlue(\(asked), from: \(zone) \(server))", in: network, returns: expected,
      asking: wanted.joined(separator: "\n"), rule
    ) { text(try resolveWithoutGlue(question(asked), from: root, exchange: $0)) }
  }

  /// The root at .1 knows zones without glue, `test` at .2, and nothing else; .2 knows ns.tower.test and others.
  private func road(_ zones: String..., servers: String = "ns.tower.test. 9 A 198.51.100.3") -> String {
    let referrals = zones.map { zone in
      let name = zone.split(separator: " ")[0]
      return "198.51.100.1 any under \(name)\n"
        + zone.split(separator: " ").dropFirst().map { "  authority \(name). 9 NS \($0).\n" }.joined()
    }
    let known = servers.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return "198.51.100.2 \(words[0]) \(words[2])\n  NOERROR aa\n  answer \(line)\n"
    }
    return referrals.joined() + """
      198.51.100.1 any under test
        authority test. 9 NS ns.test.
        additional ns.test. 9 A 198.51.100.2

      """ + known.joined() + """
        198.51.100.2 any
          NOERROR aa
          authority test. 9 SOA 9
        198.51.100.3,198.51.100.4,2001:db8::3 any
          NOERROR aa
          answer www.example. 300 A 192.0.2.80

        """
  }
  private let answer = "from example.: NOERROR aa; answer www.example. 300 A 192.0.2.80"
  private let none = "throws Resolver.ResolutionError.noServerHelped(zone: example.)"

  // RFC 9471 §2.1: with glue there is nothing to look up
  @Test func `glue is used where it is`() throws {
    try resolve(
      "www.example. A",
      in: road("example ns.tower.test ns.example").replacing(
        "NS ns.example.\n",
        with:
          "NS ns.example.\n  additional www.example. 9 A 198.51.100.9\n  additional ns.example. 9 A 198.51.100.4\n"
      ),
      returns: answer, asking: "1 www.example A, 4 www.example A",
      "one server has glue and helps: the other name need not be looked up, though it is first")
    try resolve(
      "www.example. A",
      in: road("example ns.tower.test").replacing(
        "NS ns.tower.test.\n", with: "NS ns.tower.test.\n  additional ns.tower.test. 9 TXT x\n"),
      returns: answer, asking: "1 www.example A, 1 ns.tower.test A, 2 ns.tower.test A, 3 www.example A",
      "a record that is no address is no glue, and the name is looked up")
  }

  // RFC 1034 §5.3.3: find the address of a server as any other
  @Test func `a server without glue is looked up from the start`() throws {
    try resolve(
      "www.example. A", in: road("example ns.tower.test"), returns: answer,
      asking: "1 www.example A, 1 ns.tower.test A, 2 ns.tower.test A, 3 www.example A",
      "its name is in another zone, so the search for it begins at the root")
  }

  // zdns #483: a server may have IPv6 alone
  @Test func `AAAA is asked for when there is no A record`() throws {
    let road = road("example ns.tower.test", servers: "ns.tower.test. 9 AAAA 2001:db8::3")
    let both =
      "1 www.example A, 1 ns.tower.test A, 2 ns.tower.test A, 1 ns.tower.test AAAA, 2 ns.tower.test AAAA"
    try resolve(
      "www.example. A", in: road, returns: answer, asking: both + ", 2001:db8::3 www.example A",
      "NODATA for A, and an address for AAAA")
    try resolve(
      "www.example. A", in: "198.51.100.2 ns.tower.test A\n  NXDOMAIN aa\n" + road, returns: answer,
      asking: both + ", 2001:db8::3 www.example A", "a response of NXDOMAIN has no A records either")
    let other = "198.51.100.2 ns.tower.test A\n  NOERROR aa\n  answer ns.tower.test. 9 AAAA 2001:db8::9\n"
    try resolve(
      "www.example. A", in: other + road, returns: answer, asking: both + ", 2001:db8::3 www.example A",
      "an AAAA record in the response to A is not what was asked for")
    try resolve(
      "www.example. A", in: other + "  answer ns.tower.test. 9 A 198.51.100.9\n" + road, returns: none,
      asking: "1 www.example A, 1 ns.tower.test A, 2 ns.tower.test A, 9 www.example A",
      "nor beside an A record, though that one leads nowhere")
  }

  // RFC 1034 §5.3.3: next server
  @Test func `names are looked up one after the other, until one helps`() throws {
    try resolve(
      "www.example. A",
      in: road(
        "example a.down B.test ns.tower.test c.test",
        servers: "b.test. 9 A 198.51.100.9\nc.test. 9 A 198.51.100.3"),
      returns: answer,
      asking: """
        1 www.example A, 1 a.down A, 1 B.test A, 2 B.test A, 9 www.example A,
        1 ns.tower.test A, 2 ns.tower.test A, 1 ns.tower.test AAAA, 2 ns.tower.test AAAA,
        1 c.test A, 2 c.test A, 3 www.example A
        """,
      "a.down is refused, B.test is silent, ns.tower.test has no address at all, c.test helps")
  }

  // RFC 9471 §2.1: glue first
  @Test func `when servers with glue do not help, the others are looked up`() throws {
    try resolve(
      "www.example. A",
      in: road("example ns.tower.test a.example").replacing(
        "NS a.example.\n", with: "NS a.example.\n  additional a.example. 9 A 198.51.100.9\n"),
      returns: answer,
      asking: """
        1 www.example A, 9 www.example A, 1 ns.tower.test A, 2 ns.tower.test A,
        3 www.example A
        """, "198.51.100.9 is silent")
    try resolve(
      "www.example. A",
      in: road("example ns.tower.test").replacing(
        "NS ns.tower.test.\n", with: "NS ns.tower.test.\n  additional NS.tower.test. 9 A 198.51.100.9\n"),
      returns: none, asking: "1 www.example A, 9 www.example A",
      "ns.tower.test has glue: it is none of the other names, though a search would find 198.51.100.3")
  }

  // RFC 9471 §2.1, hickory #1889: the way to such a server leads through itself
  @Test func `a server within its own zone is not looked up`() throws {
    for server in ["ns.example", "a.b.EXAMPLE", "example"] {
      try resolve(
        "www.example. A", in: road("example \(server)"), returns: none, asking: "1 www.example A",
        "only glue could tell where \(server) is")
    }
    try resolve(
      "www.ns. A", in: road("ns ns-ns.ns"), returns: none.replacing("example", with: "ns"),
      asking: "1 www.ns A", "the zone that made hickory-dns overflow its stack")
  }

  // TsuNAME 2021: two zones whose servers are in each other
  @Test func `a cycle of zones ends`() throws {
    try resolve(
      "www.example. A", in: road("example ns.two", "two ns.example"), returns: none,
      asking: "1 www.example A, 1 ns.two A, 1 ns.example A",
      "example needs ns.two, two needs ns.example, and that needs ns.two, which is being looked up")
    try resolve(
      "www.example. A", in: road("example ns.two", "two NS.three", "three ns.example ns.TWO"), returns: none,
      asking: "1 www.example A, 1 ns.two A, 1 NS.three A, 1 ns.example A",
      "in a circle of three neither ns.two nor itself leads on")
  }

  // RFC 9471 §2.3: cyclic sibling domain name servers
  @Test func `one address opens a cycle`() throws {
    try resolve(
      "www.example. A",
      in: road("example ns.two", "two ns.example ns.tower.test").replacing(
        "NS ns.tower.test.\n", with: "NS ns.tower.test.\n  additional ns.tower.test. 9 A 198.51.100.5\n")
        + "198.51.100.5 any\n  NOERROR aa\n  answer ns.two. 9 A 198.51.100.9\n  answer ns.two. 9 A 198.51.100.3",
      returns: answer,
      asking: "1 www.example A, 1 ns.two A, 5 ns.two A, 9 www.example A, 3 www.example A",
      "two has a server that can be reached, and ns.two has two addresses")
  }

  // Our rule: five names at a time
  @Test func `the search is no deeper than its limit`() throws {
    let zones = (1...7).map { "z\($0) ns.z\($0 + 1)" }
    for last in [6, 7] {
      var network =
        "198.51.100.1 any under z\(last)\n  authority z\(last). 9 NS ns.z\(last).\n  additional ns.z\(last). 9 A 198.51.100.4\n"
      for zone in zones.prefix(last - 1) {
        let words = zone.split(separator: " ")
        network += "198.51.100.1 any under \(words[0])\n  authority \(words[0]). 9 NS \(words[1]).\n"
      }
      for depth in 2...last {
        network += "198.51.100.4 ns.z\(depth) A\n  NOERROR aa\n  answer ns.z\(depth). 9 A 198.51.100.4\n"
      }
      network += "198.51.100.4 any\n  NXDOMAIN aa\n"
      let down = ["1 www.z1 A"] + (2...6).map { "1 ns.z\($0) A" }
      let up = (2...6).reversed().map { "4 ns.z\($0) A" } + ["4 www.z1 A"]
      try resolve(
        "www.z1. A", in: network,
        returns: last == 6 ? "from z1.: NXDOMAIN aa" : none.replacing("example", with: "z1"),
        asking: (last == 6 ? down + up : down).joined(separator: ", "),
        last == 6 ? "ns.z2 to ns.z6 are five names" : "ns.z7 would be the sixth")
    }
  }

  // RFC 2181 §10.3: a server's name must not be an alias
  @Test func `an alias is no server's name`() throws {
    try resolve(
      "www.example. A",
      in: road("example alias.test ns.tower.test").replacing(
        "198.51.100.2 any\n",
        with:
          "198.51.100.2 any under alias.test\n  NOERROR aa\n  answer alias.test. 9 CNAME b.test.\n  answer b.test. 9 A 198.51.100.9\n198.51.100.2 any\n"
      ),
      returns: answer,
      asking: """
        1 www.example A, 1 alias.test A, 2 alias.test A, 1 alias.test AAAA,
        2 alias.test AAAA, 1 ns.tower.test A, 2 ns.tower.test A, 3 www.example A
        """, "the next name has an address of its own")
  }

  // The specification above resolveWithoutGlue
  @Test func `the walk begins where it is told to`() throws {
    try resolve(
      "www.example. A", in: "198.51.100.4 any\n  REFUSED\n", from: "example", "198.51.100.4",
      returns: none,
      asking: "4 www.example A",
      "the zone is example, and nobody above it is asked")
  }

  // Our rule: each once
  @Test func `a name that is listed twice is looked up once`() throws {
    try resolve(
      "www.example. A", in: road("example a.test A.TEST"), returns: none,
      asking: "1 www.example A, 1 a.test A, 2 a.test A, 1 a.test AAAA, 2 a.test AAAA",
      "a.test and A.TEST are one name")
  }

  // The network is the caller's
  @Test func `other errors of the network are passed on`() throws {
    let network = ScriptedNetwork(road("example ns.tower.test"))
    let root = Resolver.Delegation(zone: .root, addresses: [address("198.51.100.1")])
    try check(
      "resolveWithoutGlue(_:from:exchange:)", "a network that throws FramingError at the third query",
      throws: DNS.FramingError.endedInside(received: 3), "also in the search for a server"
    ) { _ in
      try resolveWithoutGlue(question("www.example A"), from: root) { query, server in
        guard network.queries.count < 2 else { throw DNS.FramingError.endedInside(received: 3) }
        return try network.exchange(query, server)
      }
    }
  }
}
