import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct BodyLengthTests {
  // RFC 9112 §6.3, rule 6: a valid Content-Length is the length; RFC 9110 §8.6: 1*DIGIT
  @Test func `a Content-Length is the length`() throws {
    let zeros = String(repeating: "0", count: 40)
    for (text, count) in [
      ("3", 3), ("0", 0), ("007", 7), (zeros, 0), (zeros + "3", 3), ("9223372036854775807", Int.max),
      (zeros + "9223372036854775807", Int.max),
    ] {
      try length(.bytes(count), "digits alone, however many zeros come first", ("content-length", text))
    }
  }

  // RFC 9112 §6.3: the method is not asked
  @Test func `the method does not matter`() throws {
    for method in ["GET", "HEAD", "POST", "DELETE", "x"] {
      let head = LB.RequestHead(method: method, target: "/", fields: [LB.Field("content-length", "3")])
      try check(
        "bodyLength(of:)", "\(method) with content-length: 3", returns: .bytes(3),
        "any request may have a body"
      ) {
        _ in try bodyLength(of: head)
      }
    }
  }

  // RFC 9112 §6.3, rule 7: a request with neither has no body
  @Test func `a request that says nothing has no body`() throws {
    try length(
      .bytes(0), "neither Content-Length nor Transfer-Encoding", ("host", "postroad.example"),
      ("content-type", "text/plain"), ("te", "chunked"), ("trailer", "content-length"))
    try length(.bytes(0), "in HTTP/1.0, too: a request never ends with the connection", minor: 0)
  }

  // RFC 9112 §6.3, rule 4; §7: transfer coding names are case-insensitive; RFC 9110 §5.6.1.2: a reasonable number of
  // empty elements MUST be ignored
  @Test func `chunked is chunked`() throws {
    for value in [
      "chunked", "Chunked", "CHUNKED", ", chunked ,", ",\tchunked", "chunked, ,", ",, \t,chunked",
    ] {
      try length(.chunked, "in any case, and empty elements do not count", ("transfer-encoding", value))
    }
    try length(
      .chunked, "an empty field adds nothing to the list", ("transfer-encoding", ""),
      ("transfer-encoding", "chunked"),
      ("transfer-encoding", ","))
  }

  // RFC 9112 §6.1: a server MAY reject both together or go by Transfer-Encoding; §6.3, rule 3: it ought to be handled as
  // an error: we refuse
  @Test func `both lengths together are refused`() throws {
    for fields in [
      [("transfer-encoding", "chunked"), ("content-length", "3")],
      [("content-length", "0"), ("transfer-encoding", "chunked")],
      [("content-length", ""), ("transfer-encoding", "")],
    ] {
      try refused(.bothLengths, "which of the two would the backend believe?", fields)
    }
  }

  // RFC 9112 §6.3, rule 4: the last coding of a request is not chunked: MUST be answered with 400
  @Test func `the last coding has to be chunked`() throws {
    for value in [
      "gzip", "chunked, gzip", "identity", "", ", ,", "xchunked", "chunkedx", "chunked, identity,",
    ] {
      try refused(
        .lastCodingNotChunked, "the length cannot be known: MUST be refused with 400",
        [("transfer-encoding", value)])
    }
  }

  // RFC 9112 §6.1: fields of one name are one list, and chunked MUST NOT be applied twice; refusing is our choice
  @Test func `several fields are one list`() throws {
    try refused(
      .lastCodingNotChunked, "chunked, and in a second field gzip: MUST be refused with 400",
      [("transfer-encoding", "chunked"), ("x", "y"), ("transfer-encoding", "gzip")])
    for values in [["chunked", "Chunked"], ["chunked, chunked"], ["chunked", "", "chunked"]] {
      try refused(.repeatedChunked, "chunked twice", values.map { ("transfer-encoding", $0) })
    }
    try refused(
      .unknownCoding("gzip"), "gzip, and in a second field chunked",
      [("transfer-encoding", "gzip"), ("transfer-encoding", "chunked")])
  }

  // RFC 9112 §6.1: a coding that is not understood SHOULD be answered with 501; what we understand is our choice
  @Test func `codings other than chunked are refused`() throws {
    for value in ["gzip, chunked", "GZIP,deflate,chunked", "gzip , chunked", ",gzip,chunked"] {
      try refused(.unknownCoding("gzip"), "we understand chunked alone", [("transfer-encoding", value)])
    }
  }

  // RFC 9112 §7: a coding is a token; RFC 9110 §5.6.2: what that is, §5.6.3: white space is the space and the tab
  @Test func `a coding is a token`() throws {
    for byte in UInt8.min...0x7F where byte != UInt8(ascii: ",") {
      let coding = "x\(byte.sign)y".lowercased()
      try refused(
        HeadCase.isToken(byte) ? .unknownCoding(coding) : .badTransferEncoding(coding),
        "a token has letters, digits and fifteen signs: byte 0x\(hex([byte]))",
        [("transfer-encoding", "x\(byte.sign)y, chunked")])
    }
    for (value, coding) in [
      ("chunked;q=1", "chunked;q=1"), ("gzip, \tChunked;Q=1", "chunked;q=1"), ("a b, c d, chunked", "a b"),
      ("\u{B}chunked", "\u{B}chunked"), ("chunked\u{A0}", "chunked\u{A0}"),
      ("\u{85}chunked", "\u{85}chunked"),
      ("chunked, \u{A0}", "\u{A0}"),
    ] {
      try refused(
        .badTransferEncoding(coding), "the first that is no token, without spaces and tabs around it",
        [("transfer-encoding", value)])
    }
  }

  // RFC 9112 §6.1: Transfer-Encoding in HTTP/1.0 MUST be treated as faulty framing
  @Test func `HTTP 1.0 has no Transfer-Encoding`() throws {
    for fields in [
      [("transfer-encoding", "chunked")], [("transfer-encoding", "a b")], [("transfer-encoding", "")],
    ] {
      try refused(.transferEncodingInOldVersion, "in HTTP/1.0, whatever its value", fields, minor: 0)
    }
    try length(.bytes(3), "Content-Length is as old as HTTP/1.0", ("content-length", "3"), minor: 0)
  }

  // RFC 9112 §6.3, rule 5: numbers that differ MUST be refused with 400; RFC 9110 §8.6: equal ones MAY be
  // refused, or be read as one: we refuse
  @Test func `a Content-Length comes once`() throws {
    for values in [
      ["3", "4"], ["3", "3"], ["3", ""], ["x", "y"], ["3, 4"], ["3,3"], ["3,"], [","], ["x,3"],
      ["3", "3", "3"],
    ] {
      try refused(
        .repeatedContentLength, "one number in one field",
        values.map { ("content-length", $0) } + [("x", "y")])
    }
  }

  // RFC 9110 §8.6: 1*DIGIT; RFC 9112 §6.3, rule 5: an invalid one MUST be refused with 400
  @Test func `a Content-Length is digits alone`() throws {
    for value in [
      "", "+3", "-3", "-0", "0x3", "3 4", "3.0", "1e3", "²", "3²", "3\0", "1_000", "3;", "\u{A0}3", "3\u{85}",
      "99999999999999999999x", "+99999999999999999999", "/", ":", "1/2", "1:2",
    ] {
      try refused(.badContentLength(value), "MUST be refused with 400", [("content-length", value)])
    }
  }

  // RFC 9110 §8.6: a recipient MUST anticipate large numbers and prevent errors through overflow
  @Test func `a Content-Length does not overflow`() throws {
    for value in [
      "9223372036854775808", "18446744073709551616", "18446744073709551619", "999999999999999999999999",
      "0018446744073709551616",
    ] {
      try refused(
        .contentLengthTooLarge(value), "the greatest Int is 2^63 - 1, which is 9223372036854775807",
        [("content-length", value)])
    }
  }

  // The page's table, from top to bottom: the first row that fits is the answer
  @Test func `of several faults the first of the order is reported`() throws {
    let (coding, length) = ("transfer-encoding", "content-length")
    try refused(
      .transferEncodingInOldVersion, "the version before both lengths", [(length, "3"), (coding, "chunked")],
      minor: 0)
    for value in ["gzip", "a b", ""] {
      try refused(.bothLengths, "both lengths before what is in them", [(coding, value), (length, "x")])
    }
    for (value, error) in [
      ("chunked, a b, gzip", .badTransferEncoding("a b")),
      ("gzip, chunked, chunked, a/b", .badTransferEncoding("a/b")),
      ("chunked, chunked, gzip", .lastCodingNotChunked), ("chunked, gzip, chunked", .repeatedChunked),
      ("gzip, chunked, chunked", .repeatedChunked),
    ] as [(String, LB.FramingError)] {
      try refused(error, "no token, the last one, chunked twice, an unknown one", [(coding, value)])
    }
  }

  // RFC 9112 §6.1, §6.3, RFC 9110 §8.6: with a MUST, whatever nginx 1.22.1 and HAProxy 2.6.12 do, with a choice, where we
  // refuse, or right, however odd
  @Test func `recorded lengths are refused or read`() throws {
    for verdict in DoubtfulVerdict.all(.must) + DoubtfulVerdict.all(.choice) + DoubtfulVerdict.all(.right) {
      switch verdict.reading {
      case .head: continue
      case .body(let error):
        try check("bodyLength(of:)", verdict.request, throws: error, verdict.rule) {
          try bodyLength(of: $0.head)
        }
      case .read(let length):
        try check("bodyLength(of:)", verdict.request, returns: length, verdict.rule) {
          try bodyLength(of: $0.head)
        }
      }
    }
  }

  private func length(
    _ length: LB.BodyLength, _ rule: String, _ fields: (String, String)..., minor: Int = 1,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let head = LB.RequestHead(fields, minor: minor)
    try check("bodyLength(of:)", head.shown, returns: length, rule, sourceLocation: place) { _ in
      try bodyLength(of: head)
    }
  }

  private func refused(
    _ error: LB.FramingError, _ rule: String, _ fields: [(String, String)], minor: Int = 1,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let head = LB.RequestHead(fields, minor: minor)
    try check("bodyLength(of:)", head.shown, throws: error, rule, sourceLocation: place) { _ in
      try bodyLength(of: head)
    }
  }
}
