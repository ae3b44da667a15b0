import LoadBalancing
import LoadBalancingSupport
import PostRoad
import Testing

@Suite struct RequestHeadTests {
  // RFC 9110 §3.9, after its example; RFC 9112 §5: optional white space around a value is not part of it
  @Test func `a head is a request line, fields and an empty line`() throws {
    let text =
      "GET /hello.txt HTTP/1.1\r\nUser-Agent: curl/7.64.1\r\nHost:www.example.com\r\nX-Empty: \t\r\nVia:\t a b \r\n\r\n"
    let head = try parse(text + "body")
    #expect([head.method, head.target] == ["GET", "/hello.txt"], "the request line")
    #expect(head.minorVersion == 1, "HTTP/1.1")
    let fields = head.fields.map { "\($0.name)=\($0.value)" }
    #expect(
      fields == ["user-agent=curl/7.64.1", "host=www.example.com", "x-empty=", "via=a b"],
      "names in small letters, values without the white space around them, in order")
    #expect(head.length == text.utf8.count, "the body begins behind the empty line")
  }

  // RFC 9112 §3.2.1 to §3.2.4: the four forms of a target; §3: an invalid request line SHOULD be answered with 400;
  // RFC 9110 §4.2.1, §9.3.6: an empty host and CONNECT's empty port MUST be rejected, §4.2.4: a user SHOULD be
  @Test func `a target has one of four forms`() throws {
    for start in [
      "GET / ", "OPTIONS * ", "CONNECT www.example.com:80 ", "GET http://www.example.org/a?b ", "PURGE /x ",
      "CONNECT [2001:db8::80]:443 ", "GET http://[2001:db8::80]:8080?b ", "GET s3+x-1.0://a ",
    ] {
      let head = try parse(start + "HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect("\(head.method) \(head.target) " == start, "a form of RFC 9112 §3.2")
    }
    for start in [
      "GET * ", "GET a ", "CONNECT /a ", "GET www.example.com:80 ", "GET /\u{E9} ", "GET /\0 ", "GET /a#b ",
      "CONNECT a ", "CONNECT a: ", "CONNECT :80 ", "CONNECT [::80] ", "GET http:///a ", "GET http://:80/a ",
      "GET http://mail@a/ ", "GET a/?b=http://c ",
    ] {
      #expect(throws: LB.RequestError.badRequestLine, "no form for this method: \(start.debugDescription)") {
        try parse(start + "HTTP/1.1\r\nHost: a\r\n\r\n")
      }
    }
  }

  // RFC 9112 §3: an invalid request line SHOULD be answered with 400, and MAY be split at any white space: we refuse
  @Test(arguments: [
    "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "GET\t/ HTTP/1.1", "G(T / HTTP/1.1", "GET /",
  ]) func `a request line has exactly two spaces`(line: String) throws {
    #expect(throws: LB.RequestError.badRequestLine, "one space between three parts") {
      try parse(line + "\r\nHost: a\r\n\r\n")
    }
  }

  // RFC 9112 §2.3: HTTP-version is case-sensitive, with one digit on each side of the dot; §3: others SHOULD be answered
  // with 400; RFC 9110 §6.2: 1.2 SHOULD be read as 1.1, another major version can be refused: we refuse them all
  @Test(arguments: ["HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/1.10", "HTTP/01.1"])
  func `other versions are refused`(version: String) throws {
    #expect(throws: LB.RequestError.badVersion(version), "we speak 1.0 and 1.1") {
      try parse("GET / \(version)\r\nHost: a\r\n\r\n")
    }
  }

  // RFC 9112 §2.2: a bare CR MUST be invalid or replaced; a bare LF MAY end a line: we refuse both
  @Test func `a line ends with CR LF, and with nothing else`() throws {
    for text in [
      "GET / HTTP/1.1\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\n",
    ] {
      #expect(throws: LB.RequestError.bareLF, "the RFC allows it, and readers disagree about it") {
        try parse(text)
      }
    }
    for text in ["GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", "GET /\r HTTP/1.1\r\n", "GET / HTTP/1.1\r\r\n"] {
      #expect(throws: LB.RequestError.bareCR, "somebody else may end the line there") { try parse(text) }
    }
  }

  // RFC 9112 §2.2: white space between the request line and the first field MUST be rejected or consumed: we reject;
  // §5.2: obs-fold MUST be answered with 400 or replaced: we refuse
  @Test func `no line begins with white space`() throws {
    for blank in [" ", "\t"] {
      #expect(throws: LB.RequestError.spaceBeforeFirstField, "the first field would be read by some only") {
        try parse("GET / HTTP/1.1\r\n\(blank)X: b\r\nHost: a\r\n\r\n")
      }
      #expect(throws: LB.RequestError.obsoleteFolding, "a second line of the Host, or a field of its own?") {
        try parse("GET / HTTP/1.1\r\nHost: a\r\n\(blank)Transfer-Encoding: chunked\r\n\r\n")
      }
    }
  }

  // RFC 9112 §5.1: white space between name and colon MUST be rejected with 400; §5, RFC 9110 §5.6.2: names are tokens;
  // RFC 9112 §2.2: what does not match the grammar SHOULD be answered with 400
  @Test func `a name is a token right before its colon`() throws {
    for name in ["Content-Length ", "Content-Length\t"] {
      #expect(throws: LB.RequestError.spaceBeforeColon, "MUST be refused with 400") {
        try parse("GET / HTTP/1.1\r\nHost: a\r\n\(name): 3\r\n\r\n")
      }
    }
    for line in ["no colon", ": a", "a b: c", "a\0: b", "\u{E9}: b", "a(: b"] {
      #expect(throws: LB.RequestError.badFieldName, "no token and a colon: \(line.debugDescription)") {
        try parse("GET / HTTP/1.1\r\nHost: a\r\n\(line)\r\n\r\n")
      }
    }
  }

  // RFC 9110 §5.5: NUL MUST be rejected or replaced, other controls MAY be kept: we refuse all but the tab
  @Test func `a value has no control characters`() throws {
    for sign in ["\0", "\u{1}", "\u{B}", "\u{1F}", "\u{7F}"] {
      #expect(throws: LB.RequestError.badFieldValue("x"), "character \(sign.debugDescription)") {
        try parse("GET / HTTP/1.1\r\nHost: a\r\nX: b\(sign)c\r\n\r\n")
      }
    }
    let head = try parse("GET / HTTP/1.1\r\nHost: a\r\nX: b\tc \u{80}\u{FF}\r\n\r\n")
    #expect(
      head.values(of: "x") == ["b\tc \u{80}\u{FF}"],
      "a tab and bytes above 0x7F may stand in a value (obs-text)")
  }

  // RFC 9112 §3.2: no Host in HTTP/1.1, more than one, or an invalid one MUST be answered with 400; RFC 3986 §3.2.2 and
  // §3.2.3 say what a host and a port are
  @Test func `there is one Host`() throws {
    #expect(throws: LB.RequestError.missingHost, "MUST be refused with 400") {
      try parse("GET / HTTP/1.1\r\n\r\n")
    }
    for second in ["Host: a", "host: b"] {
      #expect(throws: LB.RequestError.repeatedHost, "MUST be refused with 400, even if they agree") {
        try parse("GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\(second)\r\n\r\n")
      }
    }
    for host in [
      "a b", "a/b", "a@b", "a#", "a\\b", "\u{E9}", "a:b", "a:80:80", "a:-1", "a%", "a%zz", "[::1", "::1",
      "[]", "[a]b",
    ] {
      #expect(throws: LB.RequestError.badHost(host), "MUST be refused with 400") {
        try parse("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      }
    }
    for host in ["a-b._~:8080", "a!$&'()*+,;=%2F", "[2001:db8::80]:443", "[::ffff:192.0.2.80]", "a:"] {
      let head = try parse("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      #expect(head.values(of: "host") == [host], "a host of RFC 3986, with a port or without")
    }
    #expect(throws: LB.RequestError.repeatedHost, "HTTP/1.0 need not have one, and must not have two") {
      try parse("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n")
    }
    let old = try parse("GET / HTTP/1.0\r\n\r\n")
    let empty = try parse("GET / HTTP/1.1\r\nHost:\r\n\r\n")
    #expect(
      [old.minorVersion, empty.minorVersion] == [0, 1], "HTTP/1.0 without one; an empty one in HTTP/1.1")
  }

  // RFC 9112 §2.2: a server SHOULD ignore at least one empty line in front; TCP brings bytes in any portions
  @Test func `every beginning is incomplete`() throws {
    let text = "\r\nGET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\r\n"
    let head = try parse(text)
    #expect(head.length == text.utf8.count, "one empty line in front is passed over, and counted")
    for count in 0..<text.utf8.count {
      #expect(throws: LB.RequestError.incomplete, "the first \(count) bytes") {
        try parseRequestHead(Array(text.utf8.prefix(count)))
      }
    }
    #expect(throws: LB.RequestError.badRequestLine, "two empty lines are one too many: our choice") {
      try parse("\r\n" + text)
    }
  }

  // RFC 9110 §5.4: more than a server wishes to process MUST be answered with 4xx; the bounds are ours
  @Test func `a head has bounds`() throws {
    let start = "GET / HTTP/1.1\r\nHost: a\r\n"
    let full = start + String(repeating: "X: y\r\n", count: 99) + "\r\n"
    let head = try parse(full)
    #expect(head.fields.count == 100, "a hundred fields are allowed")
    #expect(throws: LB.RequestError.tooManyFields, "one more is not") {
      try parse(start + String(repeating: "X: y\r\n", count: 100) + "\r\n")
    }
    let rest = 16_384 - start.utf8.count - "X: \r\n\r\n".utf8.count
    let longest = try parse(start + "X: " + String(repeating: "y", count: rest) + "\r\n\r\n")
    #expect(longest.length == 16_384, "16,384 bytes are allowed")
    #expect(throws: LB.RequestError.headTooLarge, "the end comes one byte later") {
      try parse(start + "X: " + String(repeating: "y", count: rest + 1) + "\r\n\r\n")
    }
    #expect(throws: LB.RequestError.headTooLarge, "16,384 bytes without a line's end: read no further") {
      try parse(String(repeating: "y", count: 16_384))
    }
  }

  // RFC 9112 §2, §3, §5, each with a MUST: nobody may forgive these, whatever nginx 1.22.1 and HAProxy 2.6.12 do
  @Test func `recorded heads that MUST be refused are refused`() throws {
    for verdict in DoubtfulVerdict.all(.must) {
      guard case .head(let error) = verdict.reading else { continue }
      #expect(throws: error, "\(verdict)") { try parseRequestHead(verdict.request.bytes) }
    }
  }

  // RFC 9112 §2, §3, §5, each with MAY, SHOULD or two ways to go: we refuse
  @Test func `recorded heads that may be read in two ways are refused`() throws {
    for verdict in DoubtfulVerdict.all(.choice) {
      guard case .head(let error) = verdict.reading else { continue }
      #expect(throws: error, "\(verdict)") { try parseRequestHead(verdict.request.bytes) }
    }
  }

  // RFC 9112 §2, §3, §5: nothing speaks against these
  @Test func `recorded heads that are odd but right are read`() throws {
    for verdict in DoubtfulVerdict.all(.right) {
      #expect(throws: Never.self, "\(verdict)") {
        let head = try parseRequestHead(verdict.request.bytes)
        #expect(head == verdict.request.head, "\(verdict)")
      }
    }
  }

  /// Each character of the text is one byte.
  private func parse(_ text: String) throws -> LB.RequestHead {
    try parseRequestHead(text.unicodeScalars.map { UInt8($0.value) })
  }
}
