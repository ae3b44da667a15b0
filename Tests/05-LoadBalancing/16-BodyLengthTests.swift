import LoadBalancing
import LoadBalancingSupport
import PostRoad
import Testing

@Suite struct BodyLengthTests {
  // RFC 9112 §6.3, rule 6: a valid Content-Length is the length
  @Test func `a Content-Length is the length`() throws {
    for (text, length) in [("3", 3), ("0", 0), ("007", 7), ("9223372036854775807", Int.max)] {
      #expect(throws: Never.self, "Content-Length: \(text)") {
        let found = try self.length(("content-length", text))
        #expect(found == .bytes(length), "Content-Length: \(text)")
      }
    }
  }

  // RFC 9112 §6.3, rule 7: a request with neither has no body
  @Test func `a request that says nothing has no body`() throws {
    let found = try length(("host", "postroad.example"), ("content-type", "text/plain"))
    #expect(found == .bytes(0), "neither Content-Length nor Transfer-Encoding")
    let old = try bodyLength(of: head(minor: 0, []))
    #expect(old == .bytes(0), "in HTTP/1.0, too: a request never ends with the connection")
  }

  // RFC 9112 §6.3, rule 4; §7: transfer coding names are case-insensitive; RFC 9110 §5.6.1.2: a reasonable number of
  // empty elements MUST be passed over
  @Test(arguments: ["chunked", "Chunked", ", chunked ,", ",\tchunked", "chunked, ,", " \t, chunked"])
  func `chunked is chunked`(value: String) throws {
    #expect(throws: Never.self, "Transfer-Encoding: \(value.debugDescription)") {
      let found = try length(("transfer-encoding", value))
      #expect(found == .chunked, "Transfer-Encoding: \(value.debugDescription)")
    }
  }

  // RFC 9112 §6.1: a server MAY reject both together or go by Transfer-Encoding; §6.3, rule 3: it ought to be handled as
  // an error: we refuse
  @Test func `both lengths together are refused`() throws {
    for fields in [
      [("transfer-encoding", "chunked"), ("content-length", "3")],
      [("content-length", "0"), ("transfer-encoding", "chunked")],
      [("content-length", "x"), ("transfer-encoding", "gzip")],
    ] {
      #expect(
        throws: LB.FramingError.bothLengths, "\(told(fields)): which of the two would the backend believe?"
      ) {
        try bodyLength(of: head(fields))
      }
    }
  }

  // RFC 9112 §6.3, rule 4: the last coding of a request is not chunked: MUST be answered with 400
  @Test(arguments: ["gzip", "chunked, gzip", "identity", "", " , ,", "xchunked", "chunked, identity"])
  func `the last coding has to be chunked`(value: String) throws {
    #expect(
      throws: LB.FramingError.lastCodingNotChunked,
      "Transfer-Encoding: \(value.debugDescription), so the length cannot be known: MUST be refused with 400"
    ) {
      try length(("transfer-encoding", value))
    }
  }

  // RFC 9112 §6.1: fields of one name are one list, and chunked MUST NOT be applied twice; refusing is our choice
  @Test func `several fields are one list`() throws {
    #expect(
      throws: LB.FramingError.lastCodingNotChunked,
      "chunked, and in a second field gzip: MUST be refused with 400"
    ) {
      try length(("transfer-encoding", "chunked"), ("x", "y"), ("transfer-encoding", "gzip"))
    }
    for second in ["chunked", "Chunked"] {
      #expect(throws: LB.FramingError.repeatedChunked, "chunked, and in a second field \(second)") {
        try length(("transfer-encoding", "chunked"), ("transfer-encoding", second))
      }
    }
    #expect(throws: LB.FramingError.repeatedChunked, "chunked, chunked in one field") {
      try length(("transfer-encoding", "chunked, chunked"))
    }
  }

  // RFC 9112 §6.1: a coding that is not understood SHOULD be answered with 501; what we understand is our choice
  @Test func `codings other than chunked are refused`() throws {
    for value in ["gzip, chunked", "GZIP,deflate,chunked"] {
      #expect(throws: LB.FramingError.unknownCoding("gzip"), "\(value): we understand chunked alone") {
        try length(("transfer-encoding", value))
      }
    }
    for (value, coding) in [
      ("chunked;q=1", "chunked;q=1"), ("\u{B}chunked", "\u{B}chunked"), ("a b, chunked", "a b"),
      ("gzip, \tChunked;Q=1", "chunked;q=1"),
    ] {
      #expect(throws: LB.FramingError.badTransferEncoding(coding), "no token: \(value.debugDescription)") {
        try length(("transfer-encoding", value))
      }
    }
  }

  // RFC 9112 §6.1: Transfer-Encoding in HTTP/1.0 MUST be treated as faulty framing
  @Test func `HTTP 1.0 has no Transfer-Encoding`() throws {
    for fields in [
      [("transfer-encoding", "chunked")], [("transfer-encoding", "chunked"), ("content-length", "3")],
    ] {
      #expect(throws: LB.FramingError.transferEncodingInOldVersion, "\(told(fields)), in HTTP/1.0") {
        try bodyLength(of: head(minor: 0, fields))
      }
    }
    let old = try bodyLength(of: head(minor: 0, [("content-length", "3")]))
    #expect(old == .bytes(3), "Content-Length is as old as HTTP/1.0")
  }

  // RFC 9112 §6.3, rule 5: numbers that differ MUST be refused with 400; RFC 9110 §8.6: equal ones MAY be
  // refused, or be read as one: we refuse
  @Test func `a Content-Length is told once`() throws {
    for (first, second) in [("3", "4"), ("3", "3"), ("3", "")] {
      #expect(throws: LB.FramingError.repeatedContentLength, "\(first) and \(second), in two fields") {
        try length(("content-length", first), ("x", "y"), ("content-length", second))
      }
    }
    for value in ["3, 4", "3,3", "3,", ","] {
      #expect(throws: LB.FramingError.repeatedContentLength, "\(value) in one field") {
        try length(("content-length", value))
      }
    }
  }

  // RFC 9110 §8.6: 1*DIGIT; RFC 9112 §6.3, rule 5: an invalid one MUST be refused with 400
  @Test(arguments: ["", "+3", "-3", "-0", "0x3", "3 ", "3 4", "3.0", "1e3", "²", "3\0", "1_000"])
  func `a Content-Length is digits alone`(value: String) throws {
    #expect(
      throws: LB.FramingError.badContentLength(value), "MUST be refused with 400: \(value.debugDescription)"
    ) {
      try length(("content-length", value))
    }
  }

  // RFC 9110 §8.6: a recipient MUST anticipate large numbers and prevent errors through overflow
  @Test(arguments: [
    "9223372036854775808", "18446744073709551616", "18446744073709551619", "999999999999999999999999",
  ]) func `a Content-Length does not overflow`(value: String) throws {
    #expect(
      throws: LB.FramingError.contentLengthTooLarge(value),
      "\(value) does not fit into an Int, whose greatest is 2^63 - 1"
    ) {
      try length(("content-length", value))
    }
  }

  // RFC 9112 §6.1, §6.3, RFC 9110 §8.6, each with a MUST: nobody may forgive these, whatever nginx 1.22.1 and HAProxy 2.6.12 do
  @Test func `recorded lengths that MUST be refused are refused`() throws {
    for verdict in DoubtfulVerdict.all(.must) {
      guard case .body(let error) = verdict.reading else { continue }
      #expect(throws: error, "\(verdict)") { try bodyLength(of: verdict.request.head) }
    }
  }

  // RFC 9112 §6.1, §6.3, RFC 9110 §8.6, each with MAY, SHOULD or two ways to go: we refuse
  @Test func `recorded lengths that may be read in two ways are refused`() throws {
    for verdict in DoubtfulVerdict.all(.choice) {
      guard case .body(let error) = verdict.reading else { continue }
      #expect(throws: error, "\(verdict)") { try bodyLength(of: verdict.request.head) }
    }
  }

  // RFC 9112 §6.1, §6.3, RFC 9110 §8.6: nothing speaks against these
  @Test func `recorded lengths that are odd but right are read`() throws {
    for verdict in DoubtfulVerdict.all(.right) {
      guard case .read(let length) = verdict.reading else { continue }
      #expect(throws: Never.self, "\(verdict)") {
        let found = try bodyLength(of: verdict.request.head)
        #expect(found == length, "\(verdict)")
      }
    }
  }

  private func told(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.0): \($0.1)" }.joined(separator: ", then ")
  }

  private func length(_ fields: (String, String)...) throws -> LB.BodyLength {
    try bodyLength(of: head(fields))
  }

  private func head(minor: Int = 1, _ fields: [(String, String)]) -> LB.RequestHead {
    LB.RequestHead(
      method: "POST", target: "/", minorVersion: minor, fields: fields.map { LB.Field($0.0, $0.1) })
  }
}
