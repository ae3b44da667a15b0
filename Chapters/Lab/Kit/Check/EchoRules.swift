import DNSMessages
import PostRoad

/// The rules for what a response repeats of its query, whoever answers: a zone's server or a resolver that finds the zone.
///
/// - Parameter recursion: whether questions are asked with RD, without which a resolver does nothing.
func echoRules(_ zone: DNS.Name, recursion: Bool) -> [CheckRule<any AuthorityPeer>] {
  typealias Probe = AuthorityProbe
  return [
    CheckRule("the response has the query's ID, question and RD", "RFC 1035 §4.1.1") { peer in
      for wish in [true, false] {
        let query = try Probe.query(zone) { $0.recursionDesired = wish }
        let answer = try Probe(peer: peer).ask(query)
        let header = answer.message.header
        try answer.expect(
          "QR, ID \(Probe.id), RD \(wish ? 1 : 0), and the question",
          header.isResponse && header.id == Probe.id && header.recursionDesired == wish
            && answer.message.questions == query.questions)
      }
    },
    CheckRule("letter case is ignored, and kept in the question", "RFC 4343 §3, §4") { peer in
      let mixed = DNS.Name(
        labels: zone.labels.map { label in
          label.enumerated().map { $0 % 2 == 0 && (0x61...0x7A).contains($1) ? $1 - 0x20 : $1 }
        })
      let answer = try Probe(peer: peer).ask(Probe.query(mixed) { $0.recursionDesired = recursion })
      try answer.expect(
        "the SOA, and the question as it was asked",
        !answer.message.answers.isEmpty && answer.message.questions.first?.name.labels == mixed.labels)
    },
  ]
}
