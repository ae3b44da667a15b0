import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct CacheKeyTests {
  private func key(_ key: String, of uri: String, _ rule: String) throws {
    try check("cacheKey(for:)", HTTP.Request("GET", uri), returns: key, rule) { try cacheKey(for: $0) }
  }

  // RFC 9110 §4.2.3: its three equal URIs; RFC 3986 §6.2.2 and §6.2.3: theirs, with `http` for `example`
  @Test func `the equal URIs of the RFCs have one key`() throws {
    for uri in [
      "http://example.com:80/~smith/home.html", "http://EXAMPLE.com/%7Esmith/home.html",
      "http://EXAMPLE.com:/%7esmith/home.html",
    ] {
      try key("http://example.com/~smith/home.html", of: uri, "RFC 9110 calls the three equal")
    }
    for uri in ["http://a/b/c/%7Bfoo%7D", "hTTP://a/./b/../b/%63/%7bfoo%7d"] {
      try key("http://a/b/c/%7Bfoo%7D", of: uri, "RFC 3986 calls the two equal")
    }
    for uri in [
      "http://example.com", "http://example.com/", "http://example.com:/", "http://example.com:80/",
    ] {
      try key("http://example.com/", of: uri, "RFC 3986 calls the four equal")
    }
  }

  // RFC 3986 §6.2.2.1: scheme and host
  @Test func `scheme and host are in lower case, and nothing else`() throws {
    try key(
      "https://postroad.example/Map?Zoom=IN", of: "HTTPS://PostRoad.Example/Map?Zoom=IN",
      "path and query keep theirs")
    try key("https://\u{C4}b.example/", of: "https://\u{C4}B.example/", "lower case is ASCII's here")
    try key("http://%41.example/", of: "http://%41.EXAMPLE/", "a percent sign in the host is not read")
    try key("http://[2001:db8::a]/", of: "http://[2001:DB8::A]/", "an address in brackets is a host")
  }

  // RFC 3986 §6.2.3, RFC 9110 §4.2.3
  @Test func `a port that goes without saying is left out`() throws {
    for (uri, expected) in [
      ("http://a:80/", "http://a/"), ("https://a:443/", "https://a/"), ("http://a:443/", "http://a:443/"),
      ("https://a:80/", "https://a:80/"), ("http://a:8080/", "http://a:8080/"), ("http://a:/", "http://a/"),
      ("https://a:?x", "https://a/?x"), ("http://a:080/", "http://a/"), ("http://a:008080", "http://a:8080/"),
      ("HTTPS://a:0443/", "https://a/"), ("http://[2001:db8::1]:80/", "http://[2001:db8::1]/"),
      ("http://[2001:db8::80]/", "http://[2001:db8::80]/"), ("http://a:800/", "http://a:800/"),
      ("http://[::1]:81", "http://[::1]:81/"), ("HTTP://a:80/", "http://a/"),
      ("http://a:0/", "http://a:0/"), ("https://a:000/", "https://a:0/"),
    ] {
      try key(expected, of: uri, "80 for http, 443 for https")
    }
  }

  // RFC 3986 §6.2.2.2: all 256 octets; §2.3: unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~"
  @Test func `unreserved characters are themselves, all others stay encoded`() throws {
    let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    for octet in 0...255 {
      let digits = (octet < 16 ? "0" : "") + String(octet, radix: 16)
      let scalar = UnicodeScalar(octet).map { String($0) } ?? ""
      let expected = unreserved.contains(scalar) ? scalar : "%\(digits.uppercased())"
      for written in [digits, digits.uppercased()] {
        try key("http://a/x\(expected)y", of: "http://a/x%\(written)y", "in the path")
        try key("http://a/?q=\(expected)", of: "http://a/?q=%\(written)", "in the query")
      }
    }
  }

  // RFC 3986 §2.4: not twice; §2.2: a reserved character is not its code
  @Test func `nothing else is decoded or encoded`() throws {
    try key("http://a/b%2Fc", of: "http://a/b%2fc", "an encoded slash is no slash")
    try key("http://a/b/c?d&e", of: "http://a/b/c?d&e", "a slash is none that is encoded")
    try key(
      "http://a/%2541", of: "http://a/%2541", "%25 is a percent sign, and what comes out is not read again")
    try key("http://a/%25A1", of: "http://a/%25%41%31", "nor here")
    try key("http://a/%7E", of: "http://a/%%37E", "nor what it makes with the sign before it")
    try key("http://a/%%7B", of: "http://a/%%7b", "the second percent sign has two digits")
    for text in [
      "%", "%4", "%zz", "%4g", "%g4", "%+4", "%-1", "%4%", "%\u{0664}1", "%4\u{301}1", "%%", "100%",
      "%+a", "%a",
    ] {
      try key("http://a/\(text)", of: "http://a/\(text)", "a percent sign without two digits stays")
      try key("http://a/?\(text)", of: "http://a/?\(text)", "a percent sign without two digits stays")
    }
    try key("http://a/é+;= {\u{301}", of: "http://a/é+;= {\u{301}", "nothing is encoded")
  }

  // RFC 3986 §5.2.4, its first example; §5.4
  @Test func `dot segments are removed`() throws {
    for (path, expected) in [
      ("/a/b/c/./../../g", "/a/g"), ("/.", "/"), ("/./", "/"), ("/..", "/"), ("/../", "/"),
      ("/../../a", "/a"),
      ("/a/.", "/a/"), ("/a/./", "/a/"), ("/a/..", "/"), ("/a/b/..", "/a/"), ("/a/b/../", "/a/"),
      ("/a/./b", "/a/b"),
      ("/a/../../b", "/b"), ("/a/b/../../../c/./d/..", "/c/"), ("/..a/.b/c../d./...", "/..a/.b/c../d./..."),
    ] {
      try key("http://a\(expected)", of: "http://a\(path)", "one dot is here, two are one up")
    }
  }

  // RFC 3986 §3.3: segment = *pchar: an empty one is one
  @Test func `empty segments stay`() throws {
    for (path, expected) in [
      ("//", "//"), ("/a//b", "/a//b"), ("/a//../b", "/a/b"), ("/a/b//", "/a/b//"), ("//..", "/"),
      ("//./a", "//a"),
      ("/a//..", "/a/"), ("///../..", "/"),
    ] {
      try key("http://a\(expected)", of: "http://a\(path)", "two slashes have an empty segment between them")
    }
  }

  // RFC 3986 §6.2.2: a dot is unreserved
  @Test func `encoded dots are dots`() throws {
    try key("http://a/c", of: "http://a/b/%2E%2e/c", "both are encoded")
    try key("http://a/c", of: "http://a/b/.%2e/c", "one of them is")
    try key("http://a/b/", of: "http://a/b/%2e", "a single one")
    try key("http://a/b/..%2Fc", of: "http://a/b/..%2fc", "this slash separates no segments")
  }

  // RFC 3986 §3.4: the query may have slashes and question marks; its order is its own
  @Test func `the query is kept`() throws {
    for query in ["b=2&a=1", "a=1&b=2", "", "a", "a=&&a", "?", "/../x", "x=/./y", "A=%2F+ &"] {
      try key("http://a/?\(query)", of: "http://a?\(query)", "nothing is sorted or taken out")
      try key("http://a/m?\(query)", of: "http://a/m?\(query)", "nothing is sorted or taken out")
    }
    try key("http://a/m?", of: "http://a/m?", "an empty query is a query")
    try key("http://a/m", of: "http://a/m", "none is none")
    try key("http://a/?x=~", of: "http://a/b/..?x=%7e", "its percent signs count, its dots do not")
  }

  // RFC 9110 §4.2.5: fragments are not part of the target
  @Test func `the fragment is no part of it`() throws {
    for uri in ["http://a/m#b", "http://a/m#", "http://a/m#b?c", "http://a/m#/../c", "http://a/m#b#c"] {
      try key("http://a/m", of: uri, "from the first # on")
    }
    try key("http://a/", of: "http://a#m", "it may follow the host")
    try key("http://a/?b", of: "http://a?b#c?d", "or the query")
    try key("http://a/m%23b", of: "http://a/m%23b", "this is none")
  }

  // RFC 9111 §2; webjs #1097: a key, or a page, made of X-Forwarded-Host
  @Test func `method and fields are not looked at`() throws {
    for method in ["GET", "HEAD", "POST", "get", ""] {
      let fields: HTTP.Fields = [
        "Host": "other.example", "X-Forwarded-Host": "other.example", "X-Forwarded-Proto": "http",
        "Cookie": "id=1",
        "Accept": "text/html", "X-Original-URL": "/other", "Authorization": "x",
      ]
      try check(
        "cacheKey(for:)", HTTP.Request(method, "https://postroad.example/map", fields),
        returns: "https://postroad.example/map", "the target URI alone"
      ) { try cacheKey(for: $0) }
    }
  }

  // RFC 9110 §4.2
  @Test func `what is no target has no key`() throws {
    for uri in ["ftp://a/", "/map", "", "http:/a", "http:a", "httpx://a/", "a", "//a/", "http"] {
      try check("cacheKey(for:)", HTTP.Request("GET", uri), throws: HTTP.TargetError.notHTTP(uri), "no http")
      {
        try cacheKey(for: $0)
      }
    }
    for authority in ["", ":80", "user@a", "a:b", "[::1", "[]", "[::1]x", "a:80:80", "a:-1"] {
      try check(
        "cacheKey(for:)", HTTP.Request("GET", "http://\(authority)/"),
        throws: HTTP.TargetError.badAuthority(authority), "a host with a port or without"
      ) { try cacheKey(for: $0) }
    }
  }

  // RFC 3986 §5.2.4, rule by rule, in Tests/Support
  @Test func `random paths end where the RFC's buffers end`() throws {
    var random = SeededRandom(seed: 410)
    for _ in 0..<1000 {
      let segments = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        ["a", "b", ".", "..", "..", "", "...", ".a"].randomElement(using: &random) ?? ""
      }
      let path = "/" + segments.joined(separator: "/")
      try key("http://a" + removeDotSegmentsByBuffers(path), of: "http://a\(path)", "§5.2.4 has come to it")
    }
  }
}
