import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct VaryTests {
  private func stored(
    _ vary: HTTP.Fields, asked: HTTP.Fields = [:], date: String? = nil, at time: Int = 1_000_000_000
  ) -> HTTP.StoredResponse {
    var fields = vary
    if let date { fields.append("Date", date) }
    return HTTP.StoredResponse(
      HTTP.Response(200, fields), to: .get(asked), requestTime: time, responseTime: time)
  }

  private func matches(
    _ doesMatch: Bool, _ request: HTTP.Request, _ stored: HTTP.StoredResponse, _ rule: String
  ) throws {
    try check("varyMatches(_:_:)", (request, stored), returns: doesMatch, rule) {
      try varyMatches($0.0, $0.1)
    }
  }

  private func matches(
    _ doesMatch: Bool, _ vary: HTTP.Fields, _ now: HTTP.Fields, then: HTTP.Fields, _ rule: String
  ) throws {
    try matches(doesMatch, .get(now), stored(vary, asked: then), rule)
  }

  private func select(
    _ index: Int?, for now: HTTP.Fields, among responses: [HTTP.StoredResponse], _ rule: String
  ) throws {
    try check("selectResponse(for:among:)", (HTTP.Request.get(now), among: responses), returns: index, rule) {
      try selectResponse(for: $0.0, among: $0.among)
    }
  }

  // RFC 9111 §4.1: all the fields nominated match those of the original request
  @Test func `every field that Vary names has to be the same`() throws {
    try matches(true, ["Vary": "Accept"], ["Accept": "text/html"], then: ["Accept": "text/html"], "the same")
    try matches(
      false, ["Vary": "Accept"], ["Accept": "text/html"], then: ["Accept": "text/plain"], "another one")
    let both: HTTP.Fields = ["Vary": "Accept, Cookie"]
    try matches(
      true, both, ["Accept": "a", "Cookie": "b"], then: ["Cookie": "b", "Accept": "a"], "both are the same")
    try matches(
      false, both, ["Accept": "a", "Cookie": "b"], then: ["Accept": "a", "Cookie": "c"], "one is another")
    try matches(
      false, both, ["Accept": "x", "Cookie": "b"], then: ["Accept": "a", "Cookie": "b"], "one is another")
    try matches(
      true, ["vary": " ACCEPT ,,"], ["accept": "a"], then: ["Accept": "a"], "names have any letter case")
    try matches(
      false, ["vary": "aCCept"], ["ACCEPT": "a"], then: ["Accept": "b"], "names have any letter case")
  }

  // RFC 9111 §4.1: the original request; bartventer/httpcache #4 compared with the response's fields
  @Test func `it is compared with the request that brought the response`() throws {
    try matches(
      true, ["Vary": "Accept-Language", "Accept-Language": "fr"], ["Accept-Language": "de"],
      then: ["Accept-Language": "de"], "a field of the response does not matter")
    try matches(
      false, ["Vary": "Accept-Language", "Accept-Language": "de"], ["Accept-Language": "de"],
      then: ["Accept-Language": "fr"], "a field of the response does not matter")
    try matches(
      false, ["Vary": "Content-Encoding", "Content-Encoding": "gzip"], ["Content-Encoding": "gzip"],
      then: [:],
      "a field of the response does not matter")
    try matches(
      true, [:], ["Vary": "Accept", "Accept": "a"], then: ["Accept": "b"], "nor does the request's Vary")
    try matches(
      true, [:], ["Accept": "a"], then: ["Vary": "Accept", "Accept": "b"], "nor does the request's Vary")
  }

  // RFC 9111 §4.1: always fails to match
  @Test func `a star matches nothing`() throws {
    for vary: HTTP.Fields in [
      ["Vary": "*"], ["Vary": "Accept, *"], ["Vary": "*, Accept"], ["Vary": "Accept", "Vary": "*"],
      ["Vary": "", "Vary": " * "],
    ] {
      try matches(
        false, vary, ["Accept": "a"], then: ["Accept": "a"], "the origin has chosen by something else")
      try matches(false, vary, [:], then: [:], "whatever the request has")
      try select(nil, for: ["Accept": "a"], among: [stored(vary, asked: ["Accept": "a"])], "nothing is left")
    }
    try matches(true, ["Vary": "Accept*, x"], [:], then: [:], "a star in a name is a character of a token")
  }

  // RFC 9111 §4.1: it can only match another request if it is also absent there
  @Test func `a missing field is the same as a missing one alone`() throws {
    try matches(true, ["Vary": "Accept"], [:], then: [:], "both are missing")
    try matches(false, ["Vary": "Accept"], [:], then: ["Accept": "a"], "one is missing")
    try matches(false, ["Vary": "Accept"], ["Accept": "a"], then: [:], "the other one is")
    try matches(false, ["Vary": "Accept"], ["Accept": ""], then: [:], "an empty field is there")
    try matches(false, ["Vary": "Accept"], [:], then: ["Accept": ""], "an empty field is there")
    try matches(true, ["Vary": "Accept"], ["Accept": ""], then: ["Accept": ""], "both are empty")
  }

  // RFC 9110 §5.3; envoy and others looked at one line
  @Test func `all lines of Vary count`() throws {
    let vary: HTTP.Fields = ["Vary": "Accept", "ETag": "x", "VARY": "Cookie,User-Agent"]
    let then: HTTP.Fields = ["Accept": "a", "Cookie": "b", "User-Agent": "c"]
    try matches(true, vary, then, then: then, "all three are the same")
    for name in ["Accept", "Cookie", "User-Agent"] {
      var now = then
      now.set(name, "other")
      try matches(false, vary, now, then: then, "\(name) is another")
    }
  }

  // RFC 9110 §12.5.5: Vary is a list, which may be empty
  @Test func `without a name every request matches`() throws {
    for vary: HTTP.Fields in [[:], ["Vary": ""], ["Vary": " , ,"]] {
      try matches(true, vary, ["Accept": "a"], then: ["Accept": "b"], "nothing is named")
    }
  }

  // RFC 9111 §4.1: white space, and lines combined; nothing else is known to be alike
  @Test func `lines are joined, and white space at commas does not count`() throws {
    for (group, values) in VaryValues.groups.enumerated() {
      for (otherGroup, others) in VaryValues.groups.enumerated() {
        for value in values {
          for other in others {
            let now = HTTP.Fields(value.map { HTTP.Field("X", $0) })
            let then = HTTP.Fields(other.map { HTTP.Field("X", $0) })
            try matches(
              group == otherGroup, ["Vary": "X"], now, then: then,
              "one list, and its commas' white space apart")
          }
        }
      }
    }
  }

  // RFC 9111 §4.1: what Vary does not name does not matter
  @Test func `nothing else is looked at`() throws {
    try matches(
      true, ["Vary": "Accept"], ["Accept": "a", "Cookie": "b"], then: ["Accept": "a", "X": "c"],
      "Cookie is not named")
    let head = HTTP.Request("HEAD", "https://other.example/x", ["Accept": "a"])
    try matches(
      true, head, stored(["Vary": "Accept"], asked: ["Accept": "a"]), "method and URI are another's business")
    try matches(
      true, ["Vary": "Accept", "Age": "9999", "Cache-Control": "no-cache"], ["Accept": "a"],
      then: ["Accept": "a"], "nor does age matter")
  }

  // RFC 9111 §4.1, last paragraph: no match, no answer
  @Test func `the response that matches is selected, or none`() throws {
    let vary: HTTP.Fields = ["Vary": "Accept-Language"]
    let shelf = ["de", "fr", "la"].map { stored(vary, asked: ["Accept-Language": $0]) }
    for (index, language) in ["de", "fr", "la"].enumerated() {
      try select(index, for: ["Accept-Language": language], among: shelf, "it is in \(language)")
    }
    try select(nil, for: ["Accept-Language": "en"], among: shelf, "there is none in en")
    try select(nil, for: [:], among: shelf, "there is none for no language")
    try select(nil, for: [:], among: [], "the shelf is empty")
  }

  // RFC 9111 §4.1: the Vary of that stored response
  @Test func `each response is judged by its own Vary`() throws {
    let shelf = [
      stored(["Vary": "Accept-Language"], asked: ["Accept-Language": "de", "Cookie": "x"]),
      stored(["Vary": "Cookie"], asked: ["Accept-Language": "fr", "Cookie": "y"]),
    ]
    try select(
      0, for: ["Accept-Language": "de", "Cookie": "z"], among: shelf, "the first one varies by language alone"
    )
    try select(
      1, for: ["Accept-Language": "en", "Cookie": "y"], among: shelf, "the second one by the cookie alone")
    try select(nil, for: ["Accept-Language": "fr", "Cookie": "x"], among: shelf, "each is the other's")
  }

  // RFC 9111 §4, §4.1: the most recent one, as determined by Date
  @Test func `of several the one with the latest Date is selected`() throws {
    let early = "Sun, 09 Sep 2001 01:36:40 GMT"
    let late = "Sun, 09 Sep 2001 01:46:40 GMT"
    let vary: HTTP.Fields = ["Vary": "Accept"]
    try select(
      0, for: [:], among: [stored(vary, date: late, at: 5), stored(vary, date: early, at: 2_000_000_000)],
      "neither the place nor the time of arrival counts")
    try select(1, for: [:], among: [stored(vary, date: early), stored(vary, date: late)], "wherever it is")
    try select(
      1, for: [:], among: [stored([:], date: early), stored([:], date: late), stored([:], date: early)],
      "without Vary, too")
    try select(
      2, for: [:],
      among: [
        stored(vary, date: early), stored(["Vary": "Accept, *"], date: late), stored(vary, date: early),
      ],
      "what does not match is not among them, however recent")
    var two = stored(vary, date: early)
    two.response.fields.append("Date", "Fri, 31 Dec 9999 23:59:59 GMT")
    try select(1, for: [:], among: [two, stored(vary, date: late)], "its first Date counts")
  }

  // RFC 9110 §6.6.1: a response without Date has the time at which it was received
  @Test func `without a Date the time of arrival counts`() throws {
    let date = "Sun, 09 Sep 2001 01:46:40 GMT"
    for missing in [nil, "yesterday", "Sun, 09 Sep 2031 01:46:40 UTC"] {
      for (time, index) in [(999_999_999, 1), (1_000_000_001, 0)] {
        try select(
          index, for: [:], among: [stored([:], date: missing, at: time), stored([:], date: date, at: 5)],
          "it was received at \(time), and the other is of 1,000,000,000")
      }
    }
    try select(
      1, for: [:],
      among: [
        stored([:], date: "Saturday, 09-Sep-51 01:46:40 GMT", at: 999_999_999), stored([:], date: date),
      ],
      "when it came, 2051 was more than 50 years away: it is of 1951")
  }

  // RFC 9111 §4.1: SHOULD choose the most recent stored response with a valid Vary
  @Test func `one with a Vary comes before those without`() throws {
    let early = "Sun, 09 Sep 2001 01:36:40 GMT"
    let late = "Sun, 09 Sep 2001 01:46:40 GMT"
    let chosen = stored(["Vary": "Accept"], asked: ["Accept": "a"], date: early)
    try select(
      0, for: ["Accept": "a"], among: [chosen, stored([:], date: late)], "the other one was nobody's choice")
    try select(1, for: ["Accept": "a"], among: [stored([:], date: late), chosen], "wherever it is")
    try select(
      1, for: ["Accept": "a"],
      among: [stored(["Vary": ""], date: late), chosen, stored(["Vary": ","], date: late)],
      "a Vary that names nothing is none")
    try select(1, for: ["Accept": "b"], among: [chosen, stored([:], date: early)], "it does not match here")
  }

  // Our rule: the last that was stored
  @Test func `of equally recent ones the last is selected`() throws {
    let date = "Sun, 09 Sep 2001 01:46:40 GMT"
    let same = stored(["Vary": "Accept"], date: date)
    try select(2, for: [:], among: [same, same, same], "all three are of one second")
    try select(1, for: [:], among: [same, same, stored([:], date: date)], "the third has no Vary")
    try select(
      1, for: [:], among: [stored([:]), stored([:], date: date)], "one by its arrival, one by its Date")
  }
}
