import ContentDelivery
import PostRoad
import TestSupport
import Testing

@Suite struct CacheStatusTests {
  private func writes(_ status: HTTP.CacheStatus, _ text: String, _ rule: String) throws {
    try check("cacheStatusMember(_:)", status, returns: text, rule) { try cacheStatusMember($0) }
  }

  // RFC 9211 §3: all its example lines
  @Test func `the RFC's own examples`() throws {
    for (status, text) in [
      (HTTP.CacheStatus("ExampleCache", .hit), "ExampleCache; hit"),
      (HTTP.CacheStatus("ExampleCache", .hit, lifetime: 600, age: 224), "ExampleCache; hit; ttl=376"),
      (HTTP.CacheStatus("ExampleCache", .hit, lifetime: 600, age: 1012), "ExampleCache; hit; ttl=-412"),
      (HTTP.CacheStatus("ExampleCache", .forwarded(.uriMiss)), "ExampleCache; fwd=uri-miss"),
      (
        HTTP.CacheStatus("ExampleCache", .forwarded(.stale, status: 304)),
        "ExampleCache; fwd=stale; fwd-status=304"
      ),
      (
        HTTP.CacheStatus("ExampleCache", .forwarded(.uriMiss, isCollapsed: true)),
        "ExampleCache; fwd=uri-miss; collapsed"
      ),
      (
        HTTP.CacheStatus("ExampleCache", .forwarded(.uriMiss, isCollapsed: false)),
        "ExampleCache; fwd=uri-miss; collapsed=?0"
      ),
      (HTTP.CacheStatus("OriginCache", .hit, lifetime: 1100), "OriginCache; hit; ttl=1100"),
      (
        HTTP.CacheStatus("CDN Company Here", .hit, lifetime: 1100, age: 555),
        "\"CDN Company Here\"; hit; ttl=545"
      ),
      (HTTP.CacheStatus("ReverseProxyCache", .hit), "ReverseProxyCache; hit"),
      (
        HTTP.CacheStatus("ForwardProxyCache", .forwarded(.uriMiss, isCollapsed: true, isStored: true)),
        "ForwardProxyCache; fwd=uri-miss; collapsed; stored"
      ),
      (HTTP.CacheStatus("BrowserCache", .forwarded(.uriMiss)), "BrowserCache; fwd=uri-miss"),
    ] {
      try writes(status, text, "RFC 9211 §3")
    }
  }

  // RFC 9211 §2.2: the registered reasons
  @Test func `each reason has its name`() throws {
    for (reason, name) in [
      (.bypass, "bypass"), (.method, "method"), (.uriMiss, "uri-miss"), (.varyMiss, "vary-miss"),
      (.miss, "miss"),
      (.request, "request"), (.stale, "stale"), (.partial, "partial"),
    ] as [(HTTP.CacheStatus.Reason, String)] {
      try writes(
        HTTP.CacheStatus("edge", .forwarded(reason)), "edge; fwd=\(name)", "a token, as it is registered")
    }
  }

  // Our order
  @Test func `the parameters come in one order`() throws {
    try writes(
      HTTP.CacheStatus(
        "edge", .forwarded(.varyMiss, status: 503, isCollapsed: false, isStored: true), lifetime: 10, age: 3,
        key: "k", detail: "d"),
      "edge; fwd=vary-miss; fwd-status=503; collapsed=?0; stored; ttl=7; key=\"k\"; detail=d", "all of them")
    try writes(
      HTTP.CacheStatus("edge", .hit, key: "k", detail: "d"), "edge; hit; key=\"k\"; detail=d",
      "no lifetime, no ttl")
    try writes(
      HTTP.CacheStatus("edge", .forwarded(.miss, isStored: true), detail: "d"),
      "edge; fwd=miss; stored; detail=d", "what is not told is not there")
  }

  // RFC 9211 §2.4: what remains of the freshness
  @Test func `ttl is what is left`() throws {
    for (lifetime, age, ttl) in [
      (60, 0, 60), (60, 59, 1), (60, 60, 0), (60, 61, -1), (0, 0, 0), (0, 2_147_483_648, -2_147_483_648),
      (2_147_483_648, 0, 2_147_483_648),
    ] {
      try writes(
        HTTP.CacheStatus("edge", .hit, lifetime: lifetime, age: age), "edge; hit; ttl=\(ttl)",
        "the lifetime minus the age, down below 0")
    }
    try writes(HTTP.CacheStatus("edge", .hit, age: 7), "edge; hit", "an age alone is no lifetime")
  }

  // RFC 9651 §4.1.7: tokens; §4.1.6: strings
  @Test func `a name is a token where it can be one`() throws {
    for name in [
      "edge", "E", "*", "*edge", "a1", "edge-1.postroad.example", "a:b/c", "a!#$%&'*+-.^_`|~", "a/", "a:",
      "A", "Z", "a", "z",
    ] {
      try writes(
        HTTP.CacheStatus(name, .hit), "\(name); hit", "a letter or *, then token characters, : and /")
      try writes(
        HTTP.CacheStatus("edge", .hit, detail: name), "edge; hit; detail=\(name)",
        "a detail is written like a name")
    }
    for name in [
      "", " ", "1edge", "-edge", ":a", "/a", "edge 1", "a,b", "a;b", "a=b", "(a)", "a@b", "!a", "_a", "{",
      "@", "[", "`a", "|a", "~a",
    ] {
      try writes(HTTP.CacheStatus(name, .hit), "\"\(name)\"; hit", "it is no token, so it is a string")
      try writes(
        HTTP.CacheStatus("edge", .hit, detail: name), "edge; hit; detail=\"\(name)\"",
        "a detail is written like a name")
    }
  }

  // RFC 9651 §4.1.6
  @Test func `quotes and backslashes are escaped`() throws {
    for (text, written) in [
      ("\"", "\"\\\"\""), ("\\", "\"\\\\\""), ("a\"b\\c\"", "\"a\\\"b\\\\c\\\"\""), ("~ !", "\"~ !\""),
    ] {
      try writes(HTTP.CacheStatus(text, .hit), "\(written); hit", "a backslash before each \" and \\")
      try writes(
        HTTP.CacheStatus("edge", .hit, key: text), "edge; hit; key=\(written)",
        "a backslash before each \" and \\")
      try writes(
        HTTP.CacheStatus("edge", .hit, detail: text), "edge; hit; detail=\(written)",
        "a backslash before each \" and \\")
    }
  }

  // RFC 9211 §2.7: the value of key is a string
  @Test func `a key is always a string`() throws {
    for key in ["", "edge", "*", "https://postroad.example/map?q=1", "GET"] {
      try writes(
        HTTP.CacheStatus("edge", .hit, key: key), "edge; hit; key=\"\(key)\"",
        "also where it could be a token")
    }
  }

  // RFC 9651 §4.1.6: strings are printable ASCII
  @Test func `what cannot be printed is refused`() throws {
    for text in [
      "é", "a\tb", "a\nb", "a\r\nSet-Cookie: x", "\u{7F}", "\u{1F}", "\u{0}", "a\u{1F980}", "\u{212A}",
      "\r\n",
    ] {
      for status in [
        HTTP.CacheStatus(text, .hit), HTTP.CacheStatus("edge", .hit, key: text),
        HTTP.CacheStatus("edge", .hit, detail: text),
      ] {
        try check(
          "cacheStatusMember(_:)", status, throws: HTTP.CacheStatusError.notPrintable(text),
          "space to ~, and nothing else"
        ) {
          try cacheStatusMember($0)
        }
      }
    }
    for (status, first) in [
      (HTTP.CacheStatus("ä", .hit, key: "ö", detail: "ü"), "ä"),
      (HTTP.CacheStatus("a", .hit, key: "ö", detail: "ü"), "ö"),
    ] {
      try check(
        "cacheStatusMember(_:)", status, throws: HTTP.CacheStatusError.notPrintable(first),
        "name, key, detail"
      ) {
        try cacheStatusMember($0)
      }
    }
  }

  private let earlier = HTTP.Response(
    200,
    ["Cache-Status": "OriginCache; hit; ttl=1100", "Age": "7", "cache-status": "\"CDN Company Here\"; hit"],
    body: [1, 2])

  // RFC 9211 §2: appended, and the rest preserved
  @Test func `a member is added after those of others`() throws {
    var expected = earlier
    expected.fields.append("Cache-Status", "edge; fwd=miss")
    try check(
      "addCacheStatus(edge; fwd=miss, to:isGenerated: false)", earlier, returns: expected,
      "the cache nearest to the client is the last; nothing else changes"
    ) {
      try addCacheStatus(HTTP.CacheStatus("edge", .forwarded(.miss)), to: $0, isGenerated: false)
    }
    let stored = HTTP.Response(200, ["Cache-Status": "a; hit", "Age": "1"])
    try check(
      "addCacheStatus(edge; hit, to:isGenerated: false)", stored,
      returns: HTTP.Response(200, ["Cache-Status": "a; hit", "Age": "1", "Cache-Status": "edge; hit"]),
      "after all fields, whatever their names"
    ) { try addCacheStatus(HTTP.CacheStatus("edge", .hit), to: $0, isGenerated: false) }
    for status in [304, 206, 200, 404] {
      try check(
        "addCacheStatus(edge; hit, to:isGenerated: false)", HTTP.Response(status),
        returns: HTTP.Response(status, ["Cache-Status": "edge; hit"]),
        "the first cache makes the first member, whatever the status"
      ) { try addCacheStatus(HTTP.CacheStatus("edge", .hit), to: $0, isGenerated: false) }
    }
    try check(
      "addCacheStatus(ä, to:isGenerated: false)", earlier, throws: HTTP.CacheStatusError.notPrintable("ä"),
      "as the member throws"
    ) { try addCacheStatus(HTTP.CacheStatus("ä", .hit), to: $0, isGenerated: false) }
  }

  // RFC 9211 §2: SHOULD NOT append to responses that they generate
  @Test func `a response of the cache's own gets none`() throws {
    for response in [HTTP.Response(504), earlier] {
      for name in ["edge", "ä"] {
        try check(
          "addCacheStatus(\(name), to:isGenerated: true)", response, returns: response,
          "it is of nothing stored, and not looked at"
        ) {
          try addCacheStatus(HTTP.CacheStatus(name, .forwarded(.miss)), to: $0, isGenerated: true)
        }
      }
    }
  }
}
