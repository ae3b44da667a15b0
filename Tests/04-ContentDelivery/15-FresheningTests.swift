import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct FresheningTests {
  private let monday = "Mon, 01 Jun 2026 08:00:00 GMT"
  private let tuesday = "Tue, 02 Jun 2026 08:00:00 GMT"

  private func freshens(
    _ fields: HTTP.Fields, _ stored: [HTTP.StoredResponse], _ indices: [Int], _ rule: String
  ) throws {
    try check(
      "freshenedResponses(by:among:)", (HTTP.Response(304, fields), among: stored.map(\.response)),
      returns: indices, rule
    ) { try freshenedResponses(by: $0.0, among: stored) }
  }

  // RFC 9111 §4.3.4: all the stored responses with the same strong validator
  @Test func `a strong tag means all that have it`() throws {
    let all = [
      stored(["ETag": "\"a\""]), stored(["ETag": "\"b\""]), stored(["ETag": "W/\"a\""]),
      stored(["etag": "\"a\""]), stored(["ETag": "\"A\""]),
    ]
    try freshens(
      ["ETag": "\"a\""], all, [0, 3], "the weak one is not the same, and neither is another letter case")
    try freshens(["etag": "\"b\""], all, [1], "one has it")
    try freshens(
      ["ETag": "\"a\"", "Last-Modified": monday], all, [0, 3], "a date beside a strong tag is not looked at")
  }

  // RFC 9111 §4.3.4: MUST NOT use the new response to update any
  @Test func `a strong tag that nobody has means nobody`() throws {
    try freshens(["ETag": "\"z\""], [stored(["ETag": "\"a\""])], [], "the origin speaks of another one")
    try freshens(
      ["ETag": "\"z\"", "Last-Modified": monday],
      [stored(["ETag": "\"a\"", "Last-Modified": monday]), stored(["Last-Modified": monday])], [],
      "the date is not asked then")
    try freshens(["ETag": "\"z\""], [stored([:])], [], "not even one alone without a validator")
    try freshens(["ETag": "\"z\""], [stored(["ETag": "W/\"z\""])], [], "weak is not strong")
    try freshens(["ETag": "\"z\""], [], [], "nothing is stored")
    try freshens(
      ["ETag": "w/\"a\""], [stored(["ETag": "w/\"a\""]), stored(["ETag": "w/\"a\""])], [0, 1],
      "weak is W/ alone")
  }

  // RFC 9111 §4.3.4: the most recent of those matching
  @Test func `a weak tag means the most recent that fits`() throws {
    try freshens(
      ["ETag": "W/\"a\""],
      [
        stored(["ETag": "W/\"a\""], at: 10), stored(["ETag": "W/\"a\""], at: 30),
        stored(["ETag": "W/\"a\""], at: 20),
      ], [1],
      "received at 10, 30 and 20")
    try freshens(
      ["ETag": "W/\"a\""], [stored(["ETag": "\"a\""], at: 20), stored(["ETag": "W/\"a\""], at: 10)], [0],
      "RFC 9110 §8.8.3.2: a weak comparison does not look at W/")
    try freshens(
      ["ETag": "W/\"a\""], [stored(["ETag": "W/\"a\""]), stored(["ETag": "W/\"a\""])], [1],
      "of the same second the last")
    try freshens(
      ["ETag": "W/\"a\""], [stored(["ETag": "W/\"b\""]), stored([:]), stored(["ETag": "w/\"a\""])], [],
      "nobody has it")
    try freshens(["ETag": "W/\"a\""], [stored(["Last-Modified": monday])], [], "a date is no tag")
    try freshens(
      ["ETag": "W/\"a\""], [stored(["ETag": "W/\"a\"", "Last-Modified": monday])], [0], "the 304 says no date"
    )
  }

  // RFC 9111 §4.3.4: a date is a weak validator here
  @Test func `a date alone means the most recent with this date`() throws {
    try freshens(
      ["Last-Modified": monday],
      [
        stored(["Last-Modified": monday], at: 10), stored(["Last-Modified": tuesday], at: 30),
        stored(["Last-Modified": monday, "ETag": "\"a\""], at: 20),
      ],
      [2], "the last of the two Mondays, whatever its tag")
    try freshens(
      ["Last-Modified": monday], [stored(["Last-Modified": tuesday]), stored([:])], [], "nobody has it")
    try freshens(
      ["Last-Modified": "Monday, 01-Jun-26 08:00:00 GMT"], [stored(["Last-Modified": monday])], [],
      "the same second in another form is another text")
  }

  // RFC 9111 §4.3.4: those validators correspond
  @Test func `a weak tag and a date have to fit both`() throws {
    let all = [
      stored(["ETag": "W/\"a\"", "Last-Modified": monday], at: 10),
      stored(["ETag": "W/\"a\"", "Last-Modified": tuesday], at: 30),
      stored(["ETag": "W/\"b\"", "Last-Modified": monday], at: 40), stored(["ETag": "W/\"a\""], at: 50),
    ]
    try freshens(["ETag": "W/\"a\"", "Last-Modified": monday], all, [0], "only the first fits in both")
    try freshens(["ETag": "W/\"b\"", "Last-Modified": tuesday], all, [], "nobody fits in both")
  }

  // RFC 9111 §4.3.4: only one stored response, and it lacks a validator, too
  @Test func `without a validator there must be one alone without`() throws {
    try freshens(["Date": monday], [stored([:])], [0], "one alone, without a validator")
    try freshens(["Date": monday], [stored([:]), stored([:])], [], "there are two")
    try freshens([:], [stored(["ETag": "\"a\""])], [], "it has a tag, and the 304 does not say it")
    try freshens([:], [stored(["Last-Modified": monday])], [], "it has a date, and the 304 does not say it")
    try freshens(
      [:], [stored([:]), stored(["ETag": "\"a\""])], [], "there are two, although one alone is without")
    try freshens([:], [], [], "nothing is stored")
    try freshens([:], [stored(404, [:])], [0], "whatever its status")
  }

  // Our rule for fields that should be there once
  @Test func `the first line of a validator counts`() throws {
    try freshens(
      ["ETag": "\"a\"", "ETag": "\"b\""],
      [stored(["ETag": "\"b\""]), stored(["ETag": "\"a\"", "ETag": "\"b\""])], [1],
      "the first line on both sides")
    try freshens(
      ["Last-Modified": monday, "Last-Modified": tuesday],
      [stored(["Last-Modified": tuesday]), stored(["Last-Modified": monday])], [1], "the first line")
    try check(
      "freshenedResponses(by:among:)", HTTP.Response(200, ["ETag": "\"a\""]), returns: [0],
      "the status is not looked at"
    ) {
      try freshenedResponses(by: $0, among: [stored(["ETag": "\"a\""])])
    }
  }

  private func has(_ old: HTTP.Fields, _ new: HTTP.Fields, _ result: HTTP.Fields, _ rule: String) throws {
    try check(
      "freshen(_:with:requestTime:responseTime:).response.fields", (old, with: new), returns: result, rule
    ) {
      try freshen(stored($0.0), with: HTTP.Response(304, $0.with), requestTime: 2000, responseTime: 2001)
        .response.fields
    }
  }

  // RFC 9111 §3.2: add each header field, replacing field values that are already present
  @Test func `new fields replace old ones, all lines of them`() throws {
    try has(
      ["Date": monday, "Cache-Control": "max-age=60", "X-Tower": "7"],
      ["Date": tuesday, "Cache-Control": "max-age=90"],
      ["X-Tower": "7", "Date": tuesday, "Cache-Control": "max-age=90"], "what is not replaced comes first")
    try has(
      ["Vary": "A", "X": "1", "vary": "B", "Y": "2"], ["VARY": "C"], ["X": "1", "Y": "2", "VARY": "C"],
      "two lines are replaced by one")
    try has(
      ["Link": "1", "X": "1"], ["Link": "2", "Y": "3", "link": "4"],
      ["X": "1", "Link": "2", "Y": "3", "link": "4"], "one line is replaced by two")
    try has(["B": "1", "A": "2"], [:], ["B": "1", "A": "2"], "nothing new")
    try has(
      ["Content-Type": "text/plain", "Content-Language": "en"],
      ["Content-Type": "text/html", "Content-Language": "fr"],
      ["Content-Type": "text/html", "Content-Language": "fr"], "Content- does not protect a field")
  }

  // RFC 9111 §3.2 for Content-Length and Content-Range; our rule for the other two
  @Test func `what the body depends on stays`() throws {
    for name in ["Content-Length", "Content-Encoding", "Content-Range", "ETag"] {
      try has(
        [name: "old", "X": "1"], [HTTP.lowercaseASCII(name): "new", "X": "2"], [name: "old", "X": "2"],
        "the body is the old one")
      try has(["X": "1"], [name: "new"], ["X": "1"], "it does not come in, either")
    }
  }

  // RFC 9111 §3.2, first exception; §3.1
  @Test func `what would not be stored is not taken in`() throws {
    try has(
      ["X-Old": "1", "X-Hop": "old", "Set-Cookie": "old"],
      [
        "Connection": "x-hop", "X-Hop": "new", "Keep-Alive": "7", "Proxy-Authenticate": "Basic",
        "Cache-Control": "private=\"set-cookie\"",
        "Set-Cookie": "new", "X-New": "2",
      ],
      [
        "X-Old": "1", "X-Hop": "old", "Cache-Control": "private=\"set-cookie\"", "X-New": "2",
      ],
      "hop-by-hop fields neither come in nor push out; what private names comes in no more, and goes")
  }

  // RFC 9111 §5.1: an Age is from before the validation; our rule
  @Test func `the old age is over`() throws {
    try has(
      ["Age": "500", "X": "1"], ["Date": tuesday], ["X": "1", "Date": tuesday],
      "the 304 came from the origin itself")
    try has(
      ["X": "1", "age": "500", "Age": "6"], ["Age": "3"], ["X": "1", "Age": "3"],
      "the 304 came through another cache")
  }

  // RFC 9111 §4.2.3: the age is counted from the validation; §4.3.4: fields are updated, nothing else
  @Test func `status, body and request stay, and the times are new`() throws {
    var old = stored(404, ["X": "1"], at: 10, body: "no such scroll")
    old.request = HTTP.Request("GET", "https://postroad.example/x", ["Accept": "y"])
    var expected = old
    expected.response.fields = ["X": "1", "Y": "2"]
    (expected.requestTime, expected.responseTime) = (70, 73)
    try check(
      "freshen(_:with:requestTime: 70, responseTime: 73)", old, returns: expected,
      "the 304's body and status are nothing to the stored response"
    ) { try freshen($0, with: HTTP.Response(304, ["Y": "2"], body: [9]), requestTime: 70, responseTime: 73) }
  }

  // RFC 9111 §4.3.5
  @Test func `a HEAD shows whether a stored response is still true`() throws {
    let page = stored(["ETag": "\"a\"", "Last-Modified": monday, "Content-Length": "99"], body: "nine octs")
    for (fields, isTrue, rule) in [
      ([:], true, "it says nothing against it"), (["ETag": "\"a\""], true, "the same tag"),
      (["ETag": "\"b\""], false, "another tag"),
      (["ETag": "W/\"a\""], false, "not the same text"), (["Last-Modified": monday], true, "the same date"),
      (["Last-Modified": tuesday], false, "another date"),
      (["ETag": "\"a\"", "Last-Modified": tuesday], false, "the date is another one"),
      (["ETag": "\"b\"", "Last-Modified": monday], false, "the tag is another one"),
      (["content-length": "9"], true, "the body has nine octets"),
      (["Content-Length": "009"], true, "the same number"),
      (["Content-Length": "8"], false, "the body has nine octets"),
      (["Content-Length": "99"], false, "the body counts, not what the stored field says"),
      (["ETag": "\"a\"", "Content-Length": "8"], false, "the length is another one"),
      (
        ["ETag": "\"a\"", "Last-Modified": monday, "Content-Length": "9", "Date": tuesday, "X": "1"], true,
        "the three agree"
      ),
      (
        ["ETag": "\"a\"", "ETag": "\"b\"", "Content-Length": "9", "Content-Length": "8"], true,
        "the first lines count"
      ),
    ] as [(HTTP.Fields, Bool, String)] {
      try check("agrees(_:with: nine octets, ETag \"a\", Monday)", fields, returns: isTrue, rule) {
        try agrees(HTTP.Response(200, $0), with: page)
      }
    }
    for length in ["", "+9", "-9", "9, 9", "9.0", "٩", "99999999999999999999"] {
      try check(
        "agrees(_:with: nine octets)", ["Content-Length": length] as HTTP.Fields, returns: false,
        "it is no number of nine"
      ) {
        try agrees(HTTP.Response(200, $0), with: page)
      }
    }
    for fields in [["ETag": "\"a\""], ["Last-Modified": monday]] as [HTTP.Fields] {
      try check("agrees(_:with: no validator)", fields, returns: false, "the stored one has none") {
        try agrees(HTTP.Response(200, $0), with: stored([:]))
      }
    }
  }
}
