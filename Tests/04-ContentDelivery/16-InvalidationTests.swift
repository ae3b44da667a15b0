import ContentDelivery
import PostRoad
import TestSupport
import Testing

@Suite struct InvalidationTests {
  private func has(_ uri: String, _ scheme: String, _ host: String, _ port: Int, _ rule: String) throws {
    try check("origin(of:)", uri, returns: HTTP.Origin(scheme: scheme, host: host, port: port), rule) {
      try origin(of: $0)
    }
  }

  private func invalidates(
    _ request: HTTP.Request, _ response: HTTP.Response, _ uris: [String], _ rule: String
  ) throws {
    try check("invalidatedURIs(by:_:)", (request, response), returns: uris, rule) {
      try invalidatedURIs(by: $0.0, $0.1)
    }
  }

  private let target = "https://postroad.example/scrolls/7"

  // RFC 9110 §4.3.1, §4.2.1, §4.2.2
  @Test func `an origin is scheme, host and port`() throws {
    try has("https://postroad.example/map?q=1", "https", "postroad.example", 443, "https has port 443")
    try has("http://postroad.example/map", "http", "postroad.example", 80, "http has port 80")
    for port in [8080, 1234, 5679] {
      try has("http://postroad.example:\(port)/", "http", "postroad.example", port, "the port is given")
    }
    try has(
      "https://postroad.example:80/", "https", "postroad.example", 80,
      "the port is given, and not https's own")
    try has("http://postroad.example:0/", "http", "postroad.example", 0, "0 is a number of 16 bits")
    try has("http://postroad.example:065535/", "http", "postroad.example", 65_535, "digits, and not too many")
  }

  // RFC 9110 §4.2.3: scheme and host in any letter case; RFC 3986 §3.2.3: an empty port
  @Test func `two ways to write an origin are one`() throws {
    try has(
      "HTTPS://PostRoad.EXAMPLE/Map", "https", "postroad.example", 443, "neither scheme nor host has a case")
    try has("http://postroad.example:/", "http", "postroad.example", 80, "an empty port is none")
    for end in ["", "/", "?q=http://a:1/", "#at:9", "/a:8080@b"] {
      try has(
        "http://postroad.example\(end)", "http", "postroad.example", 80, "the authority ends at / ? or #")
    }
    try has(
      "http://user:word@postroad.example:81/", "http", "postroad.example", 81,
      "what is before @ names no host")
    try has("http://a@b@postroad.example/", "http", "postroad.example", 80, "the last @ counts")
  }

  // RFC 3986 §3.2.2
  @Test func `an IPv6 address has colons of its own`() throws {
    try has("http://[2001:db8::1]/", "http", "[2001:db8::1]", 80, "the colons in brackets begin no port")
    try has("http://[2001:DB8::1]:8080/", "http", "[2001:db8::1]", 8080, "the colon after the bracket does")
    try has("http://192.0.2.7:8080", "http", "192.0.2.7", 8080, "IPv4 has none")
  }

  // Our rule for what cannot be compared
  @Test func `what has no host has no origin`() throws {
    for uri in [
      "", "/scrolls/7", "postroad.example/", "//postroad.example/", "mailto:a@postroad.example",
      "ftp://postroad.example/",
      "https:/postroad.example/", "https:///scrolls", "http://", "http://:80/", "http://user@/",
      "httpsx://postroad.example/",
      "http://postroad.example:8o/", "http://postroad.example:-1/", "http://postroad.example:+1/",
      "http://postroad.example:65536/", "http://postroad.example:99999999999999999999/",
      "http://[2001:db8::1]:a/", "http://[::1]x/", "http://[::1]x:80/",
      "http://postroad.example:80:80/",
    ] {
      try check(
        "origin(of:)", uri, throws: HTTP.OriginError.noOrigin(uri), "http or https, a host, a port of digits"
      ) {
        try origin(of: $0)
      }
    }
  }

  // RFC 9110 §9.2.1; RFC 9111 §4.4: including methods whose safety is unknown
  @Test func `every method but the safe ones invalidates`() throws {
    for method in ["GET", "HEAD", "OPTIONS", "TRACE"] {
      try invalidates(
        HTTP.Request(method, target), HTTP.Response(200, ["Location": "/scrolls/8"]), [],
        "a safe method changes nothing")
    }
    for method in ["POST", "PUT", "DELETE", "PATCH", "CONNECT", "PURGE", "get", "Head", "", "PROPFIND"] {
      try invalidates(HTTP.Request(method, target), HTTP.Response(200), [target], "it is not one of the four")
    }
  }

  // RFC 9111 §4.4: a non-error response is 2xx or 3xx
  @Test func `what failed invalidates nothing`() throws {
    for status in [200, 201, 204, 299, 300, 303, 304, 399] {
      try invalidates(
        HTTP.Request("POST", target), HTTP.Response(status), [target], "2xx and 3xx are no errors")
    }
    for status in [404, 500, 412, 400, 499, 503, 599, 100, 103, 199, 0, 999] {
      try invalidates(
        HTTP.Request("POST", target), HTTP.Response(status, ["Location": "/scrolls/8"]), [],
        "neither 2xx nor 3xx")
    }
  }

  // RFC 9111 §4.4: Location and Content-Location are candidates
  @Test func `what the response names is invalid as well`() throws {
    try invalidates(
      HTTP.Request("POST", target), HTTP.Response(201, ["location": "https://postroad.example/scrolls/8"]),
      [target, "https://postroad.example/scrolls/8"], "a field's name has no case")
    try invalidates(
      HTTP.Request("PUT", target),
      HTTP.Response(
        200,
        [
          "Content-Location": "/c1", "Location": "/l1", "CONTENT-LOCATION": "/c2", "Location": "/l2",
        ]),
      [target] + ["/l1", "/l2", "/c1", "/c2"].map { "https://postroad.example\($0)" },
      "first all of Location, then all of Content-Location, each in the order of the lines")
    try invalidates(
      HTTP.Request("POST", target), HTTP.Response(200, ["Link": "</other>", "Content-Type": "text/plain"]),
      [target],
      "other fields name nothing here")
  }

  // RFC 9110 §10.2.2, RFC 3986 §5.4: references, the target URI is the base
  @Test func `a reference is resolved against the target`() throws {
    for (reference, uri) in [
      ("8", "https://postroad.example/scrolls/8"), ("../map", "https://postroad.example/map"),
      ("/map?zoom=2", "https://postroad.example/map?zoom=2"),
      ("?v=2", "https://postroad.example/scrolls/7?v=2"),
      ("//postroad.example/map", "https://postroad.example/map"),
      ("8#line", "https://postroad.example/scrolls/8"),
    ] {
      try invalidates(
        HTTP.Request("POST", target), HTTP.Response(201, ["Location": reference]), [target, uri],
        "seen from \(target)")
    }
  }

  // RFC 9111 §4.4: MUST NOT where the origins differ
  @Test func `another origin's responses stay`() throws {
    for other in [
      "https://other.example/scrolls/7", "http://postroad.example/scrolls/8",
      "https://postroad.example:8443/scrolls/8",
      "https://www.postroad.example/", "https://postroad.example.other.example/",
      "https://postroad.example@other.example/",
      "//other.example/", "mailto:warden@postroad.example", "https://postroad.example:443443/",
    ] {
      try invalidates(
        HTTP.Request("POST", target), HTTP.Response(201, ["Location": other, "Content-Location": other]),
        [target],
        "scheme, host or port differ")
      try invalidates(
        HTTP.Request("POST", target), HTTP.Response(201, ["Location": other, "Content-Location": "/8"]),
        [target, "https://postroad.example/8"], "the second is of the target's origin")
    }
    for same in ["https://POSTROAD.example:443/8", "HTTPS://postroad.example/8"] {
      try invalidates(
        HTTP.Request("POST", target), HTTP.Response(201, ["Location": same]), [target, same],
        "one origin, two spellings")
    }
  }

  // Our rules: once, and the target whatever it is
  @Test func `no URI comes twice`() throws {
    try invalidates(
      HTTP.Request("PUT", target), HTTP.Response(200, ["Location": "7", "Content-Location": target]),
      [target],
      "all three are the target")
    try invalidates(
      HTTP.Request("PUT", target), HTTP.Response(200, ["Location": "8", "Content-Location": "/scrolls/8"]),
      [target, "https://postroad.example/scrolls/8"], "both are one")
    for odd in ["postroad:scrolls", "ftp://postroad.example/a"] {
      try invalidates(
        HTTP.Request("PUT", odd), HTTP.Response(200, ["Location": "ftp://postroad.example/b"]), [odd],
        "the target is invalid; without an origin nothing else is")
    }
  }
}
