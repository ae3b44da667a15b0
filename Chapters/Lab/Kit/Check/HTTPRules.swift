import PostRoad

/// The rules for every server of HTTP/1.1 that hands requests on: an edge, or a balancer.
func httpRules(run: String) -> [CheckRule<any WebPeer>] {
  framingRules(run) + forwardingRules(run)
}

/// Sends lines, and wants a refusal.
private func expectRefusal(_ peer: any WebPeer, _ lines: [String], what: String) throws {
  let octets = Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
  let exchange = try peer.exchange(octets, methods: ["GET"], waitsForEnd: false)
  let status = exchange.responses.first?.status
  try expect(
    status == 400, asked: what, wanted: "400", got: status.map { "\($0)" } ?? "no response")
}

private func framingRules(_ run: String) -> [CheckRule<any WebPeer>] {
  [
    CheckRule("a request without Host is refused with 400", "RFC 9112 §3.2") { peer in
      try expectRefusal(peer, ["GET /host-\(run) HTTP/1.1"], what: "a GET without Host")
    },
    CheckRule("white space before a field's colon is refused with 400", "RFC 9112 §5.1") { peer in
      try expectRefusal(
        peer, ["GET /colon-\(run) HTTP/1.1", "Host: www.postroad.example", "X-Scroll : 1"],
        what: "a GET with \"X-Scroll : 1\"")
    },
    CheckRule("two different lengths are refused with 400", "RFC 9112 §6.3") { peer in
      try expectRefusal(
        peer,
        [
          "GET /lengths-\(run) HTTP/1.1", "Host: www.postroad.example", "Content-Length: 1",
          "Content-Length: 2",
        ], what: "a GET with Content-Length 1 and 2")
    },
    CheckRule("after Transfer-Encoding with Content-Length nothing is read", "RFC 9112 §6.1") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let smuggled = probe.path("smuggled")
      let head = [
        "POST /both-\(run) HTTP/1.1", "Host: www.postroad.example", "Content-Length: 5",
        "Transfer-Encoding: chunked", "", "0", "", "GET \(smuggled) HTTP/1.1", "Host: www.postroad.example",
        "", "",
      ]
      let exchange = try peer.exchange(
        Array(head.joined(separator: "\r\n").utf8), methods: ["POST"], waitsForEnd: true)
      try expect(
        exchange.hasEnded, asked: "a POST with both", wanted: "the connection ended", got: "it stays open")
      try probe.expectCount(smuggled, 0, asked: "a GET after a POST with both")
    },
    CheckRule("requests on one connection are answered in their order", "RFC 9112 §9.3.2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let paths = (1...3).map { probe.path("order\($0)") }
      let requests = paths.map { "GET \($0) HTTP/1.1\r\nHost: www.postroad.example\r\n\r\n" }
      let exchange = try peer.exchange(
        Array(requests.joined().utf8), methods: ["GET", "GET", "GET"], waitsForEnd: false)
      let bodies = exchange.responses.map { String(decoding: $0.body, as: UTF8.self) }
      try expect(
        bodies.count == 3 && zip(bodies, paths).allSatisfy { $0.contains($1) },
        asked: "three GETs in one piece", wanted: "their three answers in order", got: "\(bodies)")
    },
    CheckRule("a client of HTTP/1.0 gets no chunks, and the connection ends", "RFC 9112 §6.1, §9.3") { peer in
      let request = "GET /old-\(run)?size=3000 HTTP/1.0\r\nHost: www.postroad.example\r\n\r\n"
      let exchange = try peer.exchange(Array(request.utf8), methods: ["GET"], waitsForEnd: true)
      guard let response = exchange.responses.first else {
        throw CheckFinding(asked: "a GET of HTTP/1.0", wanted: "a response", got: "none")
      }
      let answer = WebProbe.Answer(asked: "a GET of HTTP/1.0", response: response)
      try answer.expect(
        "3,000 octets without Transfer-Encoding",
        response.body.count == 3_000 && !response.fields.contains("Transfer-Encoding"))
      try answer.expect("the connection ended", exchange.hasEnded)
    },
  ]
}

private func forwardingRules(_ run: String) -> [CheckRule<any WebPeer>] {
  [
    CheckRule("a body in chunks comes to the origin whole", "RFC 9112 §7.1") { peer in
      let lines = [
        "POST /head-chunks-\(run) HTTP/1.1", "Host: www.postroad.example", "Transfer-Encoding: chunked",
        "Connection: close", "", "8", "postroad", "a", "0123456789", "0", "", "",
      ]
      let exchange = try peer.exchange(
        Array(lines.joined(separator: "\r\n").utf8), methods: ["POST"], waitsForEnd: false)
      let text = exchange.responses.first.map { String(decoding: $0.body, as: UTF8.self) } ?? "no response"
      try expect(
        text.hasSuffix("\n18 octets\n"), asked: "a POST of two chunks", wanted: "18 octets at the origin",
        got: "\(text)")
    },
    CheckRule("what Connection names does not reach the origin", "RFC 9110 §7.6.1") { peer in
      let answer = try WebProbe(peer: peer, run: run).ask(
        "/head-hop-\(run)", ["Connection: X-Hop", "X-Hop: 1"], remark: "with Connection: X-Hop")
      try answer.expect(
        "no X-Hop at the origin", answer.response.status == 200 && !answer.text.contains("\nx-hop:"))
    },
    CheckRule("Via says who has handed the request on", "RFC 9110 §7.6.3") { peer in
      let answer = try WebProbe(peer: peer, run: run).ask("/head-via-\(run)")
      try answer.expect(
        "a Via with 1.1 and a name at the origin", answer.text.contains("\nvia: 1.1 "))
    },
    CheckRule("a response that is cut short is not handed on as a whole one", "RFC 9112 §8") { peer in
      let request = "GET /cut-whole-\(run)?size=4000 HTTP/1.1\r\nHost: www.postroad.example\r\n\r\n"
      let exchange = try peer.exchange(Array(request.utf8), methods: ["GET"], waitsForEnd: false)
      let status = exchange.responses.first?.status
      try expect(
        exchange.isCutShort || status.map { $0 >= 500 } == true,
        asked: "a GET whose response is cut short", wanted: "an error, or one that is cut short as well",
        got: status.map { "\($0), as if it were whole" } ?? "nothing")
    },
  ]
}
