import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct StoringTests {
  private typealias Exchange = (HTTP.Response, to: HTTP.Request, understanding: Set<Int>)

  private func decide(
    _ verdict: HTTP.StoringVerdict, _ status: Int = 200, _ control: String, fields: HTTP.Fields = [:],
    asked: HTTP.Fields = [:], method: String = "GET", understanding: Set<Int> = [200, 301, 404],
    _ rule: String
  ) throws {
    var response = HTTP.Response(status, fields)
    if !control.isEmpty { response.fields.append("Cache-Control", control) }
    let exchange: Exchange = (
      response, HTTP.Request(method, "https://postroad.example/", asked), understanding
    )
    try check("decideStoring(_:to:understanding:)", exchange, returns: verdict, rule) {
      try decideStoring($0.0, to: $0.to, understanding: $0.understanding)
    }
  }

  /// A response that is fresh for a minute.
  private func decide(
    _ verdict: HTTP.StoringVerdict, _ status: Int = 200, fields: HTTP.Fields = [:], asked: HTTP.Fields = [:],
    method: String = "GET", understanding: Set<Int> = [200, 301, 404], _ rule: String
  ) throws {
    try decide(
      verdict, status, "max-age=60", fields: fields, asked: asked, method: method,
      understanding: understanding, rule)
  }

  // RFC 9111 §3: the request method is understood by the cache
  @Test func `only responses to GET are stored`() throws {
    try decide(.store, 200, "a fresh response to GET")
    for method in ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "get", "Get", "QUERY", "", "GETS"] {
      try decide(.methodNotUnderstood, method: method, "\(method) is not GET")
    }
  }

  // RFC 9111 §3: the response status code is final
  @Test func `a status below 200 is not final`() throws {
    for status in [100, 101, 102, 103, 199, 99, 0] {
      try decide(.notFinal, status, "another response will come")
    }
    try decide(.store, 200, "200 is the first that is final")
  }

  // RFC 9111 §3, appendix B: a status has to be understood only where it is 206 or 304, or the origin says so
  @Test func `206 and 304 have to be understood`() throws {
    for status in [206, 304] {
      try decide(.statusNotUnderstood, status, "the cache knows 200, 301 and 404")
      try decide(.store, status, understanding: [206, 304], "the cache knows it")
      try decide(.statusNotUnderstood, status, understanding: [], "the cache knows nothing")
    }
    for status in [200, 204, 299, 302, 418, 500, 599] {
      try decide(.store, status, understanding: [], "others need not be known where the origin says how long")
    }
  }

  // RFC 9111 §5.2.2.3
  @Test func `must-understand asks for any status, and then lifts no-store`() throws {
    for status in [200, 404] {
      try decide(.store, status, "must-understand, max-age=60", "the cache knows it")
      try decide(.store, status, "no-store, must-understand, max-age=60", "no-store is for those who do not")
    }
    for status in [299, 302, 503] {
      try decide(.statusNotUnderstood, status, "must-understand, max-age=60", "the cache does not know it")
      try decide(
        .statusNotUnderstood, status, "must-understand, no-store, max-age=60", "the cache does not know it")
    }
    try decide(
      .noStore, 200, "must-understand, max-age=60", asked: ["Cache-Control": "no-store"],
      "the client's is not lifted")
    try decide(.notAllowed, 302, "must-understand", understanding: [302], "and it allows nothing")
  }

  // RFC 9111 §5.2.1.5, §5.2.2.5: nothing of the request, nor any response to it
  @Test func `no-store is no store`() throws {
    try decide(.noStore, 200, "no-store", "the origin says it")
    try decide(.noStore, 200, "public, max-age=60, No-Store", "whatever else it says")
    try decide(.noStore, fields: ["Cache-Control": "no-store"], "in any of its lines")
    try decide(.noStore, asked: ["Cache-Control": "no-store"], "the client says it")
    try decide(
      .noStore, asked: ["Cache-Control": "max-age=0", "Cache-Control": "no-store"], "in any of its lines")
    try decide(.noStore, 200, "no-store=\"set-cookie\", max-age=60", "an argument makes it no weaker")
    try decide(.store, 200, "max-age=60, x=\"no-store\"", "this is no directive")
  }

  // RFC 9111 §5.2.2.7
  @Test func `private keeps a response out, and with names only those fields`() throws {
    try decide(.isPrivate, 200, "private", "for a single user")
    try decide(.isPrivate, 200, "max-age=60, PRIVATE", "for a single user")
    try decide(.store, 200, "private=\"set-cookie\", max-age=60", "the field is left out")
    try decide(.store, 200, "private=set-cookie, max-age=60", "in the form of a token, too")
    for empty in ["\"\"", "\" \"", "\",\"", "\", ,\""] {
      try decide(.isPrivate, 200, "private=\(empty), max-age=60", "it names no field")
    }
    try decide(.isPrivate, 200, "private=\"set-cookie\", private, max-age=60", "one of the two has no names")
    try decide(.isPrivate, 200, "private, private=\"set-cookie\", max-age=60", "one of the two has no names")
    try decide(.notAllowed, 302, "private=\"set-cookie\"", "it allows nothing to a shared cache")
    try decide(.store, asked: ["Cache-Control": "private"], "it is a directive of responses")
  }

  // RFC 9111 §3.5; nodejs/undici #4911 looked in the response
  @Test func `an Authorization needs a directive that allows for it`() throws {
    let asked: HTTP.Fields = ["authorization": "Basic bWFuYQ=="]
    try decide(.authorization, asked: asked, "max-age=60 does not allow for it")
    try decide(
      .authorization, 200, "", fields: ["Expires": "Sun, 09 Sep 2001 02:46:40 GMT"], asked: asked,
      "nor does Expires")
    for directive in ["public", "s-maxage=60", "must-revalidate", "S-MaxAge=0"] {
      try decide(.store, 200, "max-age=60, \(directive)", asked: asked, "\(directive) allows for it")
    }
    for directive in ["proxy-revalidate", "no-cache", "immutable", "private=\"x\"", "max-age=60"] {
      try decide(.authorization, 200, "max-age=60, \(directive)", asked: asked, "\(directive) does not")
    }
    try decide(
      .authorization, asked: ["Authorization": "", "Cache-Control": "public"], "the client cannot allow it")
    try decide(.store, fields: ["Authorization": "Basic bWFuYQ=="], "the request had none")
    try decide(
      .store, asked: ["Cookie": "id=1", "Proxy-Authorization": "Basic bWFuYQ=="], "these are other fields")
  }

  // RFC 9111 §3, the last bullet
  @Test func `something has to allow for it`() throws {
    for status in [201, 202, 205, 302, 303, 307, 400, 403, 500, 502, 503, 504, 299] {
      try decide(.notAllowed, status, "", "nothing does")
      try decide(
        .notAllowed, status, "must-revalidate, no-cache, stale-if-error=60, immutable", "none of these does")
      for directive in ["public", "max-age=60", "s-maxage=60", "Max-Age=0"] {
        try decide(.store, status, directive, "\(directive) does")
      }
      try decide(.store, status, "", fields: ["expires": "Sun, 09 Sep 2001 02:46:40 GMT"], "Expires does")
    }
    for status in [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501] {
      try decide(.store, status, "", understanding: [206], "the status does: it is heuristically cacheable")
    }
    try decide(
      .notAllowed, 302, "", asked: ["Cache-Control": "max-age=60, public", "Expires": "0"],
      "a request allows nothing")
  }

  // RFC 9111 §3: what may be stored need not be fresh
  @Test func `a response that is stale from the start may be stored`() throws {
    try decide(.store, 302, "max-age=0", "there are validators for it")
    try decide(.store, 302, "", fields: ["Expires": "0"], "an Expires that is no date is an Expires")
    try decide(.store, 302, "max-age=soon", "a max-age that is no number is a max-age")
    try decide(.store, 302, "no-cache, max-age=60", "it may be stored, and is asked for each time")
  }

  // RFC 9111 §3: only what the list names
  @Test func `nothing else is looked at`() throws {
    let fields: HTTP.Fields = [
      "Set-Cookie": "id=1", "Vary": "*", "Pragma": "no-cache", "Warning": "110", "Age": "99999",
      "Content-Range": "x",
    ]
    try decide(.store, fields: fields, "none of these fields is a reason")
    try decide(
      .store, asked: ["Range": "bytes=0-5", "Pragma": "no-cache", "Cookie": "id=1"], "nor one of these")
    try decide(
      .store, asked: ["Cache-Control": "no-cache, max-age=0, only-if-cached"], "nor a wish of the client")
  }

  // The order of the comment above `decideStoring`
  @Test func `the first reason is the answer`() throws {
    var understood: Set<Int> = []
    var asked: HTTP.Fields = ["Authorization": "x", "Cache-Control": "no-store"]
    try decide(
      .methodNotUnderstood, 103, "must-understand, private, no-store", asked: asked, method: "POST",
      understanding: understood, "all seven")
    try decide(
      .notFinal, 103, "must-understand, private", asked: asked, understanding: understood,
      "all but the method")
    try decide(
      .statusNotUnderstood, 302, "must-understand, private", asked: asked, understanding: understood, "five")
    understood = [302]
    try decide(.noStore, 302, "must-understand, private", asked: asked, understanding: understood, "four")
    asked = ["Authorization": "x"]
    try decide(
      .isPrivate, 302, "must-understand, private, no-store", asked: asked, understanding: understood, "three")
    try decide(
      .authorization, 302, "must-understand, private=\"x\"", asked: asked, understanding: understood, "two")
    try decide(.notAllowed, 302, "must-understand", understanding: understood, "one")
    try decide(
      .notAllowed, 302, "must-revalidate", asked: asked, "must-revalidate allows Authorization, and no more")
  }
}
