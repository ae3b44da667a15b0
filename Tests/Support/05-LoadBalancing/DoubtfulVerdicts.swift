import PostRoad

/// What is right for each request of `DoubtfulHeads`, in their order: typed by hand from the text of the RFCs. Where the
/// two servers differ, the RFC decides; where it leaves a choice, we refuse.
enum DoubtfulVerdicts {
  typealias Verdict = (String, DoubtfulVerdict.Reading, DoubtfulVerdict.Demand, String)

  private static let digits = "RFC 9112 §6.3, rule 5: what is not digits alone MUST be refused with 400"
  private static let differing = "RFC 9112 §6.3, rule 5: lengths that differ MUST be refused with 400"
  private static let equal = "RFC 9110 §8.6: equal lengths MAY be refused, or be read as one; we refuse"
  private static let large = "RFC 9110 §8.6: a large number MUST NOT overflow; refusing it is our choice"
  private static let both = "RFC 9112 §6.1: a server MAY refuse it, or go by Transfer-Encoding; we refuse"
  private static let notLast =
    "RFC 9112 §6.3, rule 4: a last coding other than chunked MUST be refused with 400"
  private static let twice = "RFC 9112 §6.1: a sender MUST NOT chunk twice; refusing it is our choice"
  private static let old =
    "RFC 9112 §6.1: faulty framing in HTTP/1.0, after which the connection MUST be closed; we refuse"
  private static let inside = "RFC 9112 §7.1: the head is right; only who reads the chunks can refuse them"

  static let bodies: [Verdict] = [
    ("two equal lengths", .body(.repeatedContentLength), .choice, equal),
    ("two different lengths", .body(.repeatedContentLength), .must, differing),
    ("a list of equal lengths", .body(.repeatedContentLength), .choice, equal),
    ("a list of different lengths", .body(.repeatedContentLength), .must, differing),
    ("a length with a plus", .body(.badContentLength("+5")), .must, digits),
    ("a length with a minus", .body(.badContentLength("-5")), .must, digits),
    ("a hexadecimal length", .body(.badContentLength("0x5")), .must, digits),
    ("a length with leading zeros", .read(.bytes(5)), .right, "RFC 9110 §8.6: 1*DIGIT, and 005 is"),
    ("a length with a fraction", .body(.badContentLength("5.0")), .must, digits),
    ("a length with a space inside", .body(.badContentLength("5 5")), .must, digits),
    ("a length behind a vertical tab", .head(.badFieldValue("content-length")), .must, digits),
    ("an empty length", .body(.badContentLength("")), .must, digits),
    ("a length of 2^63", .body(.contentLengthTooLarge("9223372036854775808")), .choice, large),
    ("a length of 2^64", .body(.contentLengthTooLarge("18446744073709551616")), .choice, large),
    ("a length of 2^64 + 5", .body(.contentLengthTooLarge("18446744073709551621")), .choice, large),
    (
      "a length of 2^64 before a request", .body(.contentLengthTooLarge("18446744073709551616")), .choice,
      large
    ),
    ("both lengths", .body(.bothLengths), .choice, both),
    ("both lengths, the other way round", .body(.bothLengths), .choice, both),
    ("chunked, then gzip", .body(.lastCodingNotChunked), .must, notLast),
    (
      "gzip, then chunked", .body(.unknownCoding("gzip")), .choice,
      "RFC 9112 §6.1: a coding that is not understood SHOULD be answered with 501; we refuse"
    ),
    ("xchunked", .body(.lastCodingNotChunked), .must, notLast),
    ("xchunked and a length", .body(.bothLengths), .must, notLast),
    ("identity", .body(.lastCodingNotChunked), .must, notLast),
    ("an empty coding", .body(.lastCodingNotChunked), .must, notLast),
    ("an empty coding and a length", .body(.bothLengths), .must, notLast),
    ("chunked twice in a list", .body(.repeatedChunked), .choice, twice),
    ("chunked twice in two fields", .body(.repeatedChunked), .choice, twice),
    ("chunked and identity in two fields", .body(.lastCodingNotChunked), .must, notLast),
    ("Chunked with a capital", .read(.chunked), .right, "RFC 9112 §7: names of codings are case-insensitive"),
    (
      "chunked with a parameter", .body(.badTransferEncoding("chunked;q=1")), .choice,
      "RFC 9112 §7.1: a parameter of chunked SHOULD be treated as an error; we refuse"
    ),
    ("chunked in quotes", .body(.badTransferEncoding("\"chunked\"")), .must, notLast),
    (
      "chunked behind a comma", .read(.chunked), .right,
      "RFC 9110 §5.6.1.2: a reasonable number of empty elements MUST be passed over"
    ),
    ("chunked behind a vertical tab", .head(.badFieldValue("transfer-encoding")), .must, notLast),
    ("chunked in HTTP/1.0", .body(.transferEncodingInOldVersion), .choice, old),
    ("both lengths in HTTP/1.0", .body(.transferEncodingInOldVersion), .choice, old),
    ("a chunk's size with a plus", .read(.chunked), .right, inside),
    ("a chunk's size with 0x", .read(.chunked), .right, inside),
    ("a chunk's size of 2^64 + 5", .read(.chunked), .right, inside),
    ("a chunk with an extension", .read(.chunked), .right, inside),
    ("a chunk's size before a bare LF", .read(.chunked), .right, inside),
    ("a chunk longer than its size", .read(.chunked), .right, inside),
    ("a Content-Length behind the chunks", .read(.chunked), .right, inside),
  ]

  private static let colon = "RFC 9112 §5.1: white space between name and colon MUST be refused with 400"
  private static let folded = "RFC 9112 §5.2: a folded line MUST be refused with 400, or unfolded; we refuse"
  private static let bareCR = "RFC 9112 §2.2: a bare CR MUST be invalid, or be replaced by a space; we refuse"
  private static let bareLF = "RFC 9112 §2.2: a reader MAY take a single LF for a line's end; we refuse"
  private static let control = "RFC 9110 §5.5: invalid, and MAY be kept where that is safe; we refuse"
  private static let grammar =
    "RFC 9112 §2.2: what does not match the grammar SHOULD be answered with 400; we refuse"

  static let lines: [Verdict] = [
    ("a space before the colon", .head(.spaceBeforeColon), .must, colon),
    ("a tab before the colon", .head(.spaceBeforeColon), .must, colon),
    ("a vertical tab before the colon", .head(.badFieldName), .choice, grammar),
    ("a folded line", .head(.obsoleteFolding), .choice, folded),
    ("a folded coding", .head(.obsoleteFolding), .choice, folded),
    (
      "a space before the first field", .head(.spaceBeforeFirstField), .choice,
      "RFC 9112 §2.2: such a line MUST be refused, or be skipped; we refuse"
    ),
    ("a bare CR in a value", .head(.bareCR), .choice, bareCR),
    ("a bare CR behind a coding", .head(.bareCR), .choice, bareCR),
    ("a field that ends with LF", .head(.bareLF), .choice, bareLF),
    ("a request line that ends with LF", .head(.bareLF), .choice, bareLF),
    ("an empty line that is LF", .head(.bareLF), .choice, bareLF),
    (
      "a NUL in a value", .head(.badFieldValue("x")), .choice,
      "RFC 9110 §5.5: NUL MUST be refused, or be replaced by a space; we refuse"
    ),
    ("a control character in a value", .head(.badFieldValue("x")), .choice, control),
    ("a DEL in a value", .head(.badFieldValue("x")), .choice, control),
    (
      "bytes above 0x7F in a value", .read(.bytes(0)), .right,
      "RFC 9110 §5.5: obs-text is part of the grammar"
    ),
    ("a parenthesis in a name", .head(.badFieldName), .choice, grammar),
    ("a space in a name", .head(.badFieldName), .choice, grammar),
    ("a NUL in a name", .head(.badFieldName), .choice, grammar),
    ("a byte above 0x7F in a name", .head(.badFieldName), .choice, grammar),
    (
      "an underscore in a name", .read(.bytes(0)), .right,
      "RFC 9110 §5.6.2: it is a token, and no Content-Length"
    ),
    ("an empty name", .head(.badFieldName), .choice, grammar),
    ("a word without a colon", .head(.badFieldName), .choice, grammar),
    ("two words without a colon", .head(.badFieldName), .choice, grammar),
  ]

  private static let oneHost =
    "RFC 9112 §3.2: no Host in HTTP/1.1, or more than one, MUST be refused with 400"
  private static let badHost =
    "RFC 9112 §3.2: a Host that is no host with a port or without MUST be refused with 400"

  static let hosts: [Verdict] = [
    ("no Host", .head(.missingHost), .must, oneHost),
    ("no Host in HTTP/1.0", .read(.bytes(0)), .right, "RFC 9112 §3.2: Host is demanded of HTTP/1.1"),
    ("two equal Hosts", .head(.repeatedHost), .must, oneHost),
    ("two different Hosts", .head(.repeatedHost), .must, oneHost),
    ("an empty Host", .read(.bytes(0)), .right, "RFC 9112 §3.2: sent where the target has no authority"),
    ("a Host with a space", .head(.badHost("postroad example")), .must, badHost),
    ("a Host with a user", .head(.badHost("mail@postroad.example")), .must, badHost),
    ("a Host with a path", .head(.badHost("postroad.example/a")), .must, badHost),
    ("a Host with letters for a port", .head(.badHost("postroad.example:http")), .must, badHost),
    ("a Host with two colons", .head(.badHost("postroad.example:80:80")), .must, badHost),
    ("a Host with a percent sign and no number", .head(.badHost("postroad%.example")), .must, badHost),
    ("a Host of IPv6", .read(.bytes(0)), .right, "RFC 3986 §3.2.2: an address of IPv6 stands in brackets"),
    (
      "another host in the target", .read(.bytes(0)), .right,
      "RFC 9112 §3.2.2: MUST be accepted, and the target's host counts"
    ),
    ("a host in the target alone", .head(.missingHost), .must, oneHost),
    (
      "a user in the target", .head(.badRequestLine), .choice,
      "RFC 9110 §4.2.4: a user in an http URI SHOULD be treated as an error; we refuse"
    ),
    (
      "an empty host in the target", .head(.badRequestLine), .must,
      "RFC 9110 §4.2.1: an http URI with an empty host MUST be refused"
    ),
    ("CONNECT", .read(.bytes(0)), .right, "RFC 9112 §3.2.3: host and port are the form for CONNECT"),
    (
      "CONNECT with an empty port", .head(.badRequestLine), .must,
      "RFC 9110 §9.3.6: an empty port MUST be refused"
    ),
  ]

  private static let start = "RFC 9112 §3: an invalid request line SHOULD be answered with 400; we refuse"
  private static let blank = "RFC 9112 §3: a reader MAY split the line at any white space; we refuse"
  private static let bound =
    "RFC 9110 §5.4: more than a server wishes to read MUST be answered with 4xx; the bound is ours"

  static let starts: [Verdict] = [
    ("an asterisk for GET", .head(.badRequestLine), .choice, start),
    ("an asterisk for OPTIONS", .read(.bytes(0)), .right, "RFC 9112 §3.2.4: a form for OPTIONS"),
    ("a host and a port for GET", .head(.badRequestLine), .choice, start),
    ("a number sign in the target", .head(.badRequestLine), .choice, start),
    ("a NUL in the target", .head(.badRequestLine), .choice, start),
    ("a byte above 0x7F in the target", .head(.badRequestLine), .choice, start),
    ("a space in the target", .head(.badRequestLine), .choice, start),
    ("two spaces", .head(.badRequestLine), .choice, blank),
    ("a tab for a space", .head(.badRequestLine), .choice, blank),
    ("a space in front", .head(.badRequestLine), .choice, blank),
    ("a space at the end", .head(.badRequestLine), .choice, blank),
    (
      "a method in small letters", .read(.bytes(0)), .right, "RFC 9112 §3.1: a token, and not the same as GET"
    ),
    ("a parenthesis in the method", .head(.badRequestLine), .choice, start),
    ("a request line without a version", .head(.badRequestLine), .choice, start),
    (
      "HTTP/1.2", .head(.badVersion("HTTP/1.2")), .choice,
      "RFC 9110 §6.2: SHOULD be read as HTTP/1.1; we refuse all the same, since nobody sends it"
    ),
    (
      "HTTP/2.0", .head(.badVersion("HTTP/2.0")), .choice,
      "RFC 9110 §6.2: a server can answer 505 to another major version; we refuse"
    ),
    ("HTTP/1.10", .head(.badVersion("HTTP/1.10")), .choice, start),
    ("http in small letters", .head(.badVersion("http/1.1")), .choice, start),
    ("an empty line in front", .read(.bytes(0)), .right, "RFC 9112 §2.2: at least one SHOULD be passed over"),
    (
      "two empty lines in front", .head(.badRequestLine), .choice,
      "RFC 9112 §2.2: at least one SHOULD be passed over; we refuse the second"
    ),
    (
      "a target of 9,000 bytes", .read(.bytes(0)), .right,
      "RFC 9112 §3: request lines of 8,000 bytes SHOULD be supported; 9,000 are within our bound"
    ),
    ("a field of 20,000 bytes", .head(.headTooLarge), .choice, bound),
    ("101 fields", .head(.tooManyFields), .choice, bound),
  ]
}
