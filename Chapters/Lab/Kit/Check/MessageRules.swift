import DNSMessages
import PostRoad

/// The rules for a name server that are about messages: what is refused, and how they travel.
func messageRules(_ zone: DNS.Name) -> [CheckRule<any AuthorityPeer>] {
  typealias Probe = AuthorityProbe
  return [
    CheckRule("an opcode that nobody knows is NOTIMP", "RFC 8906 §3.1.4") { peer in
      let answer = try Probe(peer: peer).ask(
        Probe.query(zone) { $0.opcode = DNS.Opcode(rawValue: 15) })
      try answer.expect("NOTIMP", answer.code == 4 && answer.message.answers.isEmpty)
    },
    CheckRule("a question that is cut short is FORMERR, or nothing", "RFC 1035 §4.1.1") { peer in
      // A whole query follows, so nobody has to wait for nothing.
      let cut = Array(try encodeMessage(Probe.query(zone) { $0.id = 1 }).dropLast(3))
      let octets = try peer.datagrams([cut, encodeMessage(Probe.query(zone))])
      // Unbound sends back what it got, with QR and FORMERR: its header can be read, and no more.
      let header = try parseHeader(octets)
      try expect(
        header.id == Probe.id
          || (header.isResponse && header.responseCode == .formatError && header.answerCount == 0),
        asked: "a question that was cut short, and a whole one",
        wanted: "FORMERR to the first, or the answer to the second",
        got: "ID \(header.id), RCODE \(header.responseCode.rawValue), \(octets.count) octets")
    },
    CheckRule("the reserved bit Z is 0 in every response", "RFC 1035 §4.1.1") { peer in
      let answer = try Probe(peer: peer).ask(Probe.query(zone) { $0.reservedBit = true })
      try answer.expect("Z 0", !answer.message.header.reservedBit)
    },
    CheckRule("a response is not answered: two servers would talk for ever", "RFC 1035 §4.1.1") { peer in
      // A query follows, so nobody has to wait for silence.
      let response = try Probe.query(zone) {
        $0.isResponse = true
        $0.id = 1
      }
      let query = try Probe.query(zone)
      let sent = try encodeMessage(query)
      let answer = try Probe.Answer(query, sent, peer.datagrams([encodeMessage(response), sent]))
      try answer.expect("an answer to the query alone", answer.message.header.id == Probe.id)
    },
    CheckRule("without EDNS no response over UDP is longer than 512 octets", "RFC 1035 §4.2.1") { peer in
      for type in [DNS.RecordType.any, .txt, .mx, .ns] {
        let answer = try Probe(peer: peer).ask(Probe.query(zone, type))
        try answer.expect("at most 512 octets", answer.octets.count <= 512)
      }
    },
    CheckRule("over TCP it says the same", "RFC 7766 §5") { peer in
      let query = try Probe.query(zone)
      let sent = try encodeMessage(query)
      let overUDP = try Probe(peer: peer).ask(query)
      for octets in try peer.stream([frameForTCP(sent)], count: 1) {
        let answer = try Probe.Answer(query, sent, octets)
        try answer.expect(
          "the answer that came over UDP",
          facts(answer) == facts(overUDP) && answer.code == overUDP.code)
      }
    },
    CheckRule("queries on one connection are all answered", "RFC 7766 §6.2.1.1") { peer in
      var piece: [UInt8] = []
      for id in 1...5 as ClosedRange<UInt16> {
        piece += try frameForTCP(encodeMessage(Probe.query(zone) { $0.id = id }))
      }
      let ids = try peer.stream([piece], count: 5).map { try parseMessage($0).header.id }
      try expect(
        ids.sorted() == [1, 2, 3, 4, 5], asked: "five queries in one piece", wanted: "five answers",
        got: "answers with the IDs \(ids)")
    },
    CheckRule("a query over TCP may come in pieces", "RFC 7766 §8") { peer in
      let framed = try frameForTCP(encodeMessage(Probe.query(zone)))
      let pieces = [Array(framed[..<1]), Array(framed[1..<9]), Array(framed[9...])]
      let answers = try peer.stream(pieces, count: 1).map { try parseMessage($0) }
      try expect(
        answers.first?.answers.isEmpty == false, asked: "a query in three pieces", wanted: "its answer",
        got: "no answer")
    },
  ]
}

/// What an answer says. A resolver's TTLs run down between two of them.
private func facts(_ answer: AuthorityProbe.Answer) -> Set<DNS.ResourceRecord> {
  Set(
    answer.message.answers.map { record in
      var timeless = record
      timeless.ttl = 0
      return timeless
    })
}
