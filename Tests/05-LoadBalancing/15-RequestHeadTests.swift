import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RequestHeadTests {
  private let start = "GET / HTTP/1.1\r\nHost: a\r\n"

  // RFC 9110 §3.9, after its example; RFC 9112 §5: optional white space around a value is not part of it
  @Test func `a head is a request line, fields and an empty line`() throws {
    let text =
      "GET /hello.txt HTTP/1.1\r\nUser-Agent: curl/7.64.1\r\nHost:www.example.com\r\nX-Empty: \t\r\n"
      + "Via:\t a b \r\nX: \u{A0}a\u{85}\r\nvia::c:\r\n\r\n"
    let fields = [
      ("user-agent", "curl/7.64.1"), ("host", "www.example.com"), ("x-empty", ""), ("via", "a b"),
      ("x", "\u{A0}a\u{85}"), ("via", ":c:"),
    ].map { LB.Field($0, $1) }
    try parse(
      .read(text, fields, target: "/hello.txt", after: "body \n \r"),
      "names in lower case, values without the spaces and tabs around them, in order; then the body begins")
  }

  // RFC 9112 §3.2.1, §3.2.2, §3.2.4: the forms of a target; RFC 9110 §4.2.1, §4.2.4: no empty host, no user
  @Test func `a target has one of four forms`() throws {
    for start in HeadTargets.right { try parse(.start(start, isRight: true), "a form of RFC 9112 §3.2") }
    for start in HeadTargets.wrong { try parse(.start(start, isRight: false), "no form for this method") }
    for byte in UInt8.min...UInt8.max where byte != 0x0A && byte != 0x0D {
      try parse(
        .start("GET /a\(byte.sign)b", isRight: (0x21...0x7E).contains(byte) && byte.sign != "#"),
        "a target is visible ASCII without #: byte 0x\(hex([byte]))")
    }
  }

  // RFC 9112 §3.2.3; RFC 9110 §9.3.6: "a server MUST reject a CONNECT request that targets an empty or invalid port"
  @Test func `CONNECT takes a host and a port alone`() throws {
    for target in HeadTargets.tunnels {
      try parse(.start("CONNECT \(target)", isRight: true), "a host, a colon and a port")
    }
    for target in HeadTargets.wrongTunnels {
      try parse(
        .start("CONNECT \(target)", isRight: false), "neither an empty host nor a port out of 1 to 65,535")
    }
    try parse(.start("connect a:80", isRight: false), "RFC 9110 §9.1: the case of a method counts")
  }

  // RFC 9112 §3: an invalid request line SHOULD be answered with 400, and MAY be split at any white space: we refuse;
  // RFC 9110 §5.6.2: a token
  @Test func `a request line is a token, a target and a version with two spaces`() throws {
    for line in [
      "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "GET\t/ HTTP/1.1", "GET /", "GET",
      " / HTTP/1.1",
      "GET /  HTTP/1.1", "GET / a HTTP/1.1",
    ] {
      try parse(.refused(line + "\r\nHost: a\r\n\r\n", .badRequestLine), "one space between three parts")
    }
    for byte in UInt8.min...UInt8.max where byte != 0x0A && byte != 0x0D {
      try parse(
        .start("G\(byte.sign)T /", isRight: HeadCase.isToken(byte)),
        "a method is a token: byte 0x\(hex([byte]))")
    }
  }

  // RFC 9112 §2.3: HTTP-version is case-sensitive, with one digit on each side of the dot; §3: others SHOULD be answered
  // with 400; RFC 9110 §6.2: 1.2 SHOULD be read as 1.1, another major version can be refused: we refuse them all
  @Test func `other versions are refused`() throws {
    for version in [
      "HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/1.10", "HTTP/01.1", "HTTP/1", "HTTP/1.1\u{E9}", "x",
    ] {
      try parse(
        .refused("GET / \(version)\r\nHost: a\r\n\r\n", .badVersion(version)),
        "we speak HTTP/1.0 and HTTP/1.1")
    }
  }

  // RFC 9112 §2.2: a bare CR MUST be invalid or replaced; a bare LF MAY end a line: we refuse both
  @Test func `a line ends with CR LF, and with nothing else`() throws {
    for text in [
      "GET / HTTP/1.1\nHost: a\r\n\r\n", start.dropLast() + "\n\r\n", start + "\n", "\n", start + "X\n",
    ] {
      try parse(.refused(text, .bareLF), "the RFC allows it, and readers disagree about it")
    }
    for text in [
      "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", "GET /\r HTTP/1.1\r\n", "GET / HTTP/1.1\r\r\n",
      "GET / HTTP/1.1\rX",
      "\rG", start + "\rX", start + "\r\r", "\r\n\rX", start + "X:\ra\n",
    ] {
      try parse(.refused(text, .bareCR), "somebody else may end the line there; it is refused at once")
    }
  }

  // RFC 9112 §2.2: white space between the request line and the first field MUST be rejected or consumed: we reject;
  // §5.2: obs-fold MUST be answered with 400 or replaced: we refuse
  @Test func `no line begins with white space`() throws {
    for blank in [" ", "\t"] {
      try parse(
        .refused("GET / HTTP/1.1\r\n\(blank)X: b\r\nHost: a\r\n\r\n", .spaceBeforeFirstField),
        "the first field would be read by some only")
      for folded in ["Transfer-Encoding: chunked", "x", ""] {
        try parse(
          .refused("\(start)\(blank)\(folded)\r\n\r\n", .obsoleteFolding),
          "a second line of the Host, or a field of its own?")
      }
    }
  }

  // RFC 9112 §5.1: white space between name and colon MUST be rejected with 400; §5, RFC 9110 §5.6.2: names are tokens;
  // RFC 9112 §2.2: what does not match the grammar SHOULD be answered with 400
  @Test func `a name is a token right before its colon`() throws {
    for name in ["Content-Length ", "Content-Length\t", "X \t"] {
      try parse(.refused("\(start)\(name): 3\r\n\r\n", .spaceBeforeColon), "MUST be refused with 400")
    }
    for line in ["no colon", "x", ": a", ":"] {
      try parse(.refused("\(start)\(line)\r\n\r\n", .badFieldName), "a token and a colon")
    }
    for byte in UInt8.min...UInt8.max where ![0x0A, 0x0D, UInt8(ascii: ":")].contains(byte) {
      try parse(
        .field("a\(byte.sign)B", "c", HeadCase.isToken(byte) ? nil : .badFieldName),
        "a name is a token: byte 0x\(hex([byte]))")
    }
  }

  // RFC 9110 §5.5: NUL MUST be rejected or replaced, other controls MAY be kept: we refuse all but the tab
  @Test func `a value has no control characters`() throws {
    for byte in UInt8.min...UInt8.max where byte != 0x0A && byte != 0x0D {
      let isControl = byte < 0x20 && byte != 0x09 || byte == 0x7F
      try parse(
        .field("X-Y", "b\(byte.sign)c", isControl ? .badFieldValue("x-y") : nil), "byte 0x\(hex([byte]))")
    }
  }

  // RFC 9112 §3.2: no Host in HTTP/1.1 or more than one MUST be answered with 400
  @Test func `there is one Host`() throws {
    try parse(.refused("GET / HTTP/1.1\r\nX: a\r\n\r\n", .missingHost), "MUST be refused with 400")
    for (version, first, second) in [
      ("1.1", "a", "host: a"), ("1.1", "a b", "HOST: b"), ("1.0", "a", "Host: a"),
    ] {
      try parse(
        .refused("GET / HTTP/\(version)\r\nHost: \(first)\r\nX: y\r\n\(second)\r\n\r\n", .repeatedHost),
        "MUST be refused with 400, even if they agree")
    }
    try parse(
      .read("GET / HTTP/1.0\r\n\r\n", [], minor: 0),
      "HTTP/1.0 need not have one")
    try parse(
      .read("GET / HTTP/1.1\r\nHost:\r\n\r\n", [LB.Field("host", "")]), "it may be empty")
  }

  // RFC 9112 §3.2: an invalid Host MUST be answered with 400; RFC 3986 §3.2.2 and §3.2.3 say what a host and a port are
  @Test func `a host is a name or an IPv6 address, and a port may follow`() throws {
    for byte in UInt8(0x20)...UInt8.max where byte != 0x7F {
      let (host, isRight) = ("a\(byte.sign)b", HeadCase.isNameSign(byte))
      try parse(.host(host, isRight: isRight), "byte 0x\(hex([byte])) in a Host")
      guard !"/?".utf8.contains(byte) else { continue }
      try parse(.start("GET http://\(host)/", isRight: isRight), "byte 0x\(hex([byte])) in a target's host")
    }
    for host in HeadTargets.hosts + HeadTargets.wrongHosts {
      let isRight = HeadTargets.hosts.contains(host)
      let rule = isRight ? "a host of RFC 3986, with a port or without" : "MUST be refused with 400"
      try parse(.host(host, isRight: isRight), rule)
      try parse(.start("GET http://\(host)/", isRight: isRight), rule)
    }
    try parse(
      .refused("GET / HTTP/1.0\r\nHost: a b\r\n\r\n", .badHost("a b")), "a Host of HTTP/1.0 is a host as well"
    )
  }

  // RFC 9112 §2.2: a server SHOULD ignore at least one empty line before a request; TCP brings bytes in any portions
  @Test func `every beginning is incomplete`() throws {
    let text = "\r\nGET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\r\n"
    try parse(
      .read(text, [LB.Field("host", "a"), LB.Field("x", "b")]),
      "one empty line before the request is skipped, and counted")
    for whole in [text, "GET / HTTP/1.1\r\nHost: a b\r\nHost:\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"] {
      for count in 0..<whole.utf8.count {
        try parse(
          .refused(String(decoding: whole.utf8.prefix(count), as: UTF8.self), .incomplete), "\(count) bytes")
      }
    }
    try parse(
      .refused("\r\n\r\n" + start + "\r\n", .badRequestLine), "two empty lines are one too many: our choice")
  }

  // RFC 9112 §2.2, §5: lines come one after the other; our rule: what no further byte can mend is refused at once
  @Test func `the first bad line is reported as soon as it ends`() throws {
    let many = start + String(repeating: "X: y\r\n", count: 99)
    for (text, error) in [
      ("GET\r\n", .badRequestLine), ("GET / HTTP/2.0\r\n", .badVersion("HTTP/2.0")),
      (start + "X : a\r\n", .spaceBeforeColon),
      (start + "X : a\r\nY\nZ\r", .spaceBeforeColon), (start + "X: a\0\r\nY\r\n", .badFieldValue("x")),
      (start + "Host: b\r\nX\r\n", .badFieldName), (start + " a\r\n", .obsoleteFolding),
      (many + "X: y\r\n", .tooManyFields),
      (many + "no colon\r\n", .tooManyFields), (many + "\n", .bareLF),
    ] as [(String, LB.RequestError)] {
      try parse(.refused(text, error), "the lines before it are right, and nobody waits for those after it")
    }
  }

  // RFC 9110 §5.4: more than a server wishes to process MUST be answered with 4xx; the bounds are ours
  @Test func `a head has at most 100 fields and 16,384 bytes`() throws {
    let fields = [LB.Field("host", "a")] + Array(repeating: LB.Field("x", "y"), count: 99)
    try parse(
      .read(start + String(repeating: "X: y\r\n", count: 99) + "\r\n", fields), "100 fields")
    for front in ["", "\r\n"] {
      let long = String(repeating: "y", count: 16_384 - (front + start + "X: \r\n\r\n").utf8.count)
      try parse(
        .read(
          "\(front)\(start)X: \(long)\r\n\r\n", [LB.Field("host", "a"), LB.Field("x", long)], after: "yy"),
        "16,384 bytes, an empty line before them counted")
      try parse(
        .refused("\(front)\(start)X: \(long)y\r\n\r\n", .headTooLarge), "the end comes one byte later")
      try parse(
        .refused("\(front)\(start)X: \(long)\r\n\r", .incomplete), "16,383 bytes may still end in time")
    }
    for text in [String(repeating: "y", count: 16_384), String(repeating: "y", count: 16_383) + "\r"] {
      try parse(.refused(text, .headTooLarge), "16,384 bytes without an end: read no further")
    }
    try parse(.refused(String(repeating: "y", count: 16_383), .incomplete), "one byte fewer")
  }

  // RFC 9112 §2, §3, §5: with a MUST, whatever nginx 1.22.1 and HAProxy 2.6.12 do, or with a choice, where we refuse; the
  // rest is right, or the length of its body is what is wrong, which is not asked here
  @Test func `recorded heads are refused or read`() throws {
    for verdict in DoubtfulVerdict.all(.must) + DoubtfulVerdict.all(.choice) + DoubtfulVerdict.all(.right) {
      if case .head(let error) = verdict.reading {
        try check("parseRequestHead(_:)", verdict.request, throws: error, verdict.rule) {
          try parseRequestHead($0.bytes)
        }
      } else {
        try check("parseRequestHead(_:)", verdict.request, returns: verdict.request.head, verdict.rule) {
          try parseRequestHead($0.bytes)
        }
      }
    }
  }

  private func parse(_ head: HeadCase, _ rule: String, place: SourceLocation = #_sourceLocation) throws {
    let call = "parseRequestHead(_:)"
    switch head.expected {
    case .success(let read):
      try check(call, head.sent, returns: read, rule, sourceLocation: place) {
        try parseRequestHead($0.bytes)
      }
    case .failure(let error):
      try check(call, head.sent, throws: error, rule, sourceLocation: place) {
        try parseRequestHead($0.bytes)
      }
    }
  }
}
