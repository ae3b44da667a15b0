import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct OriginPullTests {
  private let map = HTTP.Request("GET", "https://postroad.example/map")
  private let has = HTTP.Request("GET", "https://postroad.example/map", ["If-None-Match": "\"v1\""])
  private let page = HTTP.Response(200, ["Cache-Control": "max-age=60", "ETag": "\"v1\""], body: [0x31])
  private func aged(_ response: HTTP.Response, _ age: Int) -> HTTP.Response {
    let fields = HTTP.Fields(response.fields.lines + [HTTP.Field("Age", "\(age)")])
    return HTTP.Response(response.status, fields, body: response.body)
  }

  /// The origin is asked about a stored ETag.
  private func asking(_ request: HTTP.Request, _ tag: String = "\"v1\"") -> HTTP.PullStep {
    .ask(PullParts.validation(of: request, tag))
  }

  // RFC 9111 §2, §4: a miss, then hits with their Age
  @Test func `what was pulled once is served until it is stale`() throws {
    var edge = try Edge()
    try edge.begin(map, .ask(map), at: 100, "nothing is stored")
    try edge.finish(map, page, asked: 100, at: 102, "the client gets what has come")
    try edge.begin(map, .answer(aged(page, 2)), at: 102, "two seconds on the way")
    try edge.begin(map, .answer(aged(page, 59)), at: 159, "59 s old, and fresh")
    try edge.begin(map, asking(map), at: 160, "a minute old: is it still true?")
    try edge.calls(validate: 1, freshen: 0, "validate is for what is to be validated")
  }

  // RFC 9111 §4.3.3: 304: the stored response is updated and reused
  @Test func `a 304 makes the stored response fresh again`() throws {
    var edge = try Edge()
    try edge.finish(map, page, at: 100, "it is stored")
    try edge.begin(map, asking(map), at: 200, "it is stale")
    let notModified = HTTP.Response(304, ["Cache-Control": "max-age=30"])
    let fresh = HTTP.Response(200, ["Cache-Control": "max-age=30", "ETag": "\"v1\""], body: [0x31])
    try edge.finish(map, notModified, aged(fresh, 3), asked: 200, at: 203, "the stored body, and new fields")
    try edge.calls(validate: 2, freshen: 1, "both are needed once for it")
    try edge.begin(map, .answer(aged(fresh, 29)), at: 229, "with the times of the 304")
    try edge.begin(map, asking(map), at: 230, "for 30 s")
  }

  // RFC 9111 §4.3.3: a full response is used, and may replace the stored one
  @Test func `another response takes the place of the stored one`() throws {
    var edge = try Edge()
    let (date, earlier) = ("Sun, 09 Sep 2001 01:46:40 GMT", "Sun, 09 Sep 2001 01:46:39 GMT")
    let old = HTTP.Response(200, ["Date": date, "Cache-Control": "max-age=60"])
    let new = HTTP.Response(200, ["Date": earlier, "Cache-Control": "max-age=5", "ETag": "\"v2\""])
    try edge.finish(map, old, at: 1_000_000_000, "it is stored")
    try edge.finish(map, new, at: 1_000_000_001, "the client gets the new one")
    try edge.begin(map, .answer(aged(new, 3)), at: 1_000_000_002, "the old one is gone, whatever its Date")
    try edge.finish(map, HTTP.Response(503), at: 1_000_000_005, "the client gets the failure")
    try edge.begin(map, asking(map, "\"v2\""), at: 1_000_000_006, "it replaces nothing")
  }

  // RFC 9111 §3
  @Test func `what may not be stored is not stored`() throws {
    let said = [
      (200, "no-store, max-age=60"), (200, "private, max-age=60"), (302, "x"), (206, "max-age=60"),
      (304, "max-age=60"),
    ]
    let refused = said.map { ("GET", HTTP.Response($0, ["Cache-Control": $1])) }
    for (method, response) in refused + [("POST", page), ("HEAD", page)] {
      var edge = try Edge(understanding: [200, 304])
      let request = HTTP.Request(method, map.uri)
      try edge.finish(request, response, at: 100, "the client gets it all the same")
      try edge.begin(map, .ask(map), at: 101, "and nothing is stored")
    }
    var edge = try Edge(understanding: [206])
    try edge.finish(map, HTTP.Response(206, ["Cache-Control": "max-age=60"]), at: 100, "206 is understood")
    try edge.begin(map, .ask(map), at: 101, "a part is not the whole")
  }

  // RFC 9111 §3.1
  @Test func `fields that are not for the store are not stored`() throws {
    var edge = try Edge()
    let said = "max-age=60, private=\"set-cookie\""
    let all: HTTP.Fields = ["Connection": "X-Hop", "X-Hop": "1", "Cache-Control": said, "Set-Cookie": "a"]
    let response = HTTP.Response(200, all, body: [0x31])
    try edge.finish(map, response, at: 100, "the first client gets them")
    let kept = HTTP.Response(200, ["Cache-Control": said], body: [0x31])
    try edge.begin(map, .answer(aged(kept, 1)), at: 101, "the next one does not")
  }

  // RFC 9111 §2: the cache key
  @Test func `equal URIs have one place, others have others`() throws {
    var edge = try Edge()
    try edge.finish(map, page, at: 100, "it is stored")
    for uri in ["HTTPS://PostRoad.example:443/a/../map", "https://postroad.example/%6dap#here"] {
      try edge.begin(HTTP.Request("GET", uri), .answer(aged(page, 1)), at: 101, "the URIs are equal")
    }
    for uri in ["https://postroad.example/map?", "http://postroad.example/map", "https://other.example/map"] {
      let other = HTTP.Request("GET", uri)
      try edge.begin(other, .ask(other), at: 101, "the URIs are not equal")
    }
    try edge.refuse(HTTP.Request("GET", "/map"), HTTP.TargetError.notHTTP("/map"), "there is no key")
  }

  // RFC 9111 §4.1
  @Test func `each variant has its place under the key`() throws {
    var edge = try Edge()
    func asks(_ said: String) -> HTTP.Request { HTTP.Request("GET", map.uri, ["Accept-Language": said]) }
    func speaks(_ language: String, _ seconds: Int) -> HTTP.Response {
      let fields: HTTP.Fields = ["Vary": "Accept-Language", "Cache-Control": "max-age=\(seconds)"]
      return HTTP.Response(200, fields, body: Array(language.utf8))
    }
    try edge.finish(asks("de"), speaks("de", 60), at: 100, "one variant")
    try edge.begin(asks("fr"), .ask(asks("fr")), at: 101, "another one is not there")
    try edge.finish(asks("fr"), speaks("fr", 60), at: 101, "now it is")
    try edge.begin(asks("de"), .answer(aged(speaks("de", 60), 2)), at: 102, "the first one is, too")
    try edge.finish(asks("de"), speaks("de", 9), at: 103, "a new one of the first")
    try edge.begin(asks("fr"), .answer(aged(speaks("fr", 60), 4)), at: 105, "the second has not changed")
    try edge.begin(asks("de"), .answer(aged(speaks("de", 9), 2)), at: 105, "the first has")
    try edge.begin(asks("de"), .ask(asks("de")), at: 112, "there is nothing to validate it by")
    try edge.finish(map, page, at: 113, "one without a Vary, for a request without the field")
    try edge.begin(asks("fr"), .answer(aged(speaks("fr", 60), 14)), at: 115, "those with a Vary come first")
    let late = HTTP.Response(200, ["Date": "Thu, 01 Jan 1970 00:01:51 GMT", "Cache-Control": "max-age=60"])
    try edge.finish(asks("fr"), late, at: 116, "it was made before the two that match")
    try edge.begin(asks("fr"), .answer(aged(late, 6)), at: 117, "all that match have gone for it")
  }

  // RFC 9111 §4.3.2
  @Test func `a client's own condition is answered from the store`() throws {
    var edge = try Edge()
    try edge.finish(map, page, at: 100, "it is stored")
    let short = HTTP.Response(304, ["Cache-Control": "max-age=60", "ETag": "\"v1\"", "Age": "7"])
    try edge.begin(has, .answer(short), at: 107, "it has it: 304, with an Age")
    try edge.begin(HTTP.Request("HEAD", map.uri, has.fields), .answer(short), at: 107, "a HEAD, too")
    let old = HTTP.Request("GET", map.uri, ["If-None-Match": "\"v0\""])
    try edge.begin(old, .answer(aged(page, 7)), at: 107, "it has another one")
    let match = HTTP.Request("GET", map.uri, ["If-Match": "\"v1\""])
    try edge.begin(match, asking(match), at: 107, "that is for the origin, with the edge's own question")
    try edge.begin(old, asking(old), at: 160, "stale: the edge asks for itself")
    let notModified = HTTP.Response(304, ["ETag": "\"v1\""])
    try edge.finish(old, notModified, aged(page, 0), at: 160, "the client has another one")
    let again = HTTP.Response(304, ["Cache-Control": "max-age=60", "ETag": "\"v1\"", "Age": "1"])
    try edge.finish(has, notModified, again, asked: 160, at: 161, "and this client has it")
    try edge.finish(match, notModified, aged(page, 0), at: 161, "its condition held, and it has no copy")
    let both = HTTP.Fields(match.fields.lines + [HTTP.Field("If-Unmodified-Since", "x")] + has.fields.lines)
    let short0 = HTTP.Response(304, ["Cache-Control": "max-age=60", "ETag": "\"v1\"", "Age": "0"])
    try edge.finish(
      HTTP.Request("GET", map.uri, both), notModified, short0, at: 162, "and this client has a copy as well")
  }

  // RFC 9111 §4.3.4: without something to compare a 304 is the client's
  @Test func `a 304 that is not about the store goes on to the client`() throws {
    let notModified = HTTP.Response(304, ["ETag": "\"v1\"", "Cache-Control": "max-age=60"])
    var edge = try Edge()
    try edge.finish(has, notModified, at: 100, "nothing is stored: the client has asked")
    try edge.finish(map, HTTP.Response(200, ["Cache-Control": "max-age=60"]), at: 100, "it has no ETag")
    try edge.finish(has, notModified, at: 170, "the edge could not have asked about it")
    try edge.finish(map, page, at: 180, "this one has an ETag")
    try edge.finish(HTTP.Request("POST", map.uri), notModified, at: 300, "a POST validates nothing")
    try edge.calls(validate: 1, freshen: 0, "it gave nil once, and the POST was not its business")
  }

  // RFC 9110 §9.3.2: a HEAD has no body; RFC 9111 §4: other methods go on
  @Test func `a HEAD is answered from a GET, and other methods go on`() throws {
    var edge = try Edge()
    try edge.finish(map, page, at: 100, "it is stored")
    let (head, bare) = (HTTP.Request("HEAD", map.uri), HTTP.Response(200, page.fields))
    try edge.begin(head, .answer(aged(bare, 5)), at: 105, "the fields, and no body")
    for method in ["POST", "DELETE", "OPTIONS"] {
      let request = HTTP.Request(method, map.uri)
      try edge.begin(request, .ask(request), at: 105, "\(method) is not for a store")
    }
    try edge.begin(head, asking(head), at: 160, "it is stale for a HEAD as well")
    try edge.finish(head, HTTP.Response(304), aged(bare, 0), at: 160, "and made fresh by one")
    try edge.begin(map, .answer(aged(page, 1)), at: 161, "its body is there still")
  }

  // RFC 9111 §5.2.1
  @Test func `what the client says is heard`() throws {
    var edge = try Edge()
    func asks(_ control: String) -> HTTP.Request { HTTP.Request("GET", map.uri, ["Cache-Control": control]) }
    try edge.begin(asks("only-if-cached"), .answer(HTTP.Response(504)), at: 100, "nothing is stored")
    try edge.finish(map, page, at: 100, "it is stored")
    try edge.begin(asks("only-if-cached"), .answer(aged(page, 5)), at: 105, "it is in the store")
    try edge.begin(asks("no-cache"), asking(asks("no-cache")), at: 105, "the origin is to be asked")
    try edge.begin(asks("max-stale"), .answer(aged(page, 99)), at: 199, "stale will do")
    try edge.begin(asks("only-if-cached"), .answer(HTTP.Response(504)), at: 160, "it is stale")
    try edge.finish(asks("no-store"), page, at: 170, "not to be stored")
    try edge.begin(map, asking(map), at: 171, "the old one is stale")
  }

  // Our rule: an error changes nothing
  @Test func `errors of what it is given are passed on`() throws {
    var edge = try Edge()
    try edge.finish(map, page, at: 100, "it is stored")
    edge.given.failure = .validate
    try edge.refuse(map, PullParts.Failure.validate, at: 160, "validate has thrown")
    try edge.refuse(map, PullParts.Failure.validate, is304: true, at: 160, "for a 304 as well")
    edge.given.failure = .freshen
    try edge.refuse(map, PullParts.Failure.freshen, is304: true, at: 160, "freshen has thrown")
    edge.given.failure = nil
    try edge.begin(map, asking(map), at: 161, "it is as stale as before")
    try edge.finish(map, HTTP.Response(304), aged(page, 0), at: 162, "and can be made fresh")
  }

  /// A subject, the trail of what was done with it, and what it is given.
  private struct Edge {
    private var subject: OriginPull
    private var steps = CheckSteps()
    let given = PullParts()

    init(understanding: Set<Int> = [200, 404]) throws {
      let given = given
      subject = try OriginPull(
        understanding: understanding, validate: { try given.validate($0, $1) },
        freshen: { try given.freshen($0, $1, asked: $2, received: $3) })
    }

    mutating func begin(_ request: HTTP.Request, _ step: HTTP.PullStep, at now: Int, _ rule: String) throws {
      let copy = subject
      try steps.check("begin(\(request), \(now))", returns: step, rule) { try copy.begin(request, now: now) }
    }

    mutating func finish(
      _ request: HTTP.Request, _ response: HTTP.Response, _ answer: HTTP.Response? = nil,
      asked: Int? = nil, at now: Int, _ rule: String
    ) throws {
      var after = subject
      let call = "finish(\(request); \(response); asked: \(asked ?? now), now: \(now))"
      try steps.check(call, returns: answer ?? response, rule) {
        try after.finish(request, response, asked: asked ?? now, now: now)
      }
      subject = after
    }

    /// Finishes where a 304 came, or begins, and has to throw.
    mutating func refuse(
      _ request: HTTP.Request, _ error: some Error & Equatable, is304: Bool = false, at now: Int = 100,
      _ rule: String
    ) throws {
      var after = subject
      try steps.check(is304 ? "finish(\(request); 304)" : "begin(\(request))", throws: error, rule) {
        guard is304 else { return try after.begin(request, now: now) }
        return .answer(try after.finish(request, HTTP.Response(304), asked: now, now: now))
      }
      subject = after
    }

    mutating func calls(validate: Int, freshen: Int, _ rule: String) throws {
      let counts = [given.validated, given.freshened]
      try steps.check("the calls of validate and freshen", returns: [validate, freshen], rule) { counts }
    }
  }
}
