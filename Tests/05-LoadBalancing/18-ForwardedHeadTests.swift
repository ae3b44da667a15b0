import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ForwardedHeadTests {
  private let ours = [("x-forwarded-for", "192.0.2.7"), ("via", "1.1 tower")]

  // RFC 9110 §7.6: fields that are not recognized are forwarded, too; §11.6.2: Authorization is never modified
  @Test func `what is meant for the backend goes on, in its order`() throws {
    let fields = [
      ("host", "a"), ("x-new", "1"), ("authorization", "Basic YTpi"), ("x-new", "2"), ("x-empty", ""),
    ]
    try send(fields, as: fields + ours, "all that came, known or not, then ours")
    try send(
      [("x", "1"), ("host", "")], as: [("x", "1"), ("host", "")] + ours, "a Host stays where and what it is")
  }

  // RFC 9110 §7.6.1: MUST remove the fields that a connection option names, in any case, then Connection itself; §5.3:
  // fields of one name are one list; §5.6.1.2: empty elements are skipped
  @Test func `what Connection names ends here, and Connection itself`() throws {
    let fields = [("host", "a"), ("x-hop", "1"), ("x-hope", "2"), ("x-hop", "3"), ("x-b", "4")]
    for (options, kept) in [
      (["X-Hop, close"], [0, 2, 4]), (["x-hop,X-B"], [0, 2]), (["close", "X-HOPE"], [0, 1, 3, 4]),
      ([", x-hop,,\tx-b ,", "keep-alive"], [0, 2]), (["", "a x-b", "x-hop x"], [0, 1, 2, 3, 4]),
    ] {
      try send(
        options.map { ("connection", $0) } + fields, as: kept.map { fields[$0] } + ours,
        "one list with commas, in any case; each option is a whole name")
    }
  }

  // RFC 9110 §7.6.1: SHOULD remove Proxy-Connection, Keep-Alive, TE, Transfer-Encoding and Upgrade, named or not
  @Test func `what is known to be for one hop ends here, named or not`() throws {
    for name in ["keep-alive", "proxy-connection", "te", "upgrade", "transfer-encoding"] {
      try send([("host", "a"), (name, "x"), (name, "y")], as: [("host", "a")] + ours, "it is for one hop")
    }
  }

  // RFC 9110 §7.6.1 names five besides Connection; §11.7.1: Proxy-Authorization MAY be relayed; §6.6.2: Trailer
  @Test func `what is not named and not known goes on`() throws {
    for name in [
      "proxy-authorization", "proxy-authenticate", "trailer", "trailers", "upgrade-insecure-requests", "te2",
    ] {
      try send(
        [("host", "a"), (name, "x")], as: [("host", "a"), (name, "x")] + ours,
        "the rule is Connection, and no list")
    }
  }

  // RFC 9110 §7.6.1: a field for all recipients MUST NOT be named; RFC 9112 §3.2: HTTP/1.1 has a Host; refusing is ours
  @Test func `a Connection that names Host is refused`() throws {
    for fields in [
      [("host", "a"), ("connection", "host")], [("connection", "close, Host"), ("host", "a")],
      [("connection", "HOST")], [("connection", "close"), ("host", "a"), ("connection", ",hOsT,")],
    ] {
      let head = LB.RequestHead(fields, length: 99)
      try check(
        "forwardedHead(of:body:from:by:)", head.shown, throws: LB.ForwardError.endToEndOption("host"),
        "without its Host the request means another one"
      ) { _ in try forwardedHead(of: head, body: .bytes(0), from: "192.0.2.7", by: "tower") }
    }
    try send([("connection", "host2, x-host, host x")], as: [("host", "")] + ours, "these are other names")
  }

  // RFC 9112 §6.1, §6.3: the length is what the framing says; that it is written anew is our rule
  @Test func `the length is written anew, before X-Forwarded-For and Via`() throws {
    for (fields, body, length) in [
      ([("content-length", "007")], .bytes(7), ("content-length", "7")),
      ([], .bytes(3), ("content-length", "3")), ([], .bytes(1), ("content-length", "1")),
      ([("content-length", "7"), ("connection", "content-length")], .bytes(7), ("content-length", "7")),
      ([("content-length", "0")], .bytes(0), ("content-length", "0")), ([], .bytes(0), nil),
      ([("content-length", "0"), ("connection", "content-length")], .bytes(0), ("content-length", "0")),
      ([("transfer-encoding", "Chunked")], .chunked, ("transfer-encoding", "chunked")),
      (
        [("transfer-encoding", "x"), ("connection", "transfer-encoding")], .chunked,
        ("transfer-encoding", "chunked")
      ),
      ([], .bytes(.max), ("content-length", "9223372036854775807")),
    ] as [([(String, String)], LB.BodyLength, (String, String)?)] {
      try send(
        fields + [("host", "a"), ("x", "y")], body,
        as: [("host", "a"), ("x", "y")] + (length.map { [$0] } ?? []) + ours,
        "what was found counts, once, and not what came")
    }
  }

  // RFC 9112 §2.3: intermediaries MUST send their own version; §3.2: in HTTP/1.1 with a Host, or an empty one
  @Test func `the balancer speaks its own version, with a Host`() throws {
    for minor in [0, 1] {
      let old = LB.RequestHead(
        method: "get", target: "/a?b", minorVersion: minor, fields: [LB.Field("accept", "*/*")], length: 30)
      let fields = [
        ("host", ""), ("accept", "*/*"), ("x-forwarded-for", "192.0.2.7"), ("via", "1.\(minor) tower"),
      ]
      try check(
        "forwardedHead(of:body:from:by:)", old.shown,
        returns: LB.RequestHead(method: "get", target: "/a?b", fields: fields.map { LB.Field($0, $1) }),
        "HTTP/1.1, an empty Host first where there is none, method and target the client's, and no length yet"
      ) { _ in try forwardedHead(of: old, body: .bytes(0), from: "192.0.2.7", by: "tower") }
    }
  }

  // nginx, $proxy_add_x_forwarded_for: the field with the client's address appended, separated by a comma; recorded, too;
  // RFC 9110 §5.6.1.1: a sender MUST NOT generate empty list elements
  @Test func `the peer comes last in X-Forwarded-For`() throws {
    for line in ForwardedLine.all(NginxForwarded.lists) {
      let head = LB.RequestHead(line.fields.map { ("x-forwarded-for", $0) })
      try check(
        "forwardedHead(of:body:from:by:)", head.shown, returns: [line.answer],
        "one list, \(line.peer) at its end"
      ) { _ in
        try forwardedHead(of: head, body: .bytes(0), from: line.peer, by: "tower").values(
          of: "x-forwarded-for")
      }
    }
    for (values, list) in [
      (["203.0.113.9,"], "203.0.113.9, 192.0.2.7"), ([", a ,\t,", "b"], "a, b, 192.0.2.7"),
      ([","], "192.0.2.7"),
      (["", "a", "", " \t"], "a, 192.0.2.7"), (["a,b"], "a,b, 192.0.2.7"),
      (["unknown"], "unknown, 192.0.2.7"),
    ] {
      let fields = values.map { ("x-forwarded-for", $0) }
      try send(
        [("host", "a")] + fields + [("x", "y")],
        as: [("host", "a"), ("x", "y"), ("x-forwarded-for", list), ours[1]],
        "values without commas and white space at their ends, empty ones left out, then the peer")
    }
  }

  // RFC 9110 §7.6.3: the example of "fred" and p.example.net
  @Test func `Via has the version that was received, and by whom`() throws {
    for (minor, values, name, via) in [
      (0, [], "fred", "1.0 fred"), (1, ["1.0 fred"], "p.example.net", "1.0 fred, 1.1 p.example.net"),
      (1, ["1.0 a", "1.1 b (x,y)"], "tower", "1.0 a, 1.1 b (x,y), 1.1 tower"),
      (1, ["", "1.0 a,", ""], "tower", "1.0 a, 1.1 tower"),
      (1, ["1.1 tower"], "tower", "1.1 tower, 1.1 tower"),
    ] {
      let head = LB.RequestHead(values.map { ("via", $0) } + [("host", "a")], minor: minor)
      try check(
        "forwardedHead(of:body:from:by:) with \(name)", head.shown,
        returns: LB.RequestHead([("host", "a"), ours[0], ("via", via)]),
        "one list in its order, our own entry last"
      ) { _ in try forwardedHead(of: head, body: .bytes(0), from: "192.0.2.7", by: name) }
    }
  }

  // RFC 9110 §7.6.1 and CVE-2022-31813: what a client names cannot be what the balancer adds
  @Test func `a client cannot have our fields dropped`() throws {
    try send(
      [
        ("host", "a"), ("connection", "x-forwarded-for, via"), ("x-forwarded-for", "203.0.113.9"),
        ("via", "1.1 x"),
      ],
      as: [("host", "a")] + ours, "the client's claims end here, our fields do not")
  }

  // RFC 7239 §8.1: a list that did not come from a trusted proxy is what the client says
  @Test func `a stranger is not believed`() throws {
    for fields in [["203.0.113.9, 198.51.100.1"], ["198.51.100.1"], ["192.0.2.7, 192.0.2.8"], [], [""]] {
      try find(
        "192.0.2.7", fields, "192.0.2.7", "the peer is not trusted: whatever it says, it is the client")
    }
  }

  // nginx, real_ip_recursive on: the last non-trusted address in the field
  @Test func `the client is the first from the right who is not trusted`() throws {
    for (fields, client) in [
      (["203.0.113.9, 192.0.2.7"], "192.0.2.7"), (["203.0.113.9, 192.0.2.7, 198.51.100.1"], "192.0.2.7"),
      (["192.0.2.7,198.51.100.1", "", "2001:db8:1::1"], "192.0.2.7"),
      (["198.51.100.1, 192.0.2.7,\t198.51.100.1,"], "192.0.2.7"),
      (["198.51.100.1", "2001:db8::7 ,, 198.51.100.1"], "2001:db8::7"),
    ] {
      try find(
        "198.51.100.2", fields, client,
        "each proxy of ours saw the one before it; several fields are one list")
    }
  }

  // nginx, real_ip_recursive on: the search goes on while addresses are trusted
  @Test func `when all are trusted the leftmost is the client`() throws {
    try find(
      "198.51.100.2", ["198.51.100.10, 198.51.100.1"], "198.51.100.10", "a proxy of ours asked for itself")
    try find("198.51.100.2", [], "198.51.100.2", "a proxy of ours asks for nobody")
  }

  // nginx, ngx_http_get_forwarded_addr: what is no address ends the search; RFC 7239 §6: "unknown" and "_hidden"; RFC 4291
  // §2.2: the last 32 bits of an IPv6 address may be written like an IPv4 address
  @Test func `what is no address ends the search`() throws {
    for word in [
      "unknown", "_hidden", "192.0.2.300", "192.0.2.7:4711", "<script>", "[2001:db8::7]",
      "::ffff:192.0.2.300", "::1.2.3",
      "::192.0.2.7:1", "192.0.2.7 192.0.2.8", "1.2.3.4.5", "1:2", ":", "::ffff:192.0.2.07",
    ] {
      try find(
        "198.51.100.2", ["192.0.2.7, \(word), 198.51.100.1"], "198.51.100.1",
        "nobody knows who asked 198.51.100.1")
      try find("198.51.100.2", [word], "198.51.100.2", "nobody knows who asked the peer")
    }
    for address in ["::ffff:192.0.2.7", "64:ff9b::192.0.2.7", "2001:db8:0:0:0:0:192.0.2.7", "::", "0.0.0.0"] {
      try find("198.51.100.2", ["203.0.113.9, \(address)"], address, "an address, as it is written there")
    }
  }

  // nginx 1.22.1, real_ip_recursive on, was asked; ForwardingRoad is built from the client on
  @Test func `nginx finds the same client, and random roads lead to it`() throws {
    for line in ForwardedLine.all(NginxForwarded.clients) {
      try check(
        "clientAddress(peer:forwardedFor:isTrusted:)", (peer: line.peer, forwardedFor: line.fields),
        returns: line.answer,
        "trusted are \(NginxForwarded.trusted.joined(separator: ", "))"
      ) {
        try clientAddress(peer: $0.peer, forwardedFor: $0.forwardedFor) {
          NginxForwarded.trusted.contains($0)
        }
      }
    }
    var random = SeededRandom(seed: 518)
    for _ in 0..<300 {
      let road = ForwardingRoad(using: &random)
      try find(road.peer, road.fields, road.client, road.story)
    }
  }

  private func send(
    _ fields: [(String, String)], _ body: LB.BodyLength = .bytes(0), as sent: [(String, String)],
    _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let head = LB.RequestHead(fields, length: 99)
    try check(
      "forwardedHead(of:body:from:by:), \(describe(body))", head.shown,
      returns: LB.RequestHead(sent), rule,
      sourceLocation: place
    ) { _ in try forwardedHead(of: head, body: body, from: "192.0.2.7", by: "tower") }
  }

  /// The client as it is seen from a peer, when our own proxies are trusted.
  private func find(
    _ peer: String, _ forwardedFor: [String], _ client: String, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    try check(
      "clientAddress(peer:forwardedFor:isTrusted:)", (peer: peer, forwardedFor: forwardedFor),
      returns: client,
      rule + "\nours are \(ForwardingRoad.ours.joined(separator: ", "))", sourceLocation: place
    ) { try clientAddress(peer: $0.peer, forwardedFor: $0.forwardedFor) { ForwardingRoad.ours.contains($0) } }
  }
}
