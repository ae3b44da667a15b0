import ContentDelivery
import PostRoad
import TestSupport
import Testing

@Suite struct RangeSliceTests {
  private func selects(_ value: String, of length: Int, _ expected: HTTP.RangeSelection, _ rule: String)
    throws
  {
    try check("byteRanges(_:length: \(length))", value, returns: expected, rule) {
      try byteRanges($0, length: length)
    }
  }

  // RFC 9110 §14.1.2: its examples of 10,000 octets
  @Test func `the RFC's own examples`() throws {
    for (value, parts) in [
      ("bytes=0-499", [0...499]), ("bytes=500-999", [500...999]), ("bytes=-500", [9500...9999]),
      ("bytes=9500-", [9500...9999]),
      ("bytes=0-0,-1", [0...0, 9999...9999]),
      ("bytes= 0-999, 4500-5499, -1000", [0...999, 4500...5499, 9000...9999]),
      ("bytes=500-600,601-999", [500...600, 601...999]), ("bytes=500-700,601-999", [500...700, 601...999]),
    ] as [(String, [ClosedRange<Int>])] {
      try selects(value, of: 10_000, .parts(parts), "RFC 9110 §14.1.2")
    }
  }

  // RFC 9110 §14.1.2: last-pos at or beyond the end, first-pos at the end, a suffix that is too long
  @Test func `the end of the representation bounds every range`() throws {
    for (value, part) in [
      ("bytes=0-9", 0...9), ("bytes=0-10", 0...9), ("bytes=9-", 9...9), ("bytes=9-9", 9...9),
      ("bytes=9-99", 9...9), ("bytes=0-", 0...9),
      ("bytes=-10", 0...9), ("bytes=-11", 0...9), ("bytes=-1", 9...9), ("bytes=000-0001", 0...1),
    ] {
      try selects(value, of: 10, .parts([part]), "ten octets, offsets 0 to 9")
    }
    for value in ["bytes=10-", "bytes=10-20", "bytes=11-11", "bytes=-0", "bytes=-000", "bytes=10-,-0,99-"] {
      try selects(value, of: 10, .unsatisfiable, "ten octets, offsets 0 to 9; the last 0 octets are none")
    }
    try selects("bytes=10-, 2-3, -0", of: 10, .parts([2...3]), "one of three has octets")
  }

  // RFC 9110 §14.1.2: when a representation has zero length; pingora #975 sent 0-18446744073709551615/0
  @Test func `an empty representation has no offsets`() throws {
    for value in ["bytes=0-", "bytes=0-0", "bytes=-0", "bytes=5-9", "bytes=0-, -0"] {
      try selects(value, of: 0, .unsatisfiable, "there is no octet 0")
    }
    for value in ["bytes=-1", "bytes=-500", "bytes=0-, -1", "bytes=-1, 0-"] {
      try selects(
        value, of: 0, .whole,
        "a suffix is satisfiable, and has nothing to name: the whole is sent, which is nothing")
    }
  }

  // RFC 9110 §14.2: a MAY for what is invalid, and ours is to ignore it
  @Test func `what is no range is ignored, with all beside it`() throws {
    for value in [
      "bytes=1-0", "bytes=0-1, 5-4", "bytes=", "bytes=,", "bytes= , ,", "bytes=-", "bytes=a-b", "bytes=0",
      "bytes=0-1-2", "bytes=--1", "bytes=0--1", "bytes=0-1/", "bytes=0-1:",
      "bytes=1-2;", "bytes=+1-2", "bytes=0x0-1", "bytes=0 - 1", "bytes=1-2 3-4", "bytes=٠-١",
      "bytes=0-1, -, 2-3", "bytes=99-98", "bytes=5-4, 99-", "bytes=1.0-2", "bytes=-1-",
    ] {
      try selects(
        value, of: 10, .whole,
        "one that is no range, and the field counts for nothing; 416 is for ranges that are good and not there"
      )
    }
  }

  // RFC 9110 §14.1: units; §5.6.1.2: empty elements
  @Test func `bytes is the unit, in any letter case`() throws {
    for value in ["BYTES=0-1", "Bytes=0-1", "bytes=\t0-1 ", "bytes=,0-1,,", "bytes= ,\t0-1"] {
      try selects(
        value, of: 10, .parts([0...1]),
        "units have no letter case; white space and empty elements are skipped")
    }
    for value in [
      "items=0-1", "byte=0-1", "bytes 0-1", "bytes =0-1", " bytes=0-1", "0-1", "", "bytes", "xbytes=0-1",
      "none",
    ] {
      try selects(value, of: 10, .whole, "it is another unit, or none")
    }
  }

  // Numbers have no end (nginx CVE-2017-7529: their sum went round)
  @Test func `numbers may be larger than any type`() throws {
    let huge = "99999999999999999999"
    try selects("bytes=2-\(huge)", of: 10, .parts([2...9]), "up to the end")
    try selects("bytes=-\(huge)", of: 10, .parts([0...9]), "all there is")
    for value in ["bytes=\(huge)-", "bytes=\(huge)-\(huge)", "bytes=\(Int.max)-\(Int.max)"] {
      try selects(value, of: 10, .unsatisfiable, "far beyond the end")
    }
    try selects("bytes=\(huge)-1", of: 10, .whole, "the last is below the first")
    try selects(
      "bytes=0-9223372036854775806", of: .max, .parts([0...(.max - 1)]), "the longest representation of all")
    try selects(
      "bytes=-1, -9223372036854775807", of: .max, .parts([(.max - 1)...(.max - 1), 0...(.max - 1)]),
      "the longest representation of all")
  }

  // A second implementation: each offset is asked whether it is meant
  @Test func `random ranges agree with asking each octet`() throws {
    var random = SeededRandom(seed: 4210)
    for _ in 0..<200 {
      let (length, first, last) = (
        Int.random(in: 0...8, using: &random), Int.random(in: 0...10, using: &random),
        Int.random(in: 0...10, using: &random)
      )
      let (value, meant): (String, [Int]) =
        switch Int.random(in: 0..<3, using: &random) {
        case 0: ("bytes=\(first)-\(first + last)", (0..<length).filter { $0 >= first && $0 <= first + last })
        case 1: ("bytes=\(first)-", (0..<length).filter { $0 >= first })
        default: ("bytes=-\(first)", (0..<length).filter { length - $0 <= first })
        }
      var expected = HTTP.RangeSelection.unsatisfiable
      if let first = meant.first, let last = meant.last { expected = .parts([first...last]) }
      if value.hasPrefix("bytes=-"), first > 0, length == 0 { expected = .whole }
      try selects(value, of: length, expected, "the octets that are meant, first and last")
    }
  }

  private let monday = "Mon, 01 Jun 2026 08:00:00 GMT"
  private let tuesday = "Tue, 02 Jun 2026 08:00:00 GMT"
  private var page: HTTP.Response {
    HTTP.Response(
      200,
      ["ETag": "\"a\"", "Content-Length": "10", "Last-Modified": monday, "Date": tuesday, "Vary": "Accept"],
      body: Array("0123456789".utf8))
  }

  private func sends(
    _ fields: HTTP.Fields, by method: String = "GET", _ response: HTTP.Response,
    of whole: HTTP.Response? = nil, _ rule: String
  ) throws {
    try check(
      "slice(ten octets, for:)", HTTP.Request(method, "https://postroad.example/map", fields),
      returns: response, rule
    ) {
      try slice(whole ?? page, for: $0)
    }
  }

  private func part(_ body: String, _ range: String) -> HTTP.Response {
    HTTP.Response(
      206,
      [
        "ETag": "\"a\"", "Content-Length": "\(body.utf8.count)", "Last-Modified": monday, "Date": tuesday,
        "Vary": "Accept",
        "Content-Range": "bytes \(range)/10",
      ], body: Array(body.utf8))
  }

  // RFC 9110 §15.3.7, §14.4
  @Test func `one part is a 206 that says which`() throws {
    try sends(
      ["range": "bytes=2-5"], part("2345", "2-5"),
      "four octets of ten; Content-Length in its old place, Content-Range at the end")
    try sends(["Range": "bytes=-3"], part("789", "7-9"), "offsets, not what was asked for")
    try sends(["Range": "bytes=0-99"], part("0123456789", "0-9"), "all of it is a part, too")
    try sends(["Range": "bytes=9-, 99-"], part("9", "9-9"), "one of two has octets")
    let bare = HTTP.Response(200, ["Content-Range": "old", "X": "1"], body: [7, 8])
    try sends(
      ["Range": "bytes=1-"],
      HTTP.Response(206, ["Content-Range": "bytes 1-1/2", "X": "1", "Content-Length": "1"], body: [8]),
      of: bare,
      "a Content-Length comes in where there was none, after a Content-Range in the old place")
  }

  // RFC 9110 §15.5.17
  @Test func `nothing that is there is a 416`() throws {
    for value in ["bytes=10-", "bytes=-0"] {
      try sends(
        ["Range": value], HTTP.Response(416, ["Content-Range": "bytes */10"]),
        "the length, and nothing of the page")
    }
    try sends(
      ["Range": "bytes=0-"], HTTP.Response(416, ["Content-Range": "bytes */0"]),
      of: HTTP.Response(200, ["X": "1"]), "the page is empty")
    try sends(
      ["Range": "bytes=-5"], HTTP.Response(200, ["X": "1"]), of: HTTP.Response(200, ["X": "1"]),
      "the page is empty, and so are its last five")
  }

  // RFC 9110 §14.2; CVE-2011-3192: a thousand ranges of one page
  @Test func `everything else is the whole`() throws {
    let many = "bytes=" + (0..<1000).map { "\($0 % 10)-" }.joined(separator: ",")
    for value in ["bytes=0-1,3-4", many, "bytes=2-1", "items=0-1", "bytes=", ""] {
      try sends(["Range": value], page, "several parts, or nothing that can be understood")
    }
    for fields in [[:], ["Range": "bytes=0-1", "range": "bytes=2-3"], ["If-Range": "\"a\""]] as [HTTP.Fields]
    {
      try sends(fields, page, "there is not one Range line")
    }
    for method in ["HEAD", "POST", "get", "PUT", ""] {
      try sends(["Range": "bytes=0-1"], by: method, page, "Range is for GET")
    }
    for status in [203, 206, 404, 304, 500] {
      var other = page
      other.status = status
      for value in ["bytes=0-1", "bytes=99-"] {
        try sends(["Range": value], other, of: other, "only a 200 is the page")
      }
    }
  }

  // RFC 9110 §13.1.5: strong comparison (zealphp #362 and send #111 took weak tags)
  @Test func `If-Range with a tag needs the same strong one`() throws {
    try sends(
      ["Range": "bytes=2-5", "If-Range": "\"a\""], part("2345", "2-5"),
      "it is the page that the client has a part of")
    for tag in ["\"b\"", "W/\"a\"", "\"A\"", "\"a\", \"b\"", "\"", "a\""] {
      try sends(["Range": "bytes=2-5", "if-range": tag], page, "it is another page: the whole, and no 412")
      try sends(
        ["Range": "bytes=99-", "If-Range": tag], page, "the range is not looked at then, so it is no 416")
    }
    var weak = page
    weak.fields.set("ETag", "W/\"a\"")
    for tag in ["W/\"a\"", "\"a\""] {
      try sends(
        ["Range": "bytes=2-5", "If-Range": tag], weak, of: weak,
        "two that are equal in a weak way may differ in octets")
    }
    try sends(
      ["Range": "bytes=2-5", "If-Range": "\"b\"", "If-Range": "\"a\""], page, "the first line counts")
    try sends(
      ["Range": "bytes=2-5", "If-None-Match": "\"a\"", "If-Match": "\"b\""], part("2345", "2-5"),
      "other conditions do not matter here")
  }

  // RFC 9110 §13.1.5, §8.8.2.2: exact, and not of the same second as Date
  @Test func `If-Range with a date needs the same, and an older one than Date`() throws {
    try sends(["Range": "bytes=2-5", "If-Range": monday], part("2345", "2-5"), "the text of Last-Modified")
    for date in [tuesday, "Monday, 01-Jun-26 08:00:00 GMT", "Sun, 31 May 2026 08:00:00 GMT", "", "a"] {
      try sends(["Range": "bytes=2-5", "If-Range": date], page, "another text, later or earlier")
    }
    var young = page
    young.fields.set("Date", monday)
    try sends(
      ["Range": "bytes=2-5", "If-Range": monday], young, of: young,
      "changed in the second in which it was sent")
    for name in ["Date", "Last-Modified"] {
      var (other, cut) = (page, part("2345", "2-5"))
      other.fields.remove(name)
      cut.fields.remove(name)
      try sends(["Range": "bytes=2-5", "If-Range": "\"a\""], cut, of: other, "a tag needs no \(name)")
      try sends(["Range": "bytes=2-5", "If-Range": monday], other, of: other, "without \(name) nobody knows")
      try sends(["Range": "bytes=2-5", "If-Range": ""], other, of: other, "without \(name) nobody knows")
    }
  }
}
