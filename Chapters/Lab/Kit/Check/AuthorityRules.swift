import DNSMessages
import PostRoad

/// The rules for a name server of a zone: what it says of names.
///
/// Each is a sentence of its RFC that needs nothing of the zone but its name.
package func authorityRules(zone: DNS.Name) -> [CheckRule<any AuthorityPeer>] {
  zoneRules(zone) + ednsRules(zone) + messageRules(zone)
}

/// A name of which nobody has thought.
func below(_ zone: DNS.Name, _ label: String) -> DNS.Name {
  DNS.Name(labels: [Array(label.utf8)] + zone.labels)
}

private func zoneRules(_ zone: DNS.Name) -> [CheckRule<any AuthorityPeer>] {
  typealias Probe = AuthorityProbe
  let missing = below(zone, "no-such-name-of-lab-check")
  return [
    CheckRule("the zone's SOA is answered with authority", "RFC 8906 §3.1.1") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(zone))
      let soa = answer.message.answers.filter { $0.type == .soa && $0.name == zone }
      try answer.expect(
        "NOERROR with AA and one SOA record",
        answer.code == 0 && answer.message.header.isAuthoritative && soa.count == 1)
    },
    CheckRule("the response has the query's ID, question and RD", "RFC 1035 §4.1.1") { peer in
      for wish in [false, true] {
        let query = try Probe.query(zone, .ns) { $0.recursionDesired = wish }
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
      let answer = try Probe(peer: peer).ask(Probe.query(mixed))
      try answer.expect(
        "the SOA, and the question as it was asked",
        !answer.message.answers.isEmpty && answer.message.questions.first?.name.labels == mixed.labels)
    },
    CheckRule("a name that does not exist is NXDOMAIN, with the zone's SOA", "RFC 2308 §2.1, §3") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(missing, .a))
      guard answer.message.answers.isEmpty else { throw NotJudged(reason: "the zone has a wildcard") }
      try answer.expect(
        "NXDOMAIN with AA and the SOA in its authority section",
        answer.code == 3 && answer.message.header.isAuthoritative && answer.soa(of: zone) != nil)
    },
    CheckRule("a type that does not exist is NOERROR, with the zone's SOA", "RFC 2308 §2.2, §3") { peer in
      // Of the types for private use (RFC 6895 §3.1).
      let answer = try Probe(peer: peer).ask(Probe.query(zone, DNS.RecordType(rawValue: 65_399)))
      try answer.expect(
        "NOERROR with AA, no answer, and the SOA in its authority section",
        answer.code == 0 && answer.message.header.isAuthoritative && answer.message.answers.isEmpty
          && answer.soa(of: zone) != nil)
    },
    CheckRule("the SOA of a negative answer has a TTL of at most its MINIMUM", "RFC 2308 §3") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(zone, DNS.RecordType(rawValue: 65_399)))
      guard let record = answer.soa(of: zone), case .soa(let soa) = record.data else {
        throw NotJudged(reason: "the answer has no SOA")
      }
      try answer.expect("a TTL of at most \(soa.minimum), not \(record.ttl)", record.ttl <= soa.minimum)
    },
    CheckRule("of a zone that it does not have it says nothing", "RFC 1034 §4.3.2") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(below(.root, "lab-check-elsewhere"), .a))
      try answer.expect(
        "an error like REFUSED, or a referral; no AA and no answer",
        !answer.message.header.isAuthoritative && answer.message.answers.isEmpty && answer.code != 3)
    },
  ]
}

func ednsRules(_ zone: DNS.Name) -> [CheckRule<any AuthorityPeer>] {
  typealias Probe = AuthorityProbe
  return [
    CheckRule("a query without EDNS gets a response without", "RFC 6891 §7") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(zone))
      try answer.expect("no OPT record", answer.options.isEmpty)
    },
    CheckRule("a query with EDNS gets a response with it", "RFC 6891 §6.1.1") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(zone, edns: DNS.EDNS()))
      let edns = try? readEDNS(answer.message)
      try answer.expect("one OPT record, version 0", answer.options.count == 1 && edns?.version == 0)
    },
    CheckRule("an EDNS version that nobody knows is BADVERS", "RFC 6891 §6.1.3") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(zone, edns: DNS.EDNS(version: 1)))
      try answer.expect("BADVERS (16), and no answer", answer.code == 16 && answer.message.answers.isEmpty)
    },
    CheckRule("an option that nobody knows is ignored", "RFC 6891 §6.1.2") { peer in
      // Of the options for local use (RFC 6891 §9).
      let option = DNS.EDNS.Option(code: 65_100, data: [1, 2, 3])
      let answer = try Probe(peer: peer).ask(Probe.query(zone, edns: DNS.EDNS(options: [option])))
      try answer.expect("NOERROR and the SOA", answer.code == 0 && !answer.message.answers.isEmpty)
    },
    CheckRule("two OPT records are FORMERR", "RFC 6891 §6.1.1") { peer in
      var query = try Probe.query(zone, edns: DNS.EDNS())
      query.additionals += query.additionals
      let answer = try Probe(peer: peer).ask(query)
      try answer.expect("FORMERR", answer.code == 1)
    },
  ]
}

extension AuthorityProbe.Answer {
  /// The zone's SOA in the authority section.
  func soa(of zone: DNS.Name) -> DNS.ResourceRecord? {
    message.authorities.first { $0.type == .soa && $0.name == zone }
  }
}
