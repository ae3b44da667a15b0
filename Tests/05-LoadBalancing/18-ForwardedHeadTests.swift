import LoadBalancing
import LoadBalancingSupport
import PostRoad
import Testing

@Suite struct ForwardedHeadTests {
  // RFC 9110 §7.6: fields that are not recognized are forwarded, too; §11.6.2: Authorization is never modified
  @Test func `what is meant for the backend goes on, in its order`() throws {
    let sent = try lines(("host", "a"), ("x-new", "1"), ("authorization", "Basic YTpi"), ("x-new", "2"))
    let all = ["host: a", "x-new: 1", "authorization: Basic YTpi", "x-new: 2"]
    let ours = ["x-forwarded-for: 192.0.2.7", "via: 1.1 tower"]
    #expect(Array(sent.prefix(4)) == all, "all that came, known or not")
    #expect(Array(sent.suffix(2)) == ours, "then ours")
    #expect(sent.count == 6, "and nothing else")
  }

  // RFC 9110 §7.6.1: MUST remove the fields that a connection option names, in any case, then Connection itself
  @Test func `what Connection names ends here, and Connection itself`() throws {
    let sent = try kept(
      ("host", "a"), ("connection", "X-Hop, close"), ("x-hop", "1"), ("x-hope", "2"), ("x-hop", "3"))
    #expect(sent == ["host: a", "x-hope: 2"], "X-Hop is x-hop, and stands there twice; x-hope is not named")
  }

  // RFC 9110 §5.3: fields of one name are one list; §5.6.1.2: empty elements are passed over
  @Test func `several Connections are one list`() throws {
    let sent = try kept(
      ("connection", "close"), ("host", "a"), ("x-one", "1"), ("x-two", "2"), ("x-three", "3"),
      ("connection", ", x-one,,\tx-two ,"))
    #expect(sent == ["host: a", "x-three: 3"], "x-one and x-two are named in the second field")
  }

  // RFC 9110 §7.6.1: SHOULD remove Proxy-Connection, Keep-Alive, TE, Transfer-Encoding and Upgrade, named or not
  @Test(arguments: ["keep-alive", "proxy-connection", "te", "upgrade"])
  func `what is known to be for one hop ends here, named or not`(name: String) throws {
    let sent = try kept(("host", "a"), (name, "x"), ("trailer", "expires"))
    #expect(sent == ["host: a", "trailer: expires"], "\(name) is about this connection alone")
  }

  // RFC 9110 §7.6.1: a field for all recipients MUST NOT be named; RFC 9112 §3.2: HTTP/1.1 has a Host; refusing is ours
  @Test func `a Connection that names Host is refused`() throws {
    for options in ["host", "close, Host"] {
      #expect(
        throws: LB.ForwardError.endToEndOption("host"), "without its Host the request means another one"
      ) {
        try lines(("host", "a"), ("connection", options))
      }
    }
  }

  // RFC 9112 §6.1, §6.3: the length is what the framing says; that it is written anew is our rule
  @Test func `the length is written anew`() throws {
    let plain = try kept(("host", "a"), ("content-length", "007"), ("x", "y"), body: .bytes(7))
    #expect(plain == ["host: a", "x: y", "content-length: 7"], "7 was found")
    let hidden = try kept(
      ("host", "a"), ("connection", "content-length"), ("content-length", "7"), body: .bytes(7))
    #expect(hidden == ["host: a", "content-length: 7"], "7 bytes follow, whatever Connection names")
    let chunked = try kept(("transfer-encoding", "Chunked"), ("host", "a"), body: .chunked)
    #expect(chunked == ["host: a", "transfer-encoding: chunked"], "chunks follow")
    let empty = try kept(("host", "a"), ("content-length", "0"))
    #expect(empty == ["host: a", "content-length: 0"], "told to be empty")
    let silent = try kept(("host", "a"))
    #expect(silent == ["host: a"], "told nothing, and nothing follows")
  }

  // RFC 9112 §2.3: intermediaries MUST send their own version; §3.2: in HTTP/1.1 with a Host, or an empty one
  @Test func `the balancer speaks its own version`() throws {
    let old = LB.RequestHead(
      method: "GET", target: "/a", minorVersion: 0, fields: [LB.Field("accept", "*/*")], length: 30)
    let sent = try forwardedHead(of: old, body: .bytes(0), from: "192.0.2.7", by: "tower")
    #expect(sent.minorVersion == 1, "the message is ours: HTTP/1.1")
    #expect(sent.fields.first == LB.Field("host", ""), "HTTP/1.1 has a Host, even if nobody named one")
    #expect(sent.method == "GET" && sent.target == "/a", "the method and the target are the client's")
    #expect(sent.length == 0, "nobody has written the new head down yet")
  }

  // nginx, $proxy_add_x_forwarded_for: the field with the client's address appended, separated by a comma; recorded, too
  @Test func `the peer comes last in X-Forwarded-For`() throws {
    let one = try value(of: "x-forwarded-for", ("host", "a"), ("x-forwarded-for", "203.0.113.9"))
    #expect(one == ["203.0.113.9, 192.0.2.7"], "one field, the peer at its right end")
    let several = try value(
      of: "x-forwarded-for", ("x-forwarded-for", "203.0.113.9, 203.0.113.8"), ("host", "a"),
      ("x-forwarded-for", ""), ("x-forwarded-for", "198.51.100.1"))
    #expect(
      several == ["203.0.113.9, 203.0.113.8, 198.51.100.1, 192.0.2.7"],
      "one list in its order, the peer at its right end")
    for line in ForwardedLine.all(NginxForwarded.lists) {
      let head = LB.RequestHead(
        method: "GET", target: "/", fields: line.fields.map { LB.Field("x-forwarded-for", $0) })
      let sent = try forwardedHead(of: head, body: .bytes(0), from: line.peer, by: "tower")
      let (list, nginx) = (sent.values(of: "x-forwarded-for"), [line.answer])
      #expect(list == nginx, "\(line.peer) asks with X-Forwarded-For: \(line.fields)")
    }
  }

  // RFC 9110 §7.6.1 and CVE-2022-31813: what a client names cannot be what the balancer adds
  @Test func `a client cannot have our fields dropped`() throws {
    let sent = try lines(
      ("host", "a"), ("connection", "x-forwarded-for, via"), ("x-forwarded-for", "203.0.113.9"))
    #expect(
      sent == ["host: a", "x-forwarded-for: 192.0.2.7", "via: 1.1 tower"],
      "the client's claim ends here, our fields do not")
  }

  // RFC 9110 §7.6.3: the example of "fred" and p.example.net
  @Test func `Via tells the version that was received, and by whom`() throws {
    let client = LB.RequestHead(method: "GET", target: "/", minorVersion: 0, fields: [])
    let fred = try forwardedHead(of: client, body: .bytes(0), from: "192.0.2.7", by: "fred")
    #expect(fred.values(of: "via") == ["1.0 fred"], "the client spoke HTTP/1.0 to fred")
    let next = try forwardedHead(of: fred, body: .bytes(0), from: "198.51.100.1", by: "p.example.net")
    #expect(next.values(of: "via") == ["1.0 fred, 1.1 p.example.net"], "fred spoke HTTP/1.1 to the next")
  }

  // RFC 7239 §8.1: a list that did not come from a trusted proxy is what the client says
  @Test func `a stranger is not believed`() throws {
    let client = try find("192.0.2.7", "203.0.113.9, 198.51.100.1")
    #expect(client == "192.0.2.7", "192.0.2.7 is not trusted: whatever it says, it is the client")
    let direct = try find("192.0.2.7")
    #expect(direct == "192.0.2.7", "no field, and the peer is the client")
  }

  // nginx, real_ip_recursive on: the last non-trusted address in the field
  @Test func `the client is the first from the right who is not trusted`() throws {
    let behindOne = try find("198.51.100.2", "203.0.113.9, 192.0.2.7")
    #expect(behindOne == "192.0.2.7", "our proxy saw 192.0.2.7; 203.0.113.9 is what that one said")
    let behindTwo = try find("198.51.100.2", "203.0.113.9, 192.0.2.7, 198.51.100.1")
    #expect(behindTwo == "192.0.2.7", "198.51.100.1 is ours, too, and saw 192.0.2.7")
    let split = try find("198.51.100.2", "192.0.2.7,198.51.100.1", "", "2001:db8:1::1")
    #expect(split == "192.0.2.7", "three fields are one list, the last one at its right end")
  }

  // nginx, real_ip_recursive on: the search goes on while addresses are trusted
  @Test func `when all are trusted the leftmost is the client`() throws {
    let own = try find("198.51.100.2", "198.51.100.10, 198.51.100.1")
    #expect(own == "198.51.100.10", "one of our own proxies asked for itself")
    let check = try find("198.51.100.2")
    #expect(check == "198.51.100.2", "a proxy of ours asks, for nobody: a health check")
  }

  // nginx, ngx_http_get_forwarded_addr: what is no address ends the search; RFC 7239 §6: "unknown" and "_hidden"
  @Test(arguments: ["unknown", "_hidden", "192.0.2.300", "192.0.2.7:4711", "<script>", "[2001:db8::7]"])
  func `what is no address ends the search`(word: String) throws {
    let client = try find("198.51.100.2", "192.0.2.7, \(word), 198.51.100.1")
    #expect(client == "198.51.100.1", "\(word) is no address: nobody knows who asked 198.51.100.1")
  }

  // nginx 1.22.1, real_ip_recursive on, was asked; ForwardingRoad is built from the client on
  @Test func `nginx finds the same client, and random roads lead to it`() throws {
    for line in ForwardedLine.all(NginxForwarded.clients) {
      let found = try clientAddress(peer: line.peer, forwardedFor: line.fields) {
        NginxForwarded.trusted.contains($0)
      }
      let nginx = line.answer
      try #require(found == nginx, "\(line.peer) asks with X-Forwarded-For: \(line.fields)")
    }
    var random = SeededRandom(seed: 518)
    for _ in 0..<300 {
      let road = ForwardingRoad(using: &random)
      let found = try clientAddress(peer: road.peer, forwardedFor: road.fields) {
        ForwardingRoad.ours.contains($0)
      }
      let client = road.client
      try #require(found == client, "\(road.story)\nX-Forwarded-For: \(road.fields)")
    }
  }

  /// The fields that are sent on for these, a line each.
  private func lines(
    _ fields: (String, String)..., body: LB.BodyLength = .bytes(0)
  ) throws -> [String] {
    try send(fields, body).map { "\($0.name): \($0.value)" }
  }

  /// The same without the two that every head gets.
  private func kept(
    _ fields: (String, String)..., body: LB.BodyLength = .bytes(0)
  ) throws -> [String] {
    try send(fields, body).filter { $0.name != "x-forwarded-for" && $0.name != "via" }.map {
      "\($0.name): \($0.value)"
    }
  }

  /// The values of one name alone.
  private func value(of name: String, _ fields: (String, String)...) throws -> [String] {
    try send(fields, .bytes(0)).filter { $0.name == name }.map(\.value)
  }

  private func send(_ fields: [(String, String)], _ body: LB.BodyLength) throws -> [LB.Field] {
    let head = LB.RequestHead(method: "POST", target: "/", fields: fields.map { LB.Field($0.0, $0.1) })
    return try forwardedHead(of: head, body: body, from: "192.0.2.7", by: "tower").fields
  }

  /// The client as it is seen behind a peer, when our own proxies are trusted.
  private func find(_ peer: String, _ forwardedFor: String...) throws -> String {
    try clientAddress(peer: peer, forwardedFor: forwardedFor) { ForwardingRoad.ours.contains($0) }
  }
}
