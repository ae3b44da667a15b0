import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RecursiveServiceTests {
  /// What the server behind the tests knows, and what it would find out.
  private struct Knowledge {
    var cached: Resolver.Answer?
    var found: Resolver.Answer?
    var error: any Error = Resolver.ResolutionError.noServerHelped(zone: .root)
  }

  private let address = Resolver.Answer(records: records("www.postroad.example. 300 A 192.0.2.80"))
  private let other = Resolver.Answer(records: records("www.postroad.example. 7 A 192.0.2.7"))

  /// Serves a query and says what came of it: the reply, and what was looked up for it.
  private func serve(
    _ query: String, allowed: Bool = true, _ knowledge: Knowledge = Knowledge(), is expected: String,
    _ rule: String, _ change: (inout DNS.Message) -> Void = { _ in }
  ) throws {
    var message = ReplyText(query).message
    message.header.id = 0x1234
    change(&message)
    try check(
      "serve(_:isAllowed: \(allowed), cached:resolve:)", ReplyText(message), returns: expected, rule
    ) { query in
      var calls = ""
      let reply = try DNSResolution.serve(query.message, isAllowed: allowed) { asked in
        calls += "; looks \(text(asked)) up"
        return knowledge.cached
      } resolve: { asked in
        calls += "; resolves \(text(asked))"
        guard let found = knowledge.found else { throw knowledge.error }
        return found
      }
      return (reply.map { ReplyText($0).checkDescription } ?? "no reply") + calls
    }
  }

  private let asked = "question   www.postroad.example. A"
  private let calls = "; looks www.postroad.example. A up; resolves www.postroad.example. A"

  // RFC 1034 §4.3.1: recursive mode
  @Test func `a client that desires recursion gets the answer`() throws {
    try serve(
      "NOERROR query rd\n\(asked)", Knowledge(found: address),
      is: "NOERROR rd ra\n\(asked)\nanswer     www.postroad.example. 300 A 192.0.2.80\(calls)",
      "RD comes back, RA is set, AA is not: somebody else is the authority")
  }

  // RFC 1034 §4.3.1: what is known needs no recursion
  @Test func `what is cached is returned with RD and without`() throws {
    for rd in [" rd", ""] {
      try serve(
        "NOERROR query\(rd)\n\(asked)", Knowledge(cached: address, found: other),
        is:
          "NOERROR\(rd) ra\n\(asked)\nanswer     www.postroad.example. 300 A 192.0.2.80; looks www.postroad.example. A up",
        "nobody else has to be asked")
    }
  }

  // RFC 1034 §4.3.1: recursion only where it is requested
  @Test func `without RD nobody else is asked`() throws {
    try serve(
      "NOERROR query\n\(asked)", Knowledge(found: address),
      is: "REFUSED ra\n\(asked); looks www.postroad.example. A up", "the client did not ask us to do its work"
    )
  }

  // RFC 2308 §6: a negative answer brings the SOA
  @Test func `negative answers have a code, and the SOA in the authority section`() throws {
    let soa = record("postroad.example. 300 SOA 60")
    for (code, name) in [(DNS.ResponseCode.noError, "NOERROR"), (.nonExistentDomain, "NXDOMAIN")] {
      let answer = Resolver.Answer(
        code: code, records: records("www.postroad.example. 9 CNAME a.test."), soa: soa)
      let expected =
        "\(name) rd ra\n\(asked)\nanswer     www.postroad.example. 9 CNAME a.test.\nauthority  postroad.example. 300 SOA 60"
      try serve(
        "NOERROR query rd\n\(asked)", Knowledge(found: answer), is: expected + calls, "as it was resolved")
      try serve(
        "NOERROR query rd\n\(asked)", Knowledge(cached: answer),
        is: expected + "; looks www.postroad.example. A up",
        "as it was cached")
      let bare = Resolver.Answer(code: code)
      try serve(
        "NOERROR query rd\n\(asked)", Knowledge(cached: bare, found: address),
        is: "\(name) rd ra\n\(asked); looks www.postroad.example. A up",
        "a cached answer without records is one, too")
      try serve(
        "NOERROR query rd\n\(asked)", Knowledge(found: bare), is: "\(name) rd ra\n\(asked)\(calls)",
        "no SOA record, none returned")
    }
  }

  // RFC 1035 §4.1.1: SERVFAIL
  @Test func `what cannot be resolved is SERVFAIL`() throws {
    let errors: [any Error] = [
      Resolver.ResolutionError.noServerHelped(zone: name("example")),
      Resolver.ResolutionError.tooManyAliases(12),
      Resolver.NoReply(), DNS.FramingError.endedInside(received: 1),
    ]
    for error in errors {
      try serve(
        "NOERROR query rd\n\(asked)", Knowledge(error: error), is: "SERVFAIL rd ra\n\(asked)\(calls)",
        "not NXDOMAIN: nobody said that it does not exist; not silence: the client would wait")
    }
  }

  // RFC 5358 §4: an open resolver helps to attack others
  @Test func `a client that may not ask is refused, and nothing is looked up`() throws {
    for rd in [" rd", ""] {
      try serve(
        "NOERROR query\(rd)\n\(asked)", allowed: false, Knowledge(cached: address, found: address),
        is: "REFUSED\(rd)\n\(asked)", "RA is not set: recursion is not available to this client")
    }
  }

  // RFC 1035 §4.1.1: QR; two servers must not answer each other for ever
  @Test func `a response gets no reply`() throws {
    for text in ["NOERROR rd\n\(asked)", "SERVFAIL\n\(asked)", "NOERROR"] {
      try serve(text, Knowledge(cached: address, found: address), is: "no reply", "QR is set")
    }
    try serve("NOERROR\n\(asked)", allowed: false, is: "no reply", "whoever sends it") {
      $0.header.opcode = .notify
    }
  }

  // RFC 9619 §4: not more than one question; none is our rule
  @Test func `none or several questions are FORMERR`() throws {
    for allowed in [true, false] {
      let ra = allowed ? " ra" : ""
      try serve("NOERROR query rd", allowed: allowed, is: "FORMERR rd\(ra)", "no question")
      try serve(
        "NOERROR query rd\n\(asked)\n\(asked)", allowed: allowed, Knowledge(cached: address),
        is: "FORMERR rd\(ra)\n\(asked)\n\(asked)", "two questions, before it is looked who asks")
    }
  }

  // RFC 1035 §4.1.1: NOTIMP
  @Test func `other opcodes are NOTIMP`() throws {
    for opcode in [DNS.Opcode.status, .notify, .update, DNS.Opcode(rawValue: 1), DNS.Opcode(rawValue: 15)] {
      for allowed in [true, false] {
        try serve(
          "NOERROR query rd", allowed: allowed, Knowledge(cached: address),
          is: "NOTIMP rd\(allowed ? " ra" : "")",
          "opcode \(opcode.rawValue), before the questions are counted"
        ) { $0.header.opcode = opcode }
      }
    }
  }

  // RFC 1035 §4.1.1, RFC 4035 §3.2.2: what is copied, and what is not
  @Test func `the header has what the query had, and no more`() throws {
    for (rd, cd) in [(true, true), (true, false), (false, true), (false, false)] {
      for opcode in [DNS.Opcode.query, .notify] {
        let query = DNS.Message(
          header: DNS.Header(
            id: 0xBEEF, opcode: opcode, isAuthoritative: true, isTruncated: true, recursionDesired: rd,
            recursionAvailable: false, reservedBit: true, isAuthenticData: true, checkingDisabled: cd,
            responseCode: .refused),
          questions: [question("www.postroad.example A")], additionals: records("x. 1 TXT y"))
        let expected = DNS.Header(
          id: 0xBEEF, isResponse: true, opcode: opcode, recursionDesired: rd, recursionAvailable: true,
          checkingDisabled: cd, responseCode: opcode == .query ? .noError : .notImplemented)
        try check(
          "serve(_:isAllowed: true, cached:resolve:).header", ReplyText(query), returns: expected,
          "ID, opcode, RD and CD are copied; AA, TC, Z, AD and the code are not"
        ) {
          var header = try DNSResolution.serve(
            $0.message, isAllowed: true, cached: { _ in address }, resolve: { _ in address })?.header
          header?.questionCount = 0
          header?.answerCount = 0
          return header ?? DNS.Header()
        }
        var asked = query
        asked.questions[0].recordClass = .chaos
        try check(
          "serve(_:isAllowed: true, cached:resolve:).questions", ReplyText(query), returns: asked.questions,
          "the question comes back whole, its class too, whatever the opcode is"
        ) { _ in
          try DNSResolution.serve(
            asked, isAllowed: true, cached: { _ in address }, resolve: { _ in address })?.questions ?? []
        }
      }
    }
  }

  // RFC 1035 §4.1.2: the question comes back as it was
  @Test func `the question comes back with its case, class and type`() throws {
    for type in ["TYPE65", "ANY"] {
      let asked = "wWw.PostRoad.example. \(type)"
      try serve(
        "NOERROR query rd\nquestion \(asked)\nadditional x. 1 TXT y", Knowledge(found: Resolver.Answer()),
        is: "NOERROR rd ra\nquestion   \(asked); looks \(asked) up; resolves \(asked)",
        "0x20: the case of its letters is a secret of the client's; its other records do not come back")
    }
  }

  // The cache is the caller's
  @Test func `what the cache throws is thrown`() throws {
    try check(
      "serve(_:isAllowed:cached:resolve:)", "a cache that throws",
      throws: DNS.FramingError.endedInside(received: 9),
      "a broken cache is no failure of the question"
    ) { _ in
      try DNSResolution.serve(
        ReplyText("NOERROR query rd\n\(asked)").message, isAllowed: true,
        cached: { _ in throw DNS.FramingError.endedInside(received: 9) }, resolve: { _ in address })
    }
  }

  // Recorded: Unbound 1.17.1 and BIND 9.18
  @Test func `Unbound or BIND reply the same`() throws {
    let two = Resolver.Answer(
      records: records("www.postroad.example. 60 A 192.0.2.80\nwww.postroad.example. 60 A 192.0.2.81"))
    for recording in ServiceRecording.all {
      try check(
        "serve(_:isAllowed: \(recording.isAllowed), cached:resolve:)", recording,
        returns: "what \(recording.wanted)", where: recording.agrees,
        "of FORMERR and NOTIMP the code counts alone"
      ) { recording in
        let reply = try DNSResolution.serve(recording.query, isAllowed: recording.isAllowed) { _ in
          recording.about == "cached" ? two : nil
        } resolve: { _ in
          switch recording.about {
          case "new": return address
          case "missing": return Resolver.Answer(code: .nonExistentDomain)
          default: throw Resolver.ResolutionError.noServerHelped(zone: .root)
          }
        }
        return ServiceRecording.told(reply)
      }
    }
  }
}
