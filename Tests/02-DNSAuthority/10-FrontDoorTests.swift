import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

/// A message at the door.
private struct Knock: CheckDescribable {
  var query: DNS.Message
  var edns: DNS.EDNS?
  var origins = ["postroad.example"]
  var checkDescription: String {
    let header = query.header
    let asked = query.questions.map {
      "\(nameText($0.name)) \($0.type.zoneWord) class \($0.recordClass.rawValue)"
    }
    return
      "QR \(header.isResponse ? 1 : 0), opcode \(header.opcode.rawValue), questions [\(asked.joined(separator: ", "))], "
      + "EDNS \(edns.map { "version \($0.version)" } ?? "none"), zones \(origins.joined(separator: " "))"
  }
}

@Suite struct FrontDoorTests {
  private func query(_ asked: String = "www.postroad.example A") -> DNS.Message {
    DNS.Message(header: DNS.Header(id: 0x1234), questions: [question(asked)])
  }

  private func admits(_ knock: Knock, _ expected: String, _ rule: String) throws {
    try check("admit(_:edns:origins:)", knock, returns: expected, rule) {
      try admissionText(admit($0.query, edns: $0.edns, origins: $0.origins.map(domain)))
    }
  }

  // RFC 1034 §4.3.2, step 2: the nearest ancestor
  @Test func `the longest origin above the name is asked`() throws {
    let origins = ["example", "north.postroad.example", "PostRoad.example", "elsewhere"]
    for (asked, origin) in [
      ("www.postroad.example", "PostRoad.example."), ("POSTROAD.example", "PostRoad.example."),
      ("example", "example."),
      ("x.y.north.postroad.example", "north.postroad.example."), ("evilpostroad.example", "example."),
      ("a.elsewhere", "elsewhere."),
    ] {
      for order in [origins, origins.reversed()] {
        try admits(
          Knock(query: query("\(asked) A"), origins: order), "admitted \(origin)",
          "of all zones at or above the name, whatever their order")
      }
    }
    try admits(
      Knock(query: query("anything A"), origins: ["."]), "admitted .", "the root is above every name")
    try admits(Knock(query: query(), edns: DNS.EDNS()), "admitted postroad.example.", "EDNS of version 0")
  }

  // RFC 1034 §4.3.2, step 2: no such zone
  @Test func `a name in none of the zones is refused`() throws {
    for asked in ["www.elsewhere", "example", ".", "evilpostroad.example", "postroad.example.com"] {
      try admits(
        Knock(query: query("\(asked) A")), "REFUSED", "postroad.example is neither the name nor above it")
    }
    try admits(Knock(query: query(), origins: []), "REFUSED", "a server without zones")
  }

  // RFC 1035 §4.1.1: QR
  @Test func `a response is not answered`() throws {
    var reply = query()
    reply.header.isResponse = true
    try admits(Knock(query: reply), "nothing", "or two servers would talk for ever")
    reply.header.opcode = .status
    reply.questions = []
    try admits(
      Knock(query: reply, edns: DNS.EDNS(version: 1), origins: []), "nothing", "whatever else is odd")
  }

  // RFC 1035 §4.1.1: NOTIMP
  @Test func `other opcodes are not implemented`() throws {
    for opcode in UInt8(1)...15 {
      var other = query()
      other.header.opcode = DNS.Opcode(rawValue: opcode)
      try admits(Knock(query: other), "NOTIMP", "QUERY is 0")
      other.questions = []
      try admits(
        Knock(query: other, edns: DNS.EDNS(version: 1)), "NOTIMP",
        "before questions are counted, and before EDNS")
    }
  }

  // RFC 9619 §4: not more than one question; none is our rule
  @Test func `a query has one question`() throws {
    for count in [0, 2, 3, 100] {
      var many = query()
      many.questions = [DNS.Question](repeating: question("www.elsewhere A"), count: count)
      try admits(Knock(query: many), "FORMERR", "none is too few, and two are too many")
      try admits(Knock(query: many, edns: DNS.EDNS(version: 1)), "FORMERR", "before EDNS")
    }
  }

  // RFC 6891 §6.1.3
  @Test func `only version 0 of EDNS is known`() throws {
    for version in [UInt8(1), 2, 255] {
      for asked in ["www.postroad.example A", "www.elsewhere A", "postroad.example TYPE252"] {
        var chaos = query(asked)
        chaos.questions[0].recordClass = .chaos
        for message in [query(asked), chaos] {
          try admits(
            Knock(query: message, edns: DNS.EDNS(version: version)), "BADVERS", "before type, class and zone")
        }
      }
    }
    let full = DNS.EDNS(
      payloadSize: 0, upperResponseCode: 255, dnssecOK: true, options: [DNS.EDNS.Option(code: 10, data: [1])])
    try admits(
      Knock(query: query(), edns: full), "admitted postroad.example.", "nothing else of EDNS is looked at")
  }

  // RFC 1035 §3.2.3, §3.2.4; recorded: NSD and Knot say NOTIMP for AXFR over UDP, REFUSED for other classes
  @Test func `zone transfers and other classes are turned away`() throws {
    for asked in ["postroad.example", "www.postroad.example", "www.elsewhere"] {
      var transfer = query("\(asked) TYPE252")
      try admits(Knock(query: transfer), "NOTIMP", "zones are not handed out")
      transfer.questions[0].recordClass = .chaos
      try admits(Knock(query: transfer), "NOTIMP", "the type comes before the class")
    }
    for number in [UInt16(0), 2, 3, 254, 255, 256] {
      var other = query()
      other.questions[0].recordClass = DNS.RecordClass(rawValue: number)
      try admits(Knock(query: other), "REFUSED", "a class that is not IN")
    }
    for type in ["TYPE251", "TYPE253", "TYPE41", "DS", "TYPE65535"] {
      try admits(
        Knock(query: query("www.postroad.example \(type)")), "admitted postroad.example.",
        "other types are the zone's to answer")
    }
  }

  // The specification above admit: what is not looked at
  @Test func `flags, counts and records do not matter`() throws {
    var odd = query()
    odd.header = DNS.Header(
      id: 1, isAuthoritative: true, isTruncated: true, recursionDesired: true, recursionAvailable: true,
      reservedBit: true,
      isAuthenticData: true, checkingDisabled: true, responseCode: .refused, questionCount: 7, answerCount: 9)
    odd.answers = zoneRecords("www 60 A 192.0.2.1", origin: "elsewhere")
    odd.additionals = odd.answers
    try admits(Knock(query: odd), "admitted postroad.example.", "it has one question about our zone")
  }

  // Recorded from NSD 4.6.1; Knot 3.2.6 differs in four rows: BADVERS before NOTIMP, and silence for two questions
  @Test func `NSD makes the same of odd queries`() throws {
    for recorded in FrontDoorRecording.all {
      let expected = recorded.nsd == "NOERROR" ? "admitted postroad.example." : recorded.nsd
      try check(
        "admit(_:edns:origins:)", recorded, returns: expected,
        "QR, opcode, questions, name, type, class, EDNS; NSD, Knot"
      ) {
        try admissionText(admit($0.query, edns: $0.edns, origins: [domain("postroad.example")]))
      }
    }
  }

  private func responds(
    _ query: DNS.Message, _ reply: DNS.AuthorityReply, edns: DNS.EDNS? = nil, size: UInt16 = 1232,
    _ expected: DNS.Message, _ rule: String
  ) throws {
    let call = "response(to:with:edns:payloadSize:)"
    try check("\(call), its header", query.header, returns: expected.header, rule) { _ in
      try response(to: query, with: reply, edns: edns, payloadSize: size).header
    }
    try check(call, MessageText(query), returns: MessageText(expected), rule) { _ in
      try MessageText(response(to: query, with: reply, edns: edns, payloadSize: size))
    }
  }

  // RFC 1035 §4.1.1; recorded: neither NSD nor Knot copies another flag than RD
  @Test func `a response copies ID, opcode, RD and the question`() throws {
    var asked = query("wWw.PostRoad.example A")
    asked.header = DNS.Header(
      id: 0xABCD, opcode: .status, isAuthoritative: true, isTruncated: true, recursionDesired: true,
      recursionAvailable: true,
      reservedBit: true, isAuthenticData: true, checkingDisabled: true, responseCode: .refused,
      questionCount: 1, additionalCount: 3)
    asked.additionals = zoneRecords("x 60 A 192.0.2.9", origin: "elsewhere")
    let records = ["www 60 A 192.0.2.1", "@ 60 NS ns1", "ns1 60 A 192.0.2.2"].map {
      zoneRecords($0, origin: "postroad.example")
    }
    let reply = DNS.AuthorityReply(
      responseCode: .nonExistentDomain, isAuthoritative: true, answers: records[0], authorities: records[1],
      additionals: records[2])
    var expected = DNS.Message(
      header: DNS.Header(
        id: 0xABCD, isResponse: true, opcode: .status, isAuthoritative: true, recursionDesired: true,
        responseCode: .nonExistentDomain),
      questions: asked.questions, answers: records[0], authorities: records[1], additionals: records[2])
    try responds(asked, reply, expected, "all else is the server's own, and the counts are the writer's")
    asked.header.recursionDesired = false
    expected.header.recursionDesired = false
    expected.header.isAuthoritative = false
    try responds(
      asked,
      DNS.AuthorityReply(
        responseCode: .nonExistentDomain, answers: records[0], authorities: records[1],
        additionals: records[2]), expected, "RD and AA clear")
    for count in [0, 2] {
      asked.questions = [DNS.Question](repeating: question("a.b A"), count: count)
      expected = DNS.Message(header: expected.header)
      expected.header.responseCode = .formatError
      try responds(
        asked, DNS.AuthorityReply(responseCode: .formatError), expected, "of several questions none is copied"
      )
    }
  }

  // RFC 6891 §6.1.1, §6.1.3, §7; RFC 3225 §3
  @Test func `EDNS is answered with EDNS`() throws {
    for (code, isSecure, ttl, size) in [
      (0, false, 0, 1232), (5, true, 0x8000, 4096), (16, false, 0x0100_0000, 512),
      (16, true, 0x0100_8000, 65535), (4095, true, 0xFF00_8000, 1232),
    ] as [(UInt16, Bool, UInt32, UInt16)] {
      let edns = DNS.EDNS(
        payloadSize: 4096, upperResponseCode: 7, version: 3, dnssecOK: isSecure,
        options: [DNS.EDNS.Option(code: 10, data: [1])])
      let record = zoneRecords("ns1 60 A 192.0.2.2", origin: "postroad.example")
      let opt = DNS.ResourceRecord(
        name: .root, recordClass: DNS.RecordClass(rawValue: size), ttl: ttl, data: .opaque(.opt, []))
      var expected = DNS.Message(
        header: DNS.Header(id: 0x1234, isResponse: true, responseCode: DNS.ResponseCode(rawValue: code % 16)),
        questions: query().questions, additionals: record + [opt])
      let reply = DNS.AuthorityReply(responseCode: DNS.ResponseCode(rawValue: code), additionals: record)
      try responds(
        query(), reply, edns: edns, size: size, expected,
        "an OPT at the end: our size, version 0, DO copied, the upper eight bits of the code")
      expected.additionals = record
      try responds(query(), reply, expected, "without EDNS no OPT, and four bits of the code")
    }
  }
}
