import PostRoad

/// The rules for a balancer in front of several `lab backend`s.
///
/// - Parameter run: a word that no earlier run had.
package func balancerRules(run: String) -> [CheckRule<any WebPeer>] {
  [
    CheckRule("each request is answered, by one backend alone", "RFC 9110 §3.7") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("once")
      for _ in 0..<60 {
        let answer = try probe.ask(path)
        try answer.expect("200", answer.response.status == 200)
      }
      try probe.expectCount(path, 60, asked: "60 times GET \(path)")
    },
    CheckRule("the backend learns who the client is", "RFC 7239 §5.2") { peer in
      let answer = try WebProbe(peer: peer, run: run).ask("/head-for-\(run)")
      try answer.expect(
        "X-Forwarded-For or Forwarded with the client's address",
        answer.text.contains("\nx-forwarded-for: ") || answer.text.contains("\nforwarded: "))
    },
    CheckRule("a POST that a backend may have seen is not sent again", "RFC 9110 §9.2.2") { peer in
      let probe = WebProbe(peer: peer, run: run)
      let path = probe.path("cut-post")
      _ = try? probe.ask("\(path)?size=4000", method: "POST", body: "scroll")
      try probe.expectCount(path, 1, asked: "POST \(path), cut short by its backend")
    },
  ] + httpRules(run: run)
}
