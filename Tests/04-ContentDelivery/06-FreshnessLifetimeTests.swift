import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct FreshnessLifetimeTests {
  // Three moments of 2001: 01:36:40, 01:46:40 and 02:46:40 on 9 September, and 10,000 s before the second.
  private let early = "Sun, 09 Sep 2001 01:36:40 GMT"
  private let date = "Sun, 09 Sep 2001 01:46:40 GMT"
  private let hourLater = "Sun, 09 Sep 2001 02:46:40 GMT"
  private let modified = "Sat, 08 Sep 2001 23:00:00 GMT"

  private func lasts(
    _ seconds: Int, _ status: Int = 200, _ fields: HTTP.Fields, _ rule: String, at time: Int = 1_000_000_000
  ) throws {
    try lasts(seconds, HTTP.StoredResponse(status, fields, at: time), rule)
  }

  private func lasts(_ seconds: Int, _ stored: HTTP.StoredResponse, _ rule: String) throws {
    try check("freshnessLifetime(of:)", stored, returns: seconds, rule) { try freshnessLifetime(of: $0) }
  }

  // RFC 9111 §4.2.1, §5.2.2.10: for a shared cache s-maxage overrides max-age and Expires
  @Test func `s-maxage comes before max-age and Expires`() throws {
    try lasts(5, 200, ["Cache-Control": "s-maxage=5, max-age=60"], "s-maxage is for shared caches")
    try lasts(5, 200, ["Cache-Control": "max-age=60, S-MaxAge=5"], "wherever it is in the line")
    try lasts(5, 200, ["Cache-Control": "max-age=60", "cache-control": "s-maxage=5"], "or in another line")
    try lasts(
      600, 200, ["Cache-Control": "s-maxage=600", "Date": date, "Expires": hourLater], "Expires is ignored")
    try lasts(0, 200, ["Cache-Control": "s-maxage=0, max-age=60"], "0 is a number of seconds")
  }

  // RFC 9111 §5.3: a recipient MUST ignore Expires where there is max-age
  @Test func `max-age comes before Expires`() throws {
    try lasts(60, 200, ["Cache-Control": "max-age=60"], "max-age is sixty seconds")
    try lasts(60, 200, ["Cache-Control": "max-age=\"60\""], "quoted as well")
    try lasts(
      60, 200, ["Date": date, "Expires": hourLater, "Cache-Control": "max-age=60"], "Expires is ignored")
    try lasts(60, 200, ["Date": date, "Expires": "0", "Cache-Control": "max-age=60"], "whatever it is")
    try lasts(
      60, 302, ["Cache-Control": "max-age=60"], "the status does not matter where the origin says how long")
  }

  // RFC 9111 §4.2.1: Expires minus Date, to reduce clock skew
  @Test func `Expires counts from Date`() throws {
    try lasts(3600, 200, ["Date": date, "Expires": hourLater], "an hour")
    try lasts(
      3600, 200, ["Date": date, "Expires": hourLater], "the cache's clock does not matter", at: 5_000_000_000)
    try lasts(
      600, 200, ["Date": early, "Expires": date], "though it expires in the second in which it comes")
    try lasts(3600, 500, ["Date": date, "Expires": hourLater], "nor does the status")
  }

  // RFC 9111 §4.2.1, RFC 9110 §6.6.1: the time the message was received if Date is not present
  @Test func `without a Date the time of arrival counts`() throws {
    let request = HTTP.Request.get()
    for fields: HTTP.Fields in [["Expires": hourLater], ["Date": "today", "Expires": hourLater]] {
      let stored = HTTP.StoredResponse(
        HTTP.Response(200, fields), to: request, requestTime: 999_999_000, responseTime: 1_000_000_100)
      try lasts(
        3500, stored, "it was asked for at 999,999,000 and came at 1,000,000,100, 100 s after 01:46:40")
    }
    let stored = HTTP.StoredResponse(
      HTTP.Response(200, ["Last-Modified": modified]), to: request, requestTime: 999_999_000,
      responseTime: 1_000_000_100)
    try lasts(1010, stored, "a tenth of 10,100 s")
  }

  // RFC 9111 §5.3: already expired
  @Test func `a response that has expired has no lifetime`() throws {
    try lasts(0, 200, ["Date": date, "Expires": early], "it expired before it was sent")
    try lasts(0, 200, ["Date": date, "Expires": date], "it expired when it was sent")
    try lasts(0, 200, ["Date": date, "Expires": early, "Last-Modified": modified], "and nothing is guessed")
  }

  // RFC 9111 §5.3: invalid dates, especially "0", are in the past
  @Test func `what is no date has expired`() throws {
    for expires in ["0", "-1", "", "never", "Sun, 09 Sep 2001 02:46:40 UTC", "1000003600"] {
      try lasts(0, 200, ["Date": date, "Expires": expires], "it has already expired")
      try lasts(
        0, 200, ["Date": date, "Expires": expires, "Last-Modified": modified], "and nothing is guessed")
    }
  }

  // RFC 9111 §4.2.1: the first occurrence
  @Test func `of several the first counts`() throws {
    try lasts(1800, 200, ["Cache-Control": "max-age=1800, max-age=1"], "the first max-age")
    try lasts(1, 200, ["Cache-Control": "max-age=1", "Cache-Control": "max-age=1800"], "the first line's")
    try lasts(7, 200, ["Cache-Control": "s-maxage=7, s-maxage=70"], "the first s-maxage")
    try lasts(0, 200, ["Cache-Control": "max-age=x, max-age=60"], "the first one is no number")
    try lasts(60, 200, ["Cache-Control": "max-age=60, max-age=x"], "the second one is not looked at")
    try lasts(3600, 200, ["Date": date, "Expires": hourLater, "Expires": "0"], "the first Expires")
    try lasts(0, 200, ["Date": date, "Expires": "0", "Expires": hourLater], "the first Expires has expired")
    try lasts(3600, 200, ["Date": date, "Date": hourLater, "Expires": hourLater], "the first Date")
    try lasts(
      1000, 200, ["Date": date, "Last-Modified": modified, "Last-Modified": date], "the first Last-Modified")
  }

  // RFC 9111 §4.2.1: invalid freshness information is stale; §1.2.2
  @Test func `seconds that are none are 0, and too many are 2^31`() throws {
    for bad in ["=abc", "", "=-60", "=60.0", "=\"\"", "=1e3"] {
      try lasts(
        0, 200, ["Cache-Control": "max-age\(bad)", "Date": date, "Expires": hourLater], "Expires is not asked"
      )
      try lasts(0, 200, ["Cache-Control": "s-maxage\(bad), max-age=60"], "max-age is not asked")
      try lasts(
        0, 200, ["Cache-Control": "max-age\(bad)", "Date": date, "Last-Modified": modified],
        "nothing is guessed")
    }
    try lasts(
      3600, 200, ["Cache-Control": "max-age= 60", "Date": date, "Expires": hourLater],
      "that element is no directive, so there is no max-age")
    try lasts(2_147_483_648, 200, ["Cache-Control": "max-age=99999999999999999999"], "over 68 years")
    try lasts(
      2_147_483_648, 200, ["Cache-Control": "s-maxage=4294967297, max-age=60"], "it does not wrap around")
  }

  // RFC 9111 §4.2.2: a typical setting is 10 %; RFC 9110 §15.1: the twelve statuses
  @Test func `a tenth of the time since Last-Modified is guessed`() throws {
    for status in [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501] {
      try lasts(
        1000, status, ["Date": date, "Last-Modified": modified],
        "10,000 s before Date, by the origin's clock", at: 1_000_000_500)
    }
    for (second, tenth) in [(31, 0), (30, 1), (29, 1), (21, 1), (20, 2), (19, 2)] {
      let fields: HTTP.Fields = ["Date": date, "Last-Modified": "Sun, 09 Sep 2001 01:46:\(second) GMT"]
      try lasts(tenth, 200, fields, "a tenth of \(40 - second) s, rounded down")
    }
  }

  // RFC 9111 §4.2.2, RFC 9110 §15.1: not heuristically cacheable
  @Test func `nothing is guessed for other statuses`() throws {
    for status in [
      201, 202, 205, 207, 226, 302, 303, 305, 307, 400, 401, 403, 406, 409, 413, 415, 429, 451, 500, 502, 503,
      504, 299, 599,
    ] {
      try lasts(0, status, ["Date": date, "Last-Modified": modified], "\(status) is no status to guess for")
    }
  }

  // RFC 9111 §5.2.2.9: public without explicit freshness is heuristically cacheable
  @Test func `public lets any status be guessed`() throws {
    for status in [200, 302, 403, 503] {
      let fields: HTTP.Fields = ["Date": date, "Last-Modified": modified, "Cache-Control": "Public"]
      try lasts(1000, status, fields, "the origin calls it cacheable")
    }
    try lasts(
      60, 302, ["Cache-Control": "public, max-age=60", "Last-Modified": modified], "and here it says how long"
    )
  }

  // RFC 9111 §4.2.2: some fraction of the interval since that time
  @Test func `without a time in the past nothing is guessed`() throws {
    try lasts(0, 200, [:], "the origin says nothing")
    try lasts(0, 200, ["Date": date], "nor here")
    try lasts(
      0, 200, ["Date": date, "Last-Modified": "yesterday"], "a Last-Modified that is no date is none")
    try lasts(0, 200, ["Date": date, "Last-Modified": date], "no time has passed")
    try lasts(0, 200, ["Date": date, "Last-Modified": hourLater], "it is in the future")
    try lasts(0, 200, ["Date": date, "Cache-Control": "public"], "public is no time")
  }

  // RFC 9110 §5.6.7: relative to the clock
  @Test func `years of two digits are read when the response comes`() throws {
    let fields: HTTP.Fields = ["Date": date, "Expires": "Saturday, 09-Sep-51 01:46:40 GMT"]
    try lasts(1_577_836_800, 200, fields, "in 2051, which is 50 years away")
    try lasts(0, 200, fields, "a second earlier 2051 is too far away: 1951", at: 999_999_999)
    let asked = HTTP.StoredResponse(
      HTTP.Response(200, fields), to: .get(), requestTime: 999_999_999, responseTime: 1_000_000_000)
    try lasts(1_577_836_800, asked, "when it was asked for does not matter")
  }

  // RFC 9111 §5.2: directives go one way; §4.2.2: the note on queries
  @Test func `nothing else is looked at`() throws {
    try lasts(
      60, 200, ["Cache-Control": "no-cache, private, must-revalidate, no-store, max-age=60"],
      "others ask for those")
    try lasts(
      1000, 200,
      ["Date": date, "Last-Modified": modified, "Cache-Control": "no-cache", "Pragma": "no-cache"],
      "others ask for those")
    try lasts(
      60, 200, ["Cache-Control": "max-age=60", "Age": "50", "Date": early], "the age is another question")
    let asked = HTTP.Request(
      "POST", "https://postroad.example/map?zoom=2",
      ["Cache-Control": "max-age=5, s-maxage=6", "Date": early])
    let response = HTTP.Response(200, ["Date": date, "Last-Modified": modified])
    let stored = HTTP.StoredResponse(response, to: asked, requestTime: 1, responseTime: 1_000_000_000)
    try lasts(1000, stored, "neither the request's fields nor its query count")
  }

  // FreshnessTable, which asks the rules from the last to the first
  @Test func `every combination has the lifetime of its first match`() throws {
    for entry in FreshnessTable.entries {
      try lasts(entry.seconds, entry.stored, "s-maxage, max-age, Expires, a guess: the first that is there")
    }
  }
}
