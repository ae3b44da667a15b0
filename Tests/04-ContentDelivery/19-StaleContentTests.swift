import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct StaleContentTests {
  private let swr = "max-age=60, stale-while-revalidate=30"
  private let sie = "max-age=60, stale-if-error=30"

  private func swr(_ seconds: String) -> String { "max-age=60, stale-while-revalidate\(seconds)" }

  // RFC 5861 §3.1: fresh for 600 seconds, and stale for up to an additional 30
  @Test func `it is served stale while a refresh runs`() throws {
    for (age, verdict) in [
      (0, .serve), (599, .serve), (600, .serveAndRefresh), (615, .serveAndRefresh), (630, .serveAndRefresh),
      (631, .ask),
      (9999, .ask),
    ] as [(Int, HTTP.StaleVerdict)] {
      var story = try Shelf()
      try story.request(
        "/", "max-age=600, stale-while-revalidate=30", verdict, after: age, "600 s, and 30 more")
    }
    var story = try Shelf()
    try story.request("/", swr, aged: 50, .ask, after: 41, "91 s old")
    try story.request("/", swr, aged: 50, .serveAndRefresh, after: 40, "90 s old")
  }

  // RFC 5861 §3: SHOULD attempt to revalidate it; our rule: one at a time
  @Test func `one refresh runs at a time`() throws {
    var story = try Shelf()
    try story.request("/", swr, .serveAndRefresh, after: 60, "the first one who comes")
    for age in [60, 90] { try story.request("/", swr, .serve, after: age, "the refresh runs already") }
    try story.request("/", swr, .ask, after: 91, "stale by 31 s: the refresh changes nothing")
    try story.refreshed("/", "it has ended, with nothing new")
    try story.request("/", swr, .serveAndRefresh, after: 70, "the next one may begin")
    try story.request("/", swr, .serve, after: 5, "the new response is fresh")
  }

  // Our rule: a refresh is a key's
  @Test func `each key has a refresh of its own`() throws {
    var story = try Shelf()
    try story.request("/a", swr, .serveAndRefresh, after: 60, "nobody refreshes /a")
    try story.request("/b", swr, .serveAndRefresh, after: 60, "nobody refreshes /b")
    try story.request("", swr, .serveAndRefresh, after: 60, "an empty key is a key")
    try story.refreshed("/a", "that of /a has ended")
    try story.request("/b", swr, .serve, after: 60, "that of /b has not")
    try story.request("/a", swr, .serveAndRefresh, after: 60, "nobody refreshes /a any more")
  }

  // Our rule: a refresh begins with `.serveAndRefresh`, and with nothing else
  @Test func `asking and serving begin no refresh`() throws {
    var story = try Shelf()
    try story.request("/", swr, .serve, after: 5, "it is fresh")
    try story.refuse("/", "a fresh response needs none")
    try story.request("/", swr, .ask, after: 99, "it is too old")
    try story.refuse("/", "who asks has no refresh")
    try story.request("/", "no-cache, " + swr, .ask, after: 60, "it always asks")
    try story.request("/", swr + ", must-revalidate", .ask, after: 60, "it may not be served stale")
  }

  // Our rule: reports that make no sense
  @Test func `a refresh ends once`() throws {
    var story = try Shelf()
    try story.refuse("/", "none has begun")
    try story.request("/", swr, .serveAndRefresh, after: 60, "the first one who comes")
    try story.refuse("/other", "none of this key")
    try story.request("/", swr, .serve, after: 60, "the one of / runs on")
    try story.refreshed("/", "it has ended")
    try story.refuse("/", "it has ended before")
  }

  // RFC 9111 §4.2.4: prohibited by an explicit directive
  @Test func `what the origin forbids is not served stale`() throws {
    for directive in ["must-revalidate", "proxy-revalidate", "s-maxage=60", "Must-Revalidate", "no-cache"] {
      var story = try Shelf()
      let control = "max-age=60, \(directive), stale-while-revalidate=30, stale-if-error=30"
      try story.request("/", control, .ask, after: 60, "\(directive) forbids it")
      try story.fails(control, false, after: 60, "\(directive) forbids it")
      try story.fails(
        control, by: .status(503), asked: "stale-if-error=9", false, after: 60, "nor can the client")
    }
    for directive in ["no-cache=\"set-cookie\"", "public", "immutable", "private=\"x\"", "max-stale=0"] {
      var story = try Shelf()
      let control = "max-age=60, \(directive), stale-while-revalidate=30, stale-if-error=30"
      try story.request("/", control, .serveAndRefresh, after: 60, "\(directive) does not")
      try story.fails(control, true, after: 60, "\(directive) does not")
    }
  }

  // RFC 9111 §5.2.2.2: once the response has become stale; §5.2.2.4: no-cache always
  @Test func `a fresh response is served, but for no-cache`() throws {
    for directive in [
      "must-revalidate", "proxy-revalidate", "s-maxage=60", "stale-while-revalidate=0", "public",
    ] {
      var story = try Shelf()
      try story.request("/", "max-age=60, \(directive)", .serve, after: 59, "it is not stale yet")
    }
    for directive in ["no-cache", "No-Cache", "no-cache=\" , \"", "no-cache=\"etag\", no-cache"] {
      var story = try Shelf()
      try story.request("/", swr("=30, \(directive)"), .ask, after: 5, "it always asks")
    }
    var story = try Shelf()
    try story.request("/", "max-age=60, no-cache=\"etag\"", .serve, after: 5, "that is for a field")
  }

  // RFC 5861 §4.1: fresh for 600 seconds, and for an additional 1,200 if an error is encountered
  @Test func `after a failure it is served for a time`() throws {
    for (age, isServed) in [
      (0, true), (599, true), (600, true), (900, true), (1800, true), (1801, false), (9999, false),
    ] {
      var story = try Shelf()
      for outcome in [HTTP.OriginOutcome.unreachable, .status(500)] {
        try story.fails(
          "max-age=600, stale-if-error=1200", by: outcome, isServed, after: age, "600 s, and 1,200 more")
      }
    }
  }

  // RFC 5861 §4: 500, 502, 503, or 504
  @Test func `these are failures, and no others`() throws {
    var story = try Shelf()
    for status in [500, 502, 503, 504] {
      try story.fails(sie, by: .status(status), true, after: 70, "\(status) is a failure")
    }
    for status in [200, 304, 400, 404, 410, 429, 499, 501, 505, 507, 511, 599, 100, 5] {
      try story.fails(sie, by: .status(status), false, after: 70, "\(status) is an answer")
    }
  }

  // RFC 5861 §4: in a response or in a request
  @Test func `the client may allow it, too`() throws {
    var story = try Shelf()
    try story.fails("max-age=60", asked: "stale-if-error=30", true, after: 90, "the client allows it")
    try story.fails("max-age=60", asked: "Stale-If-Error=30", false, after: 91, "for 30 s")
    try story.fails("max-age=60, stale-if-error=1", asked: "stale-if-error=30", true, after: 90, "the larger")
    try story.fails(sie, asked: "stale-if-error=10", true, after: 90, "the larger one")
    try story.fails(sie, asked: "stale-if-error=10", false, after: 91, "not both together")
    try story.fails(sie, asked: "no-cache, max-age=0", true, after: 90, "others are not looked at")
    try story.fails(
      "max-age=60, stale-if-error=x", asked: "stale-if-error=30", true, after: 90, "one can be read")
  }

  // RFC 9111 §4.2.4: unless it is explicitly permitted
  @Test func `without leave nothing stale is served`() throws {
    var story = try Shelf()
    try story.request("/", "max-age=60", .ask, after: 60, "there is no leave")
    try story.fails("max-age=60", false, after: 60, "there is no leave")
    try story.fails("max-age=60", asked: "max-stale", false, after: 60, "that is another leave")
    try story.fails("max-age=60", by: .status(503), false, after: 5, "not even a fresh one")
    try story.request("/", sie, .ask, after: 60, "this one is for failures")
    try story.fails(swr, false, after: 60, "this one is not")
  }

  // RFC 9111 §1.2.2, §4.2.1; our rule: what cannot be read is no leave
  @Test func `seconds are read as always`() throws {
    for bad in ["", "=x", "=-5", "=5.0", "=\"\""] {
      var story = try Shelf()
      try story.request("/", swr(bad), .ask, after: 60, "no number, no leave")
      try story.fails("max-age=60, stale-if-error\(bad)", false, after: 60, "no number, no leave")
      try story.fails("max-age=60", asked: "stale-if-error\(bad)", false, after: 60, "no number, no leave")
    }
    var story = try Shelf()
    try story.request("/a", swr("=0"), .serveAndRefresh, after: 60, "stale by nothing")
    try story.request("/b", swr("=0"), .ask, after: 61, "stale by a second")
    try story.request("/c", swr("=99999999999999999999"), .serveAndRefresh, after: 9999, "for ever")
    try story.request("/d", swr("=5, stale-while-revalidate=50"), .ask, after: 70, "the first one")
    try story.request("/e", swr("=\"30\""), .serveAndRefresh, after: 90, "quoted as well")
    try story.fails("max-age=60, stale-if-error=5, stale-if-error=50", false, after: 70, "the first one")
    try story.fails("max-age=60, stale-if-error=99999999999999999999", true, after: 9999, "for ever")
  }

  // A second reading: seconds crossed off one by one
  @Test func `random shelves are served as the list of seconds says`() throws {
    var random = SeededRandom(seed: 419)
    for _ in 0..<40 {
      var story = try Shelf()
      var running: [String] = []
      for _ in 0..<30 {
        let (lifetime, more) = (Int.random(in: 0...9, using: &random), Int.random(in: 0...9, using: &random))
        let age = Int.random(in: 0...20, using: &random)
        let key = ["/a", "/b"].randomElement(using: &random) ?? "/a"
        let control = "max-age=\(lifetime), stale-while-revalidate=\(more), stale-if-error=\(more)"
        let (fresh, stale) = (0..<lifetime, lifetime..<(lifetime + more + 1))
        if running.contains(key), Int.random(in: 0..<4, using: &random) == 0 {
          running.removeAll { $0 == key }
          try story.refreshed(key, "it runs")
        }
        let isServed = fresh.contains(age) || stale.contains(age) && running.contains(key)
        let verdict: HTTP.StaleVerdict = isServed ? .serve : stale.contains(age) ? .serveAndRefresh : .ask
        if verdict == .serveAndRefresh { running.append(key) }
        try story.request(key, control, verdict, after: age, "fresh in \(fresh), stale in \(stale)")
        try story.fails(control, by: .status(504), age < lifetime + more + 1, after: age, "as above")
      }
    }
  }

  /// A subject and the trail of what was done with it.
  private struct Shelf {
    private var subject: StaleContent
    private var steps = CheckSteps()

    init() throws { subject = try StaleContent() }

    private func stored(_ control: String, aged: Int?) -> HTTP.StoredResponse {
      HTTP.StoredResponse(
        200, aged.map { ["Age": "\($0)", "Cache-Control": control] } ?? ["Cache-Control": control])
    }

    mutating func request(
      _ key: String, _ control: String, aged: Int? = nil, _ verdict: HTTP.StaleVerdict, after age: Int,
      _ rule: String
    ) throws {
      var after = subject
      let stored = stored(control, aged: aged)
      let call = "request(\"\(key)\", …) with \(stored.response.fields), \(age) s later"
      try steps.check(call, returns: verdict, rule) {
        try after.request(key, stored, now: 1_000_000_000 + age)
      }
      subject = after
    }

    mutating func refreshed(_ key: String, _ rule: String) throws {
      var after = subject
      try steps.run("refreshed(\"\(key)\")", rule) { try after.refreshed(key) }
      subject = after
    }

    mutating func refuse(_ key: String, _ rule: String) throws {
      var after = subject
      try steps.check("refreshed(\"\(key)\")", throws: HTTP.RefreshError.noRefresh(key), rule) {
        try after.refreshed(key)
      }
      subject = after
    }

    mutating func fails(
      _ control: String, by outcome: HTTP.OriginOutcome = .unreachable, asked: String? = nil,
      _ isServed: Bool, after age: Int, _ rule: String
    ) throws {
      let (copy, stored) = (subject, stored(control, aged: nil))
      let request = HTTP.Request.get(asked.map { ["Cache-Control": $0] } ?? [:])
      let call = "serves(…, after: \(outcome)) with \(control), asked \(asked ?? "nothing"), \(age) s later"
      try steps.check(call, returns: isServed, rule) {
        try copy.serves(stored, for: request, after: outcome, now: 1_000_000_000 + age)
      }
    }
  }
}
