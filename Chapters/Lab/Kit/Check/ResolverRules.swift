import DNSMessages
import PostRoad

/// The rules for a resolver: what it says to its clients. It has to be able to find a zone.
///
/// - Parameters:
///   - zone: the name of a zone that exists.
///   - run: a word that nobody has used before, for names that nobody has asked for.
package func resolverRules(zone: DNS.Name, run: String) -> [CheckRule<any AuthorityPeer>] {
  let shared = (ednsRules(zone) + messageRules(zone)).map { rule in
    CheckRule<any AuthorityPeer>(rule.sentence, rule.source) { try rule.judge(DesiringPeer(peer: $0)) }
  }
  return answerRules(zone, run) + memoryRules(zone, run) + shared
}

/// Asks a resolver, with RD.
private func ask(
  _ peer: any AuthorityPeer, _ name: DNS.Name, _ type: DNS.RecordType = .soa
) throws -> AuthorityProbe.Answer {
  try AuthorityProbe(peer: peer).ask(AuthorityProbe.query(name, type) { $0.recursionDesired = true })
}

private func answerRules(_ zone: DNS.Name, _ run: String) -> [CheckRule<any AuthorityPeer>] {
  [
    CheckRule("what exists is found", "RFC 1034 §4.3.1") { peer in
      let answer = try ask(peer, zone)
      try answer.expect(
        "NOERROR and the zone's SOA",
        answer.code == 0 && answer.message.answers.contains { $0.type == .soa && $0.name == zone })
    },
    CheckRule("it says that it finds answers for others: RA", "RFC 1035 §4.1.1") { peer in
      let answer = try ask(peer, zone)
      try answer.expect("RA", answer.message.header.recursionAvailable)
    },
    CheckRule("it is no authority for what it has heard: no AA", "RFC 1035 §4.1.1") { peer in
      _ = try ask(peer, zone)
      let answer = try ask(peer, zone)
      try answer.expect("no AA, the second time at least", !answer.message.header.isAuthoritative)
    },
    CheckRule("the response has the query's ID, question and RD", "RFC 1035 §4.1.1") { peer in
      for wish in [true, false] {
        let query = try AuthorityProbe.query(zone) { $0.recursionDesired = wish }
        let answer = try AuthorityProbe(peer: peer).ask(query)
        let header = answer.message.header
        try answer.expect(
          "QR, ID \(AuthorityProbe.id), RD \(wish ? 1 : 0), and the question",
          header.isResponse && header.id == AuthorityProbe.id && header.recursionDesired == wish
            && answer.message.questions == query.questions)
      }
    },
    CheckRule("letter case is ignored, and kept in the question", "RFC 4343 §3, §4") { peer in
      let mixed = DNS.Name(
        labels: zone.labels.map { label in
          label.enumerated().map { $0 % 2 == 0 && (0x61...0x7A).contains($1) ? $1 - 0x20 : $1 }
        })
      let answer = try ask(peer, mixed)
      try answer.expect(
        "the SOA, and the question as it was asked",
        !answer.message.answers.isEmpty && answer.message.questions.first?.name.labels == mixed.labels)
    },
    CheckRule("without RD nobody else is asked", "RFC 1034 §4.3.1") { peer in
      let answer = try AuthorityProbe(peer: peer).ask(
        AuthorityProbe.query(below(zone, "unasked-\(run)"), .a))
      try answer.expect(
        "REFUSED, or where to ask; nothing that it would have to ask others for",
        answer.code != 3 && answer.message.answers.isEmpty)
    },
  ]
}

private func memoryRules(_ zone: DNS.Name, _ run: String) -> [CheckRule<any AuthorityPeer>] {
  [
    CheckRule("the TTL of what it remembers does not grow", "RFC 1035 §3.2.1") { peer in
      let ttls = try [ask(peer, zone), ask(peer, zone)].map { $0.message.answers.map(\.ttl).max() }
      guard let first = ttls[0], let second = ttls[1] else {
        throw NotJudged(reason: "it does not find the zone")
      }
      // What is over within this moment is fetched anew.
      guard first > 1 else { throw NotJudged(reason: "the zone's TTL is too short") }
      try expect(
        second <= first, asked: "the same question twice", wanted: "a TTL of at most \(first)",
        got: "\(second)")
    },
    CheckRule("a name that does not exist is NXDOMAIN, with the SOA", "RFC 2308 §3, §6") { peer in
      let missing = below(zone, "missing-\(run)")
      for _ in 0..<2 {
        let answer = try ask(peer, missing, .a)
        guard answer.message.answers.isEmpty else { throw NotJudged(reason: "the zone has a wildcard") }
        try answer.expect(
          "NXDOMAIN and the SOA in its authority section, from its memory too",
          answer.code == 3 && answer.soa(of: zone) != nil)
      }
    },
    CheckRule("a type that does not exist is NOERROR, with the SOA", "RFC 2308 §2.2, §6") { peer in
      for _ in 0..<2 {
        // Of the types for private use (RFC 6895 §3.1).
        let answer = try ask(peer, zone, DNS.RecordType(rawValue: 65_399))
        try answer.expect(
          "NOERROR, no answer, and the SOA in its authority section, from its memory too",
          answer.code == 0 && answer.message.answers.isEmpty && answer.soa(of: zone) != nil)
      }
    },
  ]
}
