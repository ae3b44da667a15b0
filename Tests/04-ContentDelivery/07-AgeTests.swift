import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct AgeTests {
  /// 1,000,000,000 is Sun, 09 Sep 2001 01:46:40 GMT.
  private let date = "Sun, 09 Sep 2001 01:46:40 GMT"

  private func stored(_ fields: HTTP.Fields, asked: Int, received: Int) -> HTTP.StoredResponse {
    HTTP.StoredResponse(
      HTTP.Response(404, fields, body: [0x6D]), to: .get(), requestTime: asked, responseTime: received)
  }

  private func age(
    _ seconds: Int, _ fields: HTTP.Fields, asked: Int = 1_000_000_000, received: Int = 1_000_000_000,
    now: Int,
    _ rule: String
  ) throws {
    try check(
      "currentAge(of:now:)", (stored(fields, asked: asked, received: received), now: now), returns: seconds,
      rule
    ) { try currentAge(of: $0.0, now: $0.now) }
  }

  // RFC 9111 §4.2.3: current_age = corrected_initial_age + resident_time
  @Test func `a response ages while it is stored`() throws {
    try age(0, ["Date": date], now: 1_000_000_000, "it has just come")
    try age(60, ["Date": date], now: 1_000_000_060, "a minute in the store")
    try age(110, ["Date": date, "Age": "50"], now: 1_000_000_060, "50 s in other caches, and a minute here")
    try age(60, [:], now: 1_000_000_060, "neither Date nor Age")
  }

  // RFC 9111 §4.2.3: relative to the time the request was initiated
  @Test func `the way of the request and of the response counts`() throws {
    try age(
      54, ["Age": "50"], asked: 999_999_996, now: 1_000_000_000, "four seconds between request and response")
    try age(4, [:], asked: 999_999_996, now: 1_000_000_000, "without an Age, too")
    try age(
      64, ["Age": "50"], asked: 999_999_996, now: 1_000_000_010, "four seconds on the way, ten in the store")
  }

  // RFC 9111 §4.2.3: apparent_age = max(0, response_time - date_value)
  @Test func `Date tells how old a response was when it came`() throws {
    try age(30, ["Date": "Sun, 09 Sep 2001 01:46:10 GMT"], now: 1_000_000_000, "its Date is 30 s ago")
    try age(
      37, ["Date": "Sun, 09 Sep 2001 01:46:10 GMT"], now: 1_000_000_007, "and seven seconds in the store")
    try age(
      7, ["Date": "Sun, 09 Sep 2001 02:46:40 GMT"], now: 1_000_000_007,
      "a Date in the future makes nothing younger")
    try age(
      9, ["Date": "Sun, 09 Sep 2001 02:46:40 GMT", "Age": "2"], now: 1_000_000_007,
      "and takes nothing from the Age")
  }

  // RFC 9111 §4.2.3: corrected_initial_age = max(apparent_age, corrected_age_value)
  @Test func `the larger of the two counts, and not both`() throws {
    let half = "Sun, 09 Sep 2001 01:46:10 GMT"
    try age(50, ["Date": half, "Age": "50"], now: 1_000_000_000, "30 s by Date, 50 s by Age")
    try age(30, ["Date": half, "Age": "20"], now: 1_000_000_000, "30 s by Date, 20 s by Age")
    try age(
      34, ["Date": half, "Age": "30"], asked: 999_999_996, now: 1_000_000_000,
      "30 s by Date, 34 s by Age and the way")
    try age(
      30, ["Date": half, "Age": "20"], asked: 999_999_996, now: 1_000_000_000,
      "the way is in the 30 s of Date already")
    try age(30, ["Date": half, "Age": "30"], now: 1_000_000_000, "both say the same")
  }

  // RFC 9111 §5.1: the first member; cache-tests, age-parse
  @Test func `of several ages the first counts`() throws {
    try age(50, ["Age": "50, 7"], now: 1_000_000_000, "the first of a list")
    try age(0, ["Age": "0,7200"], now: 1_000_000_000, "the first of a list")
    try age(50, ["Age": "50", "age": "7200"], now: 1_000_000_000, "the first of the lines")
    try age(50, ["Age": "50 , x"], now: 1_000_000_000, "what follows is not looked at")
    try age(50, ["Age": "\t50\t,"], now: 1_000_000_000, "white space around it is not looked at")
    try age(0, ["Age": "x, 50"], now: 1_000_000_000, "the first one is no number")
    try age(0, ["Age": "x", "Age": "50"], now: 1_000_000_000, "the first one is no number")
  }

  // RFC 9111 §5.1: an invalid value SHOULD be ignored; cache-tests, age-parse
  @Test func `an Age that is no number is ignored`() throws {
    for value in ["abc", "-7200", "7200.0", "", "+5", "0x10", "5 s", "\"50\"", "5;3", ", 50"] {
      try age(
        9, ["Age": value], asked: 999_999_996, now: 1_000_000_005,
        "four seconds on the way, five in the store")
    }
    try age(
      30, ["Date": "Sun, 09 Sep 2001 01:46:10 GMT", "Age": "abc"], now: 1_000_000_000,
      "Date counts all the same")
  }

  // RFC 9111 §1.2.2
  @Test func `an Age that is too large is 2^31`() throws {
    try age(
      2_147_483_655, ["Age": "99999999999999999999"], now: 1_000_000_007,
      "2^31, and seven seconds in the store")
    try age(2_147_483_648, ["Age": "4294967297"], now: 1_000_000_000, "it does not wrap around")
    try age(2_147_483_647, ["Age": "2147483647"], now: 1_000_000_000, "this one is a second less")
  }

  // RFC 9111 §4.2.3; RFC 9110 §6.6.1: a response without Date has the time it was received
  @Test func `without a date the time of arrival counts`() throws {
    for value in ["today", "0", "", "Sun, 09 Sep 2001 00:46:40 UTC"] {
      try age(5, ["Date": value], now: 1_000_000_005, "that is no date")
      try age(12, ["Date": value, "Age": "7"], now: 1_000_000_005, "that is no date, and the Age counts")
    }
    let half = "Sun, 09 Sep 2001 01:46:10 GMT"
    try age(30, ["Date": half, "Date": date], now: 1_000_000_000, "the first Date")
    try age(0, ["Date": "today", "Date": half], now: 1_000_000_000, "the first Date is none")
  }

  // RFC 9110 §5.6.7: two digits are relative to the clock
  @Test func `Date is read with the clock of its arrival`() throws {
    let fields: HTTP.Fields = ["Date": "Saturday, 09-Sep-51 01:46:40 GMT"]
    try age(600, fields, now: 1_000_000_600, "50 years away from 2001: 2051, in the future")
    try age(
      1_577_923_200, fields, asked: 999_999_999, received: 999_999_999, now: 1_000_000_000,
      "it came a second earlier: then it is 1951")
  }

  // Our rule: a clock may be set back
  @Test func `a clock that goes back makes nothing younger`() throws {
    try age(50, ["Age": "50"], now: 999_999_000, "it was received later than now")
    try age(
      50, ["Age": "50"], asked: 1_000_000_100, now: 1_000_000_000, "it was asked for later than received")
    try age(55, ["Age": "50"], asked: 1_000_000_100, now: 1_000_000_005, "five seconds in the store")
    try age(
      30, ["Date": "Sun, 09 Sep 2001 01:46:10 GMT"], asked: 1_000_000_100, now: 999_999_000, "30 s by Date")
  }

  // RFC 9111 §4.2.3: only what the formula names
  @Test func `nothing else ages a response`() throws {
    let fields: HTTP.Fields = [
      "Age": "5", "Expires": "0", "Cache-Control": "max-age=60",
      "Last-Modified": "Sun, 09 Sep 2001 01:00:00 GMT",
    ]
    try age(8, fields, now: 1_000_000_003, "five and three")
  }

  // RFC 9111 §4: an Age, replacing any present, with the current age
  @Test func `what is sent from the store has its current age`() throws {
    for (fields, age) in [
      (["Date": date], "60"), (["Age": "50", "Date": date, "Vary": "Accept"], "110"),
      (["Vary": "Accept", "age": "50", "Date": date, "AGE": "7"], "110"),
      (["Age": "soon", "X": "1", "X": "2"], "60"),
    ] as [(HTTP.Fields, String)] {
      let stored = stored(fields, asked: 1_000_000_000, received: 1_000_000_000)
      try check(
        "response(from:now:)'s Age", (stored, now: 1_000_000_060), returns: [age], "one Age, a minute later"
      ) {
        try response(from: $0.0, now: $0.now).fields.values(of: "Age")
      }
      var others = stored.response
      others.fields.remove("Age")
      try check(
        "response(from:now:) but for Age", (stored, now: 1_000_000_060), returns: others,
        "all else stays as it is"
      ) {
        var sent = try response(from: $0.0, now: $0.now)
        sent.fields.remove("Age")
        return sent
      }
    }
  }

  // A second implementation: a clock that ticks through the response's life, second by second
  @Test func `random lives end at the age of LifeOfAResponse`() throws {
    var random = SeededRandom(seed: 407)
    for _ in 0..<500 {
      let life = LifeOfAResponse(using: &random)
      try check(
        "currentAge(of:now:)", (life.stored, now: life.now), returns: life.age, "counted second by second"
      ) {
        try currentAge(of: $0.0, now: $0.now)
      }
    }
  }
}
