import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct ValidationTests {
  private let map = "https://postroad.example/map"
  private let monday = "Mon, 01 Jun 2026 08:00:00 GMT"

  /// The conditions that are sent for a plain GET.
  private func asks(_ responses: [HTTP.StoredResponse], _ fields: HTTP.Fields?, _ rule: String) throws {
    try check(
      "validationRequest(for: GET \(map), stored:)", responses.map(\.response),
      returns: fields.map { HTTP.Request("GET", map, $0) }, rule
    ) { _ in try validationRequest(for: HTTP.Request("GET", map), stored: responses) }
  }

  // RFC 9111 §4.3.1: MUST send the entity tags, SHOULD send the date
  @Test func `one stored response is asked for by all it has`() throws {
    try asks(
      [stored(["ETag": "\"a\"", "Last-Modified": monday])],
      ["If-None-Match": "\"a\"", "If-Modified-Since": monday],
      "both validators, the tag first")
    try asks(
      [stored(["Last-Modified": monday, "Etag": "\"a\""])],
      ["If-None-Match": "\"a\"", "If-Modified-Since": monday], "in any order and letter case of the names")
    try asks(
      [stored(["ETag": "W/\"a\""])], ["If-None-Match": "W/\"a\""],
      "a weak tag stays weak, and Date is no validator")
    try asks([stored(["Last-Modified": monday])], ["If-Modified-Since": monday], "there is no tag")
    try asks([stored(404, ["ETag": "\"a\""])], ["If-None-Match": "\"a\""], "a 404 can be validated, too")
  }

  // RFC 9111 §4.3.1: one or more entity tags
  @Test func `several stored responses are asked for in one list`() throws {
    try asks(
      [stored(["ETag": "\"b\""]), stored(["ETag": "W/\"a\""]), stored(["ETag": "\"c,d\""])],
      ["If-None-Match": "\"b\", W/\"a\", \"c,d\""], "in the order of the stored responses")
    try asks(
      [stored(["ETag": "\"a\""]), stored(["ETag": "\"b\""]), stored(["ETag": "\"a\""])],
      ["If-None-Match": "\"a\", \"b\""], "each tag once")
    try asks(
      [stored(["ETag": "\"a\""]), stored(["ETag": "W/\"a\""]), stored(["ETag": "\"A\""])],
      ["If-None-Match": "\"a\", W/\"a\", \"A\""], "these are three")
  }

  // RFC 9111 §4.3.1: the date where a single stored response is being validated
  @Test func `a date is for one alone`() throws {
    let (tagged, dated) = (
      stored(["ETag": "\"a\"", "Last-Modified": monday]),
      stored(["Last-Modified": "Tue, 02 Jun 2026 08:00:00 GMT"])
    )
    try asks([tagged, dated], ["If-None-Match": "\"a\""], "there are two")
    try asks([dated, stored([:])], nil, "there are two, and no tag")
    try asks([dated, dated], nil, "there are two, and no tag")
    try asks(
      [tagged, stored([:])], ["If-None-Match": "\"a\""], "there are two, although the second has no validator"
    )
  }

  // RFC 9111 §4.3.1: without a validator there is nothing to send
  @Test func `without a validator nothing can be asked`() throws {
    for responses in [
      [], [stored([:])], [stored(["Date": monday, "Expires": monday, "Content-Length": "7"])],
    ] {
      try asks(responses, nil, "neither ETag nor Last-Modified")
    }
  }

  // RFC 9110 §8.8.3: entity-tag = [ "W/" ] DQUOTE *etagc DQUOTE
  @Test func `what is no entity tag is not sent`() throws {
    for tag in ["\"\"", "W/\"\"", "\"!#~\"", "\"é\"", "\"\u{C0}\"", "\"a\\b\"", "\"a,b\"", "\"W/\"", "\"'\""]
    {
      try asks([stored(["ETag": tag])], ["If-None-Match": tag], "quotes around ! # to ~ and bytes above 127")
    }
    for tag in [
      "", "a", "\"", "\"a", "a\"", "'a'", "w/\"a\"", "W/a", "W/", "W \"a\"", "W/ \"a\"", "\"a b\"",
      "\"a\"b\"", "\"a\", \"b\"", "*", "\"a\u{7F}\"", "W/\"", "W/W/\"a\"",
    ] {
      try asks([stored(["ETag": tag])], nil, "it is no entity tag")
      try asks(
        [stored(["ETag": tag, "Last-Modified": monday])], ["If-Modified-Since": monday], "the date is left")
    }
  }

  // Our rule for fields that should be there once
  @Test func `the first line counts`() throws {
    try asks(
      [stored(["ETag": "\"a\"", "Last-Modified": monday, "ETag": "\"b\"", "Last-Modified": "never"])],
      ["If-None-Match": "\"a\"", "If-Modified-Since": monday], "the first ETag, the first Last-Modified")
    try asks([stored(["ETag": "a", "ETag": "\"b\""])], nil, "the first ETag is no entity tag")
    for date in ["yesterday", "0", "Monday, 01-Jun-26 08:00:00 GMT"] {
      try asks(
        [stored(["Last-Modified": date])], ["If-Modified-Since": date],
        "the origin wrote it, and gets it back as it is")
    }
  }

  // RFC 9111 §4.3.1, §4.3.2: a part's tag stands for the part
  @Test func `a stored part is not asked for`() throws {
    try asks([stored(206, ["ETag": "\"a\"", "Last-Modified": monday])], nil, "a 206 alone")
    try asks(
      [stored(206, ["ETag": "\"a\""]), stored(["ETag": "\"b\"", "Last-Modified": monday])],
      ["If-None-Match": "\"b\"", "If-Modified-Since": monday],
      "the 206 is as good as not there: the other one is alone")
  }

  // Our choice: the client's conditions are answered from the store afterwards
  @Test func `the client's own conditions are left out`() throws {
    let fields: HTTP.Fields = [
      "Accept": "text/html", "if-none-match": "\"x\"", "If-Modified-Since": "Tue, 02 Jun 2026 08:00:00 GMT",
      "Range": "bytes=0-9",
      "Cookie": "a=1", "If-Range": "\"x\"", "If-None-Match": "\"y\"", "accept": "image/png",
      "If-Match": "\"z\"",
    ]
    let kept: HTTP.Fields = [
      "Accept": "text/html", "Cookie": "a=1", "accept": "image/png", "If-Match": "\"z\"",
    ]
    for method in ["GET", "HEAD"] {
      var expected = HTTP.Request(method, map, kept)
      expected.fields.append("If-None-Match", "\"a\"")
      try check(
        "validationRequest(for:stored: ETag \"a\")", HTTP.Request(method, map, fields), returns: expected,
        "its own condition after what is left of the client's fields; method and URI are the client's"
      ) { try validationRequest(for: $0, stored: [stored(["ETag": "\"a\""])]) }
    }
    try check(
      "validationRequest(for:stored: Last-Modified)", HTTP.Request("GET", map, fields),
      returns: HTTP.Request("GET", map, HTTP.Fields(kept.lines + [HTTP.Field("If-Modified-Since", monday)])),
      "the client's tags are not the cache's"
    ) { try validationRequest(for: $0, stored: [stored(["Last-Modified": monday])]) }
    try check(
      "validationRequest(for:stored: no validator)", HTTP.Request("GET", map, fields), returns: nil,
      "the client's conditions are no condition of the cache's"
    ) { try validationRequest(for: $0, stored: [stored([:])]) }
  }

  // The times of a stored response, and what was asked for it, are not validators
  @Test func `neither the stored request nor its times matter`() throws {
    var other = stored(["ETag": "\"a\""], at: 5)
    other.request = HTTP.Request("GET", "http://other.example/", ["Accept": "x", "If-None-Match": "\"q\""])
    try asks([other], ["If-None-Match": "\"a\""], "the request is the client's, the tag the response's")
  }

  // RFC 9111 §4.3.3
  @Test func `only 304 says that the stored response is true`() throws {
    for (statuses, outcome, rule) in [
      ([304], .freshen, "304 Not Modified"),
      (
        [200, 204, 206, 299, 300, 301, 303, 305, 399, 400, 404, 410, 412, 416, 499], .replace,
        "it is the answer now"
      ),
      ([500, 502, 503, 504, 599], .serverFailed, "the origin could not say"),
    ] as [([Int], HTTP.ValidationOutcome, String)] {
      for status in statuses {
        try check("validationOutcome(of:)", HTTP.Response(status), returns: outcome, rule) {
          try validationOutcome(of: $0)
        }
      }
    }
  }

  // RFC 9110 §15: a final status is 200 to 599
  @Test func `what is no final status is no outcome`() throws {
    for status in [100, 103, 199, 0, -304, 600, 999, .max, .min] {
      try check(
        "validationOutcome(of:)", HTTP.Response(status), throws: HTTP.ValidationError.notFinal(status),
        "200 to 599"
      ) {
        try validationOutcome(of: $0)
      }
    }
  }
}
