import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct PreconditionsTests {
  private let early = "Sun, 09 Sep 2001 01:36:40 GMT"
  private let date = "Sun, 09 Sep 2001 01:46:40 GMT"
  private let late = "Sun, 09 Sep 2001 02:46:40 GMT"

  private func evaluate(
    _ verdict: HTTP.PreconditionVerdict, _ asked: HTTP.Fields, status: Int = 200, _ has: HTTP.Fields,
    at time: Int = 1_000_000_000, now: Int = 1_000_000_000, _ rule: String
  ) throws {
    let stored = HTTP.StoredResponse(status, has, at: time)
    try check(
      "evaluateConditions(of:against:now:)", (of: HTTP.Request.get(asked), against: stored, now: now),
      returns: verdict,
      rule
    ) { try evaluateConditions(of: $0.of, against: $0.against, now: $0.now) }
  }

  /// If-None-Match against a stored ETag.
  private func tags(_ isSame: Bool, _ lines: [String], _ tag: String, _ rule: String) throws {
    let asked = HTTP.Fields(lines.map { HTTP.Field("If-None-Match", $0) })
    try evaluate(isSame ? .notModified(["ETag": tag]) : .full, asked, ["ETag": tag], rule)
  }

  // RFC 9110 §13.1.2
  @Test func `the client has it if a tag of its list is the stored one`() throws {
    try tags(true, ["\"v7\""], "\"v7\"", "the same")
    try tags(false, ["\"v6\""], "\"v7\"", "another one")
    try tags(true, ["\"v5\", \"v6\",\t\"v7\" "], "\"v7\"", "it is in the list")
    try tags(true, [" \"v7\",\"v8\""], "\"v7\"", "it is in the list")
    try tags(false, ["\"v5\", \"v6\""], "\"v7\"", "it is not in the list")
    try tags(true, ["\"v5\"", "\"v7\""], "\"v7\"", "all lines are one list")
    try tags(true, ["\"\""], "\"\"", "an empty tag is a tag")
    try tags(true, ["", ",, \"v7\""], "\"v7\"", "empty elements are nothing")
    try tags(false, [""], "\"v7\"", "there is nothing in the list")
  }

  // RFC 9110 §8.8.3.2: weak comparison, its table
  @Test func `tags are compared weakly`() throws {
    for (one, other, isSame) in [
      ("W/\"1\"", "W/\"1\"", true), ("W/\"1\"", "W/\"2\"", false), ("W/\"1\"", "\"1\"", true),
      ("\"1\"", "\"1\"", true),
      ("\"1\"", "W/\"1\"", true),
    ] {
      try tags(isSame, [one], other, "the RFC's table")
      try tags(isSame, ["\"x\", \(one)"], other, "in a list as well")
    }
    try tags(false, ["\"a\""], "\"A\"", "letter case counts")
    try tags(false, ["\"W/1\""], "\"1\"", "this W is in the quotes")
  }

  // RFC 9110 §8.8.3: opaque-tag = DQUOTE *etagc DQUOTE, without escapes
  @Test func `commas and backslashes are characters of a tag`() throws {
    try tags(true, ["\"a,b\""], "\"a,b\"", "the comma is in quotes")
    try tags(false, ["\"a,b\""], "\"a\"", "it separates nothing")
    try tags(false, ["\"a,b\""], "\"b\"", "it separates nothing")
    try tags(true, ["\"x\", \"a, b\", \"c\""], "\"c\"", "the list goes on")
    try tags(true, [#""a\", "b""#], "\"b\"", "a backslash escapes no quote")
    try tags(true, [#""a\""#], #""a\""#, "it is a character")
    try tags(false, ["\"a, b\""], "\"a,b\"", "white space in quotes is not white space around")
  }

  // RFC 9110 §8.8.3
  @Test func `what is no tag is equal to none`() throws {
    for bad in [
      "v7", "'v7'", "\"v7", "v7\"", "w/\"v7\"", "W/v7", "W/ \"v7\"", "\"", "\"v7\"x", "x\"v7\"", "\"v\"7\"",
      "W/W/\"v7\"",
    ] {
      try tags(false, [bad], "\"v7\"", "the client's is none")
      try tags(false, ["\"v7\"", bad], bad, "the stored one is none")
      try tags(false, [bad], bad, "both are none")
      try tags(false, ["other"], bad, "both are none")
    }
    try tags(true, ["v6, \"v7\""], "\"v7\"", "the next element is one")
    try tags(true, ["\"v\u{301}\""], "\"v\u{301}\"", "other characters are characters")
    try tags(false, ["\"\u{E9}\""], "\"e\u{301}\"", "and are compared as bytes")
  }

  // RFC 9110 §13.1.2: any current representation
  @Test func `a star is whatever is stored`() throws {
    try evaluate(
      .notModified(["ETag": "\"v7\""]), ["If-None-Match": "*"], ["ETag": "\"v7\""], "there is a response")
    try evaluate(.notModified([:]), ["If-None-Match": "*"], [:], "a response without an ETag, too")
    for lines: HTTP.Fields in [
      ["If-None-Match": "\"v6\", *"], ["If-None-Match": "*, \"v6\""],
      ["If-None-Match": "*", "If-None-Match": "\"v6\""],
      ["If-None-Match": "\"*\""], ["If-None-Match": "**"],
    ] {
      try evaluate(.full, lines, ["ETag": "\"v7\""], "it is a value, not an element")
    }
  }

  // RFC 9111 §4.3.2, RFC 9110 §13.1.3: evaluated only without If-None-Match
  @Test func `If-None-Match comes before If-Modified-Since`() throws {
    let has: HTTP.Fields = ["ETag": "\"v7\"", "Last-Modified": early]
    try evaluate(
      .full, ["If-Modified-Since": late, "If-None-Match": "\"v6\""], has, "the date would say: not modified")
    try evaluate(
      .notModified(["ETag": "\"v7\""]),
      ["If-None-Match": "\"v7\"", "If-Modified-Since": "Sun, 09 Sep 2001 00:00:00 GMT"],
      has, "the date would say: modified")
    try evaluate(.full, ["If-Modified-Since": late, "If-None-Match": ""], has, "an empty list is a list")
    try evaluate(
      .full, ["If-Modified-Since": late, "If-None-Match": "\"v7\""], ["Last-Modified": early],
      "without a stored ETag as well")
  }

  // RFC 9110 §13.1.3: later than the date provided
  @Test func `the client has it if it was not modified since`() throws {
    let has: HTTP.Fields = ["Last-Modified": date]
    for (since, isSame) in [
      (date, true), (late, true), ("Sun, 09 Sep 2001 01:46:39 GMT", false),
      ("Sunday, 09-Sep-01 01:46:40 GMT", true),
      ("Sun Sep  9 01:46:39 2001", false), (early, false),
    ] {
      try evaluate(
        isSame ? .notModified(has) : .full, ["If-Modified-Since": since], has, "it was modified at 01:46:40")
    }
    let two: HTTP.Fields = ["Last-Modified": date, "Last-Modified": late]
    try evaluate(.notModified(two), ["If-Modified-Since": date], two, "the first Last-Modified counts")
    try evaluate(
      .full, ["If-None-Match": "\"v7\""], ["ETag": "\"v6\"", "ETag": "\"v7\""], "the first ETag counts")
  }

  // RFC 9110 §13.1.3: MUST ignore what is no date, and more than one member
  @Test func `an If-Modified-Since that is no date is ignored`() throws {
    for since in ["", "0", "now", "Sun, 09 Sep 2031 02:46:40 UTC", "\(late), \(late)"] {
      try evaluate(.full, ["If-Modified-Since": since], ["Last-Modified": early], "it is no condition")
    }
    try evaluate(
      .full, ["If-Modified-Since": late, "If-Modified-Since": late], ["Last-Modified": early],
      "two of them are none")
    try evaluate(.full, [:], ["Last-Modified": early, "ETag": "\"v7\""], "there is no condition")
  }

  // RFC 9111 §4.3.2: Date, or the time that the stored response was received
  @Test func `without a Last-Modified another time is compared`() throws {
    for missing: HTTP.Fields in [[:], ["Last-Modified": "yesterday"]] {
      var has = missing
      has.append("Date", date)
      let kept: HTTP.Fields =
        missing.lines.isEmpty ? ["Date": date] : ["Last-Modified": "yesterday", "Date": date]
      try evaluate(.notModified(kept), ["If-Modified-Since": date], has, at: 2_000_000_000, "its Date")
      try evaluate(.full, ["If-Modified-Since": "Sun, 09 Sep 2001 01:46:39 GMT"], has, at: 5, "its Date")
      try evaluate(.notModified(missing), ["If-Modified-Since": date], missing, "it came at 01:46:40")
      try evaluate(.full, ["If-Modified-Since": date], missing, at: 1_000_000_001, "it came a second later")
    }
    try evaluate(.full, ["If-Modified-Since": date], ["Date": "x"], at: 1_000_000_001, "its Date is none")
    try evaluate(
      .full, ["If-Modified-Since": date], ["Date": early, "Last-Modified": late],
      "Date counts where there is no other")
  }

  // RFC 9110 §5.6.7: two digits are relative to the clock
  @Test func `each date is read with its own clock`() throws {
    let far = "Saturday, 09-Sep-51 01:46:40 GMT"
    try evaluate(
      .notModified(["Date": date]), ["If-Modified-Since": far], ["Date": date], now: 1_000_000_000, "of 2051")
    try evaluate(.full, ["If-Modified-Since": far], ["Date": date], now: 999_999_999, "of 1951")
    let has: HTTP.Fields = ["Last-Modified": far]
    try evaluate(
      .full, ["If-Modified-Since": late], has, at: 1_000_000_000, now: 1_000_000_000, "modified in 2051")
    try evaluate(
      .notModified(has), ["If-Modified-Since": late], has, at: 999_999_999, now: 1_000_000_000,
      "modified in 1951")
  }

  // RFC 9111 §4.3.2: not applicable to a cache
  @Test func `If-Match and If-Unmodified-Since are for the origin`() throws {
    let has: HTTP.Fields = ["ETag": "\"v7\"", "Last-Modified": early]
    for name in ["If-Match", "If-Unmodified-Since", "if-match"] {
      for value in ["*", "\"v7\"", "\"v6\"", late, ""] {
        try evaluate(.forward, [name: value], has, "the cache does not know what the origin has now")
        try evaluate(.forward, ["If-None-Match": "\"v7\"", name: value], has, "whatever else is asked")
        try evaluate(
          .forward, [name: value, "If-Modified-Since": late], status: 404, has, "whatever is stored")
      }
    }
  }

  // RFC 9111 §4.3.2: a stored 200 or 206
  @Test func `conditions are for 200 and 206`() throws {
    let asked: HTTP.Fields = ["If-None-Match": "*", "If-Modified-Since": late]
    for status in [200, 206] {
      try evaluate(.notModified([:]), asked, status: status, ["X": "1"], "it is one of the two")
    }
    for status in [203, 204, 301, 304, 404, 410, 500] {
      try evaluate(
        .full, asked, status: status, ["ETag": "\"v7\"", "Last-Modified": early], "it is sent as it is")
      try evaluate(
        .full, ["If-Modified-Since": late], status: status, ["Last-Modified": early], "it is sent as it is")
    }
  }

  // RFC 9110 §15.4.5: Content-Location, Date, ETag, Vary; Cache-Control, Expires; Last-Modified where there is no ETag
  @Test func `a 304 has the fields that a cache needs`() throws {
    let needed: HTTP.Fields = [
      "vary": "Accept", "Expires": late, "DATE": date, "Cache-Control": "max-age=60",
      "Content-Location": "/map",
      "Cache-Control": "public",
    ]
    let others: HTTP.Fields = [
      "Content-Type": "text/plain", "Content-Length": "5", "Set-Cookie": "a", "Age": "7", "X": "1",
      "Content-Encoding": "gzip",
      "Server": "tower", "Link": "</map>", "Accept-Ranges": "bytes",
    ]
    let asked: HTTP.Fields = ["If-None-Match": "*"]
    func all(_ more: HTTP.Fields) -> HTTP.Fields {
      HTTP.Fields(
        zip(needed.lines, others.lines).flatMap { [$0, $1] } + others.lines.dropFirst(6) + more.lines)
    }
    try evaluate(.notModified(needed), asked, all([:]), "these, in their order")
    let tag: HTTP.Fields = ["etag": "\"v7\""]
    try evaluate(
      .notModified(HTTP.Fields(needed.lines + tag.lines)), asked,
      all(HTTP.Fields([HTTP.Field("Last-Modified", early)] + tag.lines)),
      "with an ETag, Last-Modified is not needed")
    let modified: HTTP.Fields = ["last-modified": early, "Last-Modified": late]
    try evaluate(
      .notModified(HTTP.Fields(needed.lines + modified.lines)), asked, all(modified), "without one it is")
    try evaluate(
      .notModified(["ETag": "none"]), asked, ["Last-Modified": early, "ETag": "none"],
      "an ETag that is no tag is an ETag")
  }
}
