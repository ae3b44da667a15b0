import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct ReuseTests {
  /// What a cache has in its store since 1,000,000,000, with this Cache-Control.
  private func stored(_ control: String, _ fields: HTTP.Fields = [:]) -> HTTP.StoredResponse {
    var fields = fields
    fields.append("Cache-Control", control)
    return HTTP.StoredResponse(200, fields)
  }

  private func decide(
    _ verdict: HTTP.ReuseVerdict, _ stored: HTTP.StoredResponse?, asked: String? = nil,
    method: String = "GET",
    after age: Int, _ rule: String
  ) throws {
    let fields: HTTP.Fields = asked.map { ["Cache-Control": $0] } ?? [:]
    let request = HTTP.Request(method, "https://postroad.example/", fields)
    try check(
      "decideReuse(of:for:now:)", (of: stored, for: request, now: 1_000_000_000 + age), returns: verdict, rule
    ) { try decideReuse(of: $0.of, for: $0.for, now: $0.now) }
  }

  // RFC 9111 §4.2: response_is_fresh = (freshness_lifetime > current_age)
  @Test func `a response is fresh while its age is below its lifetime`() throws {
    let minute = stored("max-age=60")
    for (age, verdict) in [(0, .serve), (59, .serve), (60, .validate), (61, .validate), (99_999, .validate)]
      as [(Int, HTTP.ReuseVerdict)]
    {
      try decide(verdict, minute, after: age, "its lifetime is 60 s, and it was born now")
    }
    try decide(.serve, stored("max-age=60", ["Age": "50"]), after: 9, "59 s, fifty of them elsewhere")
    try decide(.validate, stored("max-age=60", ["Age": "50"]), after: 10, "60 s, fifty of them elsewhere")
    try decide(.validate, stored("s-maxage=5, max-age=60"), after: 5, "to a shared cache it is five seconds")
    try decide(.validate, stored("max-age=0"), after: 0, "never fresh")
  }

  // RFC 9111 §4: a request that nothing in the store can answer
  @Test func `without a stored response the request is sent on`() throws {
    try decide(.forward, nil, after: 0, "there is nothing to serve or to ask about")
    for asked in ["no-cache", "max-age=0", "max-stale", "min-fresh=5", "no-store"] {
      try decide(.forward, nil, asked: asked, after: 0, "there is nothing to serve or to ask about")
    }
  }

  // RFC 9111 §4: unsafe methods are written through; §5.2.1.7
  @Test func `methods other than GET and HEAD are sent on`() throws {
    let minute = stored("max-age=60")
    try decide(.serve, minute, method: "HEAD", after: 5, "a HEAD has the fields of a GET")
    try decide(.validate, minute, method: "HEAD", after: 60, "and is fresh for as long")
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get", "Head", ""] {
      try decide(.forward, minute, method: method, after: 5, "\(method) is not for a cache")
      try decide(
        .forward, minute, asked: "only-if-cached", method: method, after: 5, "\(method) is not for a cache")
      try decide(
        .forward, nil, asked: "only-if-cached", method: method, after: 5, "\(method) is not for a cache")
    }
  }

  // RFC 9111 §5.2.2.4: unqualified, it MUST NOT be used without validation
  @Test func `no-cache of the origin always asks`() throws {
    for control in [
      "no-cache, max-age=60", "max-age=60, No-Cache", "max-age=60, no-cache=\"\"",
      "max-age=60, no-cache=\" , \"",
      "no-cache=\"etag\", no-cache, max-age=60", "no-cache, no-cache=etag, max-age=60",
    ] {
      try decide(.validate, stored(control), after: 5, "it is for the whole response")
      try decide(.validate, stored(control), asked: "max-stale", after: 5, "and the client cannot change it")
      try decide(.validate, stored(control), asked: "max-stale", after: 65, "and the client cannot change it")
    }
    try decide(
      .serve, stored("no-cache=\"set-cookie\", max-age=60"), after: 5, "it is for a field that was not stored"
    )
    try decide(.serve, stored("max-age=60", ["Pragma": "no-cache"]), after: 5, "Pragma is no directive")
  }

  // RFC 9111 §5.2.1.4
  @Test func `no-cache of the client asks`() throws {
    try decide(
      .validate, stored("max-age=60"), asked: "no-cache", after: 5, "the client wants the origin's word")
    try decide(
      .validate, stored("max-age=60"), asked: "max-stale, no-cache", after: 65, "whatever else it says")
    try decide(
      .validate, stored("max-age=60"), asked: "no-cache=\"etag\"", after: 5, "a request's has no names")
  }

  // RFC 9111 §5.2.1.1: age less than or equal to the specified number of seconds
  @Test func `max-age of the client is the greatest age`() throws {
    for (age, verdict) in [(0, .serve), (5, .serve), (6, .validate), (59, .validate)]
      as [(Int, HTTP.ReuseVerdict)]
    {
      try decide(verdict, stored("max-age=60"), asked: "max-age=5", after: age, "at most five seconds")
    }
    try decide(.serve, stored("max-age=60"), asked: "max-age=0", after: 0, "0 is at most 0")
    try decide(.validate, stored("max-age=60"), asked: "max-age=0", after: 1, "a browser's reload")
    try decide(.validate, stored("max-age=5"), asked: "max-age=60", after: 5, "it makes nothing fresher")
    try decide(
      .validate, stored("max-age=60"), asked: "max-age=5, max-age=50", after: 20, "the first one counts")
    try decide(
      .serve, stored("max-age=60"), asked: "max-age=99999999999999999999", after: 20, "any age will do")
  }

  // RFC 9111 §5.2.1.3: a lifetime no less than the age plus the specified time
  @Test func `min-fresh is what has to be left`() throws {
    for (age, verdict) in [(0, .serve), (50, .serve), (51, .validate)] as [(Int, HTTP.ReuseVerdict)] {
      try decide(
        verdict, stored("max-age=60"), asked: "min-fresh=10", after: age, "ten seconds of 60 have to be left")
    }
    try decide(.serve, stored("max-age=60"), asked: "min-fresh=60", after: 0, "all of it is left")
    try decide(.validate, stored("max-age=60"), asked: "min-fresh=61", after: 0, "it never had so much")
    try decide(.validate, stored("max-age=60"), asked: "min-fresh=0", after: 60, "it is not fresh")
    try decide(
      .validate, stored("max-age=60"), asked: "max-stale, min-fresh=1", after: 60,
      "max-stale changes nothing about it")
    try decide(
      .serve, stored("max-age=60"), asked: "max-stale, min-fresh=0", after: 60, "nothing has to be left")
    try decide(
      .validate, stored("max-age=60"), asked: "min-fresh=99999999999999999999", after: 0,
      "for ever is not left")
  }

  // RFC 9111 §5.2.1.2: exceeded its lifetime by no more than the specified number of seconds
  @Test func `max-stale lets the client have a stale response`() throws {
    for (age, verdict) in [(59, .serve), (60, .serve), (70, .serve), (71, .validate)]
      as [(Int, HTTP.ReuseVerdict)]
    {
      try decide(
        verdict, stored("max-age=60"), asked: "max-stale=10", after: age, "ten seconds beyond 60 will do")
    }
    try decide(
      .serve, stored("max-age=60"), asked: "Max-Stale", after: 999_999, "without seconds any age will do")
    try decide(.serve, stored("max-age=60"), asked: "max-stale=0", after: 60, "beyond it by nothing")
    try decide(.validate, stored("max-age=60"), asked: "max-stale=0", after: 61, "beyond it by a second")
    try decide(
      .validate, stored("max-age=60"), asked: "max-stale=5, max-stale", after: 70, "the first one counts")
    try decide(.serve, HTTP.StoredResponse(302), asked: "max-stale=7", after: 7, "its lifetime is 0")
    try decide(
      .validate, stored("max-age=60"), asked: "max-stale, max-age=65", after: 66,
      "but it is too old by the client's own word")
    try decide(.serve, stored("max-age=60"), asked: "max-stale, max-age=65", after: 65, "and here it is not")
  }

  // RFC 9111 §4.2.4, §5.2.2.2, §5.2.2.8, §5.2.2.10; nodejs/undici #5508
  @Test func `the origin can forbid to serve it stale`() throws {
    for directive in ["must-revalidate", "proxy-revalidate", "s-maxage=60", "Must-Revalidate", "s-maxage=x"] {
      for asked in ["max-stale", "max-stale=1000"] {
        try decide(
          .validate, stored("max-age=60, \(directive)"), asked: asked, after: 61, "\(directive) forbids it")
      }
    }
    for directive in ["must-revalidate", "proxy-revalidate", "s-maxage=60"] {
      try decide(
        .serve, stored("max-age=60, \(directive)"), asked: "max-stale", after: 59, "it is not stale yet")
    }
    for directive in ["public", "immutable", "stale-if-error=5", "must-understand", "private=\"x\""] {
      try decide(
        .serve, stored("max-age=60, \(directive)"), asked: "max-stale", after: 61, "\(directive) does not")
    }
    try decide(
      .serve, stored("max-age=60"), asked: "max-stale, must-revalidate", after: 61,
      "it is for the origin to say")
  }

  // RFC 9111 §5.2.1.7: respond with 504
  @Test func `only-if-cached is answered from the store or with 504`() throws {
    try decide(.serve, stored("max-age=60"), asked: "only-if-cached", after: 5, "it is in the store")
    try decide(.gatewayTimeout, stored("max-age=60"), asked: "only-if-cached", after: 60, "it is stale")
    try decide(
      .serve, stored("max-age=60"), asked: "only-if-cached, max-stale", after: 60, "which the client accepts")
    try decide(.gatewayTimeout, nil, asked: "Only-If-Cached", after: 5, "it is not in the store")
    for asked in ["no-cache", "max-age=4", "min-fresh=60"] {
      try decide(
        .gatewayTimeout, stored("max-age=60"), asked: "only-if-cached, \(asked)", after: 5,
        "\(asked) does not accept it")
    }
    try decide(
      .gatewayTimeout, stored("no-cache, max-age=60"), asked: "only-if-cached", after: 5,
      "nor does the origin")
    try decide(.validate, stored("only-if-cached, max-age=60"), after: 60, "it is for the client to say")
  }

  // Our rule: what cannot be read is no leave
  @Test func `seconds that are none are against serving`() throws {
    for bad in ["", "=x", "=-1", "=5.0", "=\"\""] {
      for name in ["max-age", "min-fresh"] {
        try decide(
          .validate, stored("max-age=60"), asked: name + bad, after: 0, "the client has wanted something")
      }
      if !bad.isEmpty {
        for age in [60, 61] {
          try decide(
            .validate, stored("max-age=60"), asked: "max-stale" + bad, after: age, "it allows nothing")
        }
      }
      try decide(
        .serve, stored("max-age=60"), asked: "max-stale" + bad, after: 59, "and it takes nothing away")
    }
  }

  // RFC 9111 §4: the other conditions are for others
  @Test func `nothing else is looked at`() throws {
    let response = HTTP.Response(
      500, ["Cache-Control": "no-store, private, max-age=60", "Vary": "*", "Set-Cookie": "a"])
    let other = HTTP.Request("POST", "https://other.example/", ["Cache-Control": "no-cache, only-if-cached"])
    let strange = HTTP.StoredResponse(
      response, to: other, requestTime: 1_000_000_000, responseTime: 1_000_000_000)
    try decide(.serve, strange, after: 5, "that was asked when it was stored and selected")
    let request = HTTP.Request(
      "GET", "/", ["Pragma": "no-cache", "Authorization": "x", "If-None-Match": "*", "Range": "x"])
    try check(
      "decideReuse(of:for:now:)", (of: stored("max-age=60"), for: request, now: 1_000_000_005),
      returns: .serve, "Cache-Control alone"
    ) { try decideReuse(of: $0.of, for: $0.for, now: $0.now) }
    try decide(
      .serve, stored("max-age=60"), asked: "no-store, no-transform, x=\"no-cache\"", after: 5,
      "none of these asks for the origin")
  }

  // ReuseTable counts what is left, second by second
  @Test func `every combination is decided as a second reading does`() throws {
    for entry in ReuseTable.entries {
      try decide(
        entry.verdict, stored(entry.said), asked: entry.asked, after: entry.age, "all five have to hold")
    }
  }
}
