import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RoutingTests {
  // Kubernetes, Ingress, "Examples": path type Prefix
  @Test func `paths match by whole elements`() throws {
    for (path, request, matches) in [
      ("/", "/any/path", true), ("/foo", "/foo", true), ("/foo", "/foo/", true), ("/foo/", "/foo", true),
      ("/foo/", "/foo/", true), ("/aaa/bb", "/aaa/bbb", false), ("/aaa/bbb", "/aaa/bbb", true),
      ("/aaa/bbb/", "/aaa/bbb", true), ("/aaa/bbb", "/aaa/bbb/", true), ("/aaa/bbb", "/aaa/bbb/ccc", true),
      ("/aaa/bbb", "/aaa/bbbxyz", false), ("/aaa", "/ccc", false), ("/aaa/bbb", "/aaa", false),
      ("/", "/", true),
    ] {
      try find(
        "a", request, in: [LB.Route(path: path, pool: "x")], matches ? 0 : nil, "parts between slashes")
    }
  }

  // Kubernetes, Ingress, "Multiple matches": the longest matching path
  @Test func `the path with the most elements wins`() throws {
    let routes = ["/", "/aaa", "/aaa/bbb", "/aaa/bbb/", "/aaa"].map { LB.Route(path: $0, pool: "x") }
    for (target, index) in [("/aaa/bbb", 2), ("/aaa/bbb/", 2), ("/aaa/ccc", 1), ("/ccc", 0), ("/aaa", 1)] {
      try find("a", target, in: routes, index, "wherever it is in the table; of equals the first")
    }
  }

  // Kubernetes, Ingress, "Hostname wildcards"
  @Test func `a star is one label`() throws {
    let routes = [LB.Route(host: "*.foo.com", pool: "x")]
    for (host, index) in [
      ("bar.foo.com", 0), ("BAR.foo.com.:80", 0), ("baz.bar.foo.com", nil), ("foo.com", nil),
      (".foo.com", nil),
      ("barfoo.com", nil), ("bar.foo.com.org", nil), ("bar.xfoo.com", nil),
    ] {
      try find(host, "/", in: routes, index, "one label, no more and no fewer, and not an empty one")
    }
    let plain = [LB.Route(host: "w.foo.com", pool: "x")]
    try find("www.foo.com", "/", in: plain, nil, "without a star it is the whole host")
  }

  // nginx, server_name: the exact name, then the wildcard; RFC 9110 §4.2.3: the host is case-insensitive
  @Test func `the best host comes before the longest path`() throws {
    let routes = [
      LB.Route(path: "/a/b/c", pool: "any"), LB.Route(host: "*.foo.com", path: "/a/b", pool: "star"),
      LB.Route(host: "www.foo.com", path: "/a", pool: "exact"),
    ]
    for (host, index) in [
      ("www.foo.com", 2), ("WWW.Foo.COM", 2), ("cdn.foo.com", 1), ("bar.com", 0), ("", 0),
    ] {
      try find(host, "/a/b/c", in: routes, index, "exact, then with a star, then empty")
      let turned = Array(routes.reversed())
      try find(host, "/a/b/c", in: turned, 2 - index, "the order of the table does not matter")
    }
  }

  // nginx, location: only those of the server that was found
  @Test func `other hosts are not asked for the path`() throws {
    let routes = [
      LB.Route(pool: "any"), LB.Route(host: "*.foo.com", path: "/star", pool: "star"),
      LB.Route(host: "www.foo.com", path: "/exact", pool: "exact"),
    ]
    for (host, target, index) in [
      ("www.foo.com", "/exact", 2), ("www.foo.com", "/star", nil), ("www.foo.com", "/x", nil),
      ("cdn.foo.com", "/star", 1),
      ("cdn.foo.com", "/x", nil), ("cdn.foo.com", "/exact", nil), ("bar.com", "/x", 0),
    ] {
      try find(host, target, in: routes, index, "the best host has no such path, and others are not asked")
    }
  }

  // RFC 9110 §7.2: Host = uri-host [ ":" port ]; RFC 3986 §3.2.2: an IPv6 address is in brackets
  @Test func `a port and one last dot are no part of the name`() throws {
    let routes = [LB.Route(host: "foo.com", pool: "x"), LB.Route(host: "[2001:db8::1]", pool: "y")]
    for (host, index) in [
      ("foo.com:8080", 0), ("foo.com.", 0), ("foo.com.:80", 0), ("foo.com:", 0), ("[2001:db8::1]", 1),
      ("[2001:DB8::1]:443", 1), ("foo.com..", nil), ("foo.com..:80", nil), ("xfoo.com", nil),
      ("foo.comx", nil),
    ] {
      try find(host, "/", in: routes, index, "the name alone decides, and the whole of it")
    }
  }

  // RFC 9112 §3.2.1: the query comes after the path; RFC 9110 §4.2.3: paths are case-sensitive
  @Test func `a query is no part of the path, and capitals are`() throws {
    for (target, index) in [
      ("/a/b?c", 0), ("/a/b?/c", 0), ("/a/b/?", 0), ("/a/b?x?/y", 0), ("/a?/b", nil), ("/A/b", nil),
      ("/a//b", nil),
      ("//a/b", nil),
    ] {
      try find("a", target, in: [LB.Route(path: "/a/b", pool: "x")], index, "an empty element is one, too")
    }
  }

  // The page: the path is compared as it was sent
  @Test func `nothing in a path is resolved`() throws {
    let routes = ["/images", "/api", "/a b"].map { LB.Route(path: $0, pool: "x") }
    for (target, index) in [
      ("/images/../api", 0), ("/./api", nil), ("/api/./x", 1), ("/%61pi", nil), ("/api;x", nil),
      ("/api;x/y", nil),
      ("/a%20b", nil), ("/api%3Fx", nil), ("/../api", nil),
    ] {
      try find("a", target, in: routes, index, "neither dots nor escapes nor parameters have a meaning here")
    }
  }

  // Our rule: an empty table has no route
  @Test func `nothing matches nothing`() throws {
    try find("a", "/", in: [], nil, "no routes")
    try find("a", "/", in: [LB.Route(host: "b", pool: "x")], nil, "no route for this host")
  }

  // RFC 6265 §4.2.1: cookie-pair *( ";" SP cookie-pair ); §5.2: white space around a pair is not part of it
  @Test func `a cookie brings a client back to its backend`() throws {
    for (cookie, index) in [
      ("at=b", 1), ("x=y; at=b", 1), ("x=y;at=b", 1), ("at=b ; x=y", 1), ("x=y; \t at=b\t", 1),
      ("x=at=a; at=c", 2),
      ("x; at=c", 2), ("; at=c;", 2),
    ] {
      try affine([cookie], in: TestPool.of(3), index, "the pair with the name, its value a backend's name")
    }
    try affine(
      ["x=y", "at=c"], in: TestPool.of(3), 2, "HTTP/2 may split pairs over fields (RFC 9113 §8.2.3)")
    let odd = [LB.Backend("b"), LB.Backend("b=c"), LB.Backend("b=c=")]
    for (cookie, index) in [("at=b=c", 1), ("at=b=c=", 2), ("at=b", 0), ("at=b==", nil)] {
      try affine([cookie], in: odd, index, "a name ends at the first equals sign, the value goes on")
    }
  }

  // Our rule: what two readers could read differently is read in one way
  @Test func `of several such cookies the first counts`() throws {
    let pool = TestPool.of(3, down: "b")
    for (cookies, index) in [
      (["at=a; at=c"], 0), (["at=c", "at=a"], 2), (["at=z; at=a"], nil), (["at=b; at=a"], nil),
      (["at=", "at=a"], nil),
    ] {
      try affine(cookies, in: pool, index, "even if it names nobody, or somebody who is down")
    }
  }

  // HAProxy manual 4.2, cookie: without a usable server the balancer picks
  @Test func `a cookie is only a wish`() throws {
    let pool = TestPool.of(3, down: "b")
    for cookie in [
      "at=b", "at=z", "at=", "AT=a", "that=a", "at", "ata=a", "", "at=A", "at=a a", "at=\"a\"", "at=aa",
    ] {
      try affine([cookie], in: pool, nil, "down, unknown, empty, or another cookie; capitals count")
    }
    try affine([], in: pool, nil, "no cookies at all")
    try affine(["at=a"], in: [], nil, "no backends at all")
  }

  // Our rule: the first backend of a name is the one that is meant
  @Test func `of two backends with one name the first is meant`() throws {
    try affine(["at=a"], in: [LB.Backend("a"), LB.Backend("a")], 0, "the first of that name")
    try affine(["at=a"], in: [LB.Backend("a", isUp: false), LB.Backend("a")], nil, "the first is down")
  }

  // HAProxy manual 5.2, weight: a server of weight 0 still takes persistent connections
  @Test func `a drained backend keeps its clients`() throws {
    try affine(["at=b"], in: TestPool.of(weights: [1, 0]), 1, "b gets nobody new, but its sessions go on")
  }

  private func find(
    _ host: String, _ target: String, in routes: [LB.Route], _ index: Int?, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let table = routes.map { "\($0.host)\($0.path)" }
    try check(
      "route(host:target:in:)", (host: host, target: target, table: table), returns: index, rule,
      sourceLocation: place
    ) { _ in try route(host: host, target: target, in: routes) }
  }

  private func affine(
    _ cookies: [String], in pool: [LB.Backend], _ index: Int?, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let backends = pool.map { "\($0.name)\($0.isUp ? "" : " (down)"), weight \($0.weight)" }
    try check(
      "affinity(cookies:name:in:)", (cookies: cookies, name: "at", backends: backends), returns: index, rule,
      sourceLocation: place
    ) { _ in try affinity(cookies: cookies, name: "at", in: pool) }
  }
}
