import PostRoad

/// The rules for an edge: a shared cache in front of `lab backend`.
///
/// - Parameter run: a word that no earlier run had.
package func edgeRules(run: String) -> [CheckRule<any WebPeer>] {
  servingRules(run) + storingRules(run) + clientRules(run) + httpRules(run: run)
}

/// Asks twice for what no shared cache may serve again without asking.
private func notReused(
  _ sentence: String, _ source: String, _ name: String, _ query: String, run: String,
  _ fields: [String] = []
) -> CheckRule<any WebPeer> {
  CheckRule(sentence, source) { peer in
    let probe = WebProbe(peer: peer, run: run)
    let path = probe.path(name)
    for _ in 0..<2 { _ = try probe.ask("\(path)?\(query)", fields) }
    let with = fields.isEmpty ? "" : ", with \(fields.joined(separator: ", "))"
    try probe.expectCount(path, 2, asked: "GET \(path)?\(query) twice\(with)")
  }
}

private func servingRules(_ run: String) -> [CheckRule<any WebPeer>] {
  [
    CheckRule("a fresh response is served again without asking the origin", "RFC 9111 §4.2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("fresh")
      let first = try probe.ask("\(path)?max-age=60")
      let second = try probe.ask("\(path)?max-age=60", remark: "again")
      try second.expect("the first answer", second.text == first.text)
      try probe.expectCount(path, 1, asked: "\(first.asked) twice")
    },
    CheckRule("what is served from the store has an Age", "RFC 9111 §4") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("age")
      for _ in 0..<2 { _ = try probe.ask("\(path)?max-age=60") }
      let answer = try probe.ask("\(path)?max-age=60", remark: "a third time")
      guard try probe.count(path) == 1 else { throw NotJudged(reason: "it is not served from the store") }
      try answer.expect("an Age field", answer.response.fields.contains("Age"))
    },
    CheckRule("another query is another resource", "RFC 9111 §2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("query")
      for page in ["page-1", "page-2"] { _ = try probe.ask("\(path)?max-age=60&\(page)") }
      try probe.expectCount(path, 2, asked: "GET \(path) with two queries")
    },
    CheckRule("Vary keeps the languages apart", "RFC 9111 §4.1") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("vary")
      let target = "\(path)?max-age=60&vary=accept-language"
      let german = try probe.ask(target, ["Accept-Language: de"])
      let french = try probe.ask(target, ["Accept-Language: fr"], remark: "with another Accept-Language")
      try french.expect("an answer of its own", french.text != german.text)
    },
    CheckRule("a stale response is not served before the origin was asked", "RFC 9111 §4.2.4") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("stale")
      for _ in 0..<2 { _ = try probe.ask("\(path)?max-age=0&must-revalidate&etag=v1") }
      try probe.expectCount(path, 2, asked: "GET \(path)?max-age=0&must-revalidate&etag=v1 twice")
    },
    CheckRule("a 304 from the origin is answered with what is stored", "RFC 9111 §4.3.3") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("validated")
      let first = try probe.ask("\(path)?max-age=0&etag=v1")
      let second = try probe.ask("\(path)?max-age=0&etag=v1", remark: "again")
      try second.expect(
        "200 and a body", second.response.status == 200 && second.text.count >= first.text.count)
    },
  ]
}

private func storingRules(_ run: String) -> [CheckRule<any WebPeer>] {
  [
    notReused("no-store is not stored", "RFC 9111 §5.2.2.5", "nostore", "no-store&max-age=60", run: run),
    notReused("private is not stored", "RFC 9111 §5.2.2.7", "private", "private&max-age=60", run: run),
    notReused(
      "no-cache is not served unasked", "RFC 9111 §5.2.2.4", "nocache", "no-cache&max-age=60", run: run),
    notReused(
      "s-maxage says how long, whatever max-age says", "RFC 9111 §5.2.2.10", "smaxage",
      "s-maxage=0&max-age=60", run: run),
    notReused(
      "what was answered to Authorization is for that client alone", "RFC 9111 §3.5", "secret", "max-age=60",
      run: run, ["Authorization: Basic cG9zdDpyb2Fk"]),
    CheckRule("a response that is cut short is not stored", "RFC 9111 §3.3") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("cut")
      for _ in 0..<2 { _ = try? probe.ask("\(path)?max-age=60&size=4000") }
      let count = try probe.count(path)
      try expect(
        count >= 2, asked: "GET \(path)?max-age=60 twice, cut short by the origin",
        wanted: "2 requests at the origin", got: "\(count)")
    },
    CheckRule("a POST makes what is stored invalid", "RFC 9111 §4.4") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("post")
      _ = try probe.ask("\(path)?max-age=60")
      _ = try probe.ask("\(path)?max-age=60", method: "POST", body: "scroll")
      _ = try probe.ask("\(path)?max-age=60")
      try probe.expectCount(path, 3, asked: "GET, POST and GET of \(path)?max-age=60")
    },
  ]
}

private func clientRules(_ run: String) -> [CheckRule<any WebPeer>] {
  [
    CheckRule("HEAD has the fields of GET and no body", "RFC 9110 §9.3.2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let target = "\(probe.path("size"))?max-age=60&size=3000"
      _ = try probe.ask(target)
      let head = try probe.ask(target, method: "HEAD")
      let length = head.response.fields.first("Content-Length")
      try head.expect(
        "200, no body, and a Content-Length of 3000 if any",
        head.response.status == 200 && head.response.body.isEmpty && (length == nil || length == "3000"))
    },
    CheckRule("whoever has it already gets 304", "RFC 9110 §13.1.2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let target = "\(probe.path("tag"))?max-age=60&etag=v1"
      _ = try probe.ask(target)
      let answer = try probe.ask(target, ["If-None-Match: \"v1\""], remark: "with its ETag")
      try answer.expect("304", answer.response.status == 304)
    },
    CheckRule("a range is that part, or it is the whole", "RFC 9110 §14.2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let target = "\(probe.path("range"))?max-age=60&size=3000"
      let whole = try probe.ask(target)
      let part = try probe.ask(target, ["Range: bytes=10-19"], remark: "bytes 10-19")
      let isPart =
        part.response.status == 206 && part.response.body == Array(whole.response.body[10..<20])
        && part.response.fields.first("Content-Range") == "bytes 10-19/3000"
      try part.expect(
        "206 with those octets, or 200",
        isPart || (part.response.status == 200 && part.response.body == whole.response.body))
    },
  ]
}
